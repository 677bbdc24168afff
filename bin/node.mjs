// Which Node runs Waymark. Plain JavaScript that any Node with modules can read: it has to speak up on an old one.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `engines` of package.json in words: TypeScript without a build step came with 22.18. */
export const neededNode = 'Node 22.18 or a later 22, or Node 24 or later';

/** Whether a version such as `22.18.0` runs Waymark. */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/** The path of the Node that `scripts/run.mjs` installs into a clone for this platform; undefined where it has not. */
export function cloneNode() {
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return [`node-${system}`, `node-bin-${system}`]
    .map((name) => fileURLToPath(new URL(`../scripts/node/node_modules/${name}/bin/${program}`, import.meta.url)))
    .find((path) => existsSync(path));
}
