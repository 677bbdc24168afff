#!/usr/bin/env node
// Starts the command line: from the TypeScript source in a clone, from `dist` in the published package,
// where Node refuses to strip types.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';
import { cloneNode, isSupported, neededNode } from './node.mjs';

const source = new URL('../src/cli/main.ts', import.meta.url);
const built = new URL('../dist/cli/main.js', import.meta.url);

if (isSupported(process.versions.node)) {
  // Node keeps compiled code from run to run, in its own folder of temporary files: half of the start of a small run.
  // (Asked of the module's namespace, since Node 20 has no such export to import by name.)
  module.enableCompileCache();
  await import((existsSync(source) ? source : built).href);
} else if (cloneNode()) {
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync(cloneNode(), [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 2;
} else {
  console.error(`Waymark needs ${neededNode}; this is ${process.version}.`);
  process.exitCode = 2;
}
