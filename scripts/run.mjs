// Sets a clone up and runs it: `node scripts/run.mjs start | test | evaluate | bench | bench:search | bench:serve | pack`.
// Only Node's own modules, since it runs before anything is installed, and nothing that Node 20 lacks.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloneNode, isSupported, neededNode } from '../bin/node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const waymark = join(root, 'bin/waymark.mjs');
const commands = { start, test, evaluate: script('evaluate.ts'), bench: script('bench.ts'), 'bench:search': benchSearch, 'bench:serve': script('bench-serve.ts'), pack };
const [name, ...options] = process.argv.slice(2);

if (!Object.hasOwn(commands, name)) stop(`Say what to run: ${Object.keys(commands).join(', ')}.`);
const node = chooseNode();
install(root, node);
process.env.PATH = dirname(node) + delimiter + process.env.PATH;
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await commands[name]();

/** Lints our own content, builds the portal and serves it. Findings are shown and stop nothing. */
async function start() {
  const port = Number(process.env.PORT || 4321);
  if (await isTaken(port)) {
    stop(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`);
  }
  run(waymark, ['lint', 'content']);
  if (run(tool('astro'), ['build']) !== 0) stop('The portal could not be built; the reason stands above.');
  const server = spawn(node, [tool('astro'), 'preview', '--port', String(port)], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => (process.exitCode = code ?? 0));
}

/** Runs every check, the later ones also when an earlier one failed, and ends with the line `N passed, N failed`. */
function test() {
  const browser = chromium();
  if (browser) process.env.CHROMIUM_PATH = browser;
  installPostgres();
  const editor = neovim();
  if (editor) process.env.NVIM_PATH = editor;
  const total = { passed: 0, failed: 0 };
  const failures = [];
  const skipped = [];

  const add = (title, failed, counts = { passed: Number(!failed), failed: Number(failed) }) => {
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (failed) failures.push(title);
  };
  const check = (title, file, args) => {
    console.log(`\n── ${title}`);
    add(title, run(file, args) !== 0);
  };
  const vitest = (title, project) => {
    console.log(`\n── ${title}`);
    const report = join(root, `node_modules/.cache/waymark/${project}.json`);
    rmSync(report, { force: true });
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const failed = run(tool('vitest'), args) !== 0;
    if (!existsSync(report)) return add(title, true);
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be loaded fails the run without a failed test.
    add(title, failed, { passed: numPassedTests, failed: Math.max(numFailedTests, Number(failed)) });
    for (const { status, fullName } of testResults.flatMap((file) => file.assertionResults)) {
      if (status !== 'passed' && status !== 'failed') skipped.push(fullName);
    }
  };

  check('Types', tool('typescript', 'tsc'), ['-p', '.']);
  check('Types of the portal', tool('astro'), ['check', '--tsconfig', 'src/portal/tsconfig.json']);
  check('Who imports whom', tool('dependency-cruiser', 'depcruise'), ['--config', '.dependency-cruiser.mjs', 'src']);
  check('Code', tool('oxlint'), ['--deny-warnings']);
  check('Nothing unused', tool('knip'), []);
  vitest('Unit tests and rule examples', 'unit');
  check('Lint of content/', waymark, ['lint', 'content']);
  check('Search of content/', waymark, ['search', '--check']);
  check('Build of the portal', tool('astro'), ['build']);
  vitest('Links and pages of the built portal', 'portal');

  if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((title) => `  ${title}`).join('\n')}`);
  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** Needs the built portal, whose worker it times, and a browser. */
function benchSearch() {
  const browser = chromium();
  if (browser) process.env.CHROMIUM_PATH = browser;
  if (run(tool('astro'), ['build']) !== 0) stop('The portal could not be built; the reason stands above.');
  script('bench-search.ts')();
}

/** Makes `dist` for the published package. */
function pack() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  process.exitCode = run(tool('typescript', 'tsc'), ['-p', 'tsconfig.build.json']);
}

/** A command that is a TypeScript file of this folder, with the caller's own arguments. */
function script(file) {
  return () => (process.exitCode = run(join(root, 'scripts', file), options));
}

/** The running Node where it is new enough, else the one locked in scripts/node, installed when it is missing. */
function chooseNode() {
  if (isSupported(process.versions.node)) return process.execPath;
  install(join(root, 'scripts/node'), process.execPath);
  const path = cloneNode();
  if (path && spawnSync(path, ['--version']).status === 0) return path;
  return stop(`Waymark needs ${neededNode}; this is ${process.version}. Install a newer one and run this again.`);
}

/** `npm ci` in a folder, unless its lock file was the last thing installed there on this platform. */
function install(folder, runner) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(`${process.platform} ${process.arch} `).update(lock).digest('hex');
  const stamp = join(folder, 'node_modules/.waymark-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log(folder === root ? 'Installing the packages (once).' : 'Installing a newer Node for this folder (once).');
  // npm under the Node that will use the packages; the flags make it independent of the user's own settings.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [runner, process.env.npm_execpath] : ['npm'];
  const flags = ['--include=dev', '--include=optional', '--engine-strict=false', '--no-audit', '--no-fund'];
  const [program, ...args] = [...npm, 'ci', '--prefix', folder, ...flags];
  const shell = program === 'npm' && process.platform === 'win32';
  const { status } = spawnSync(program, args, { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) stop('npm could not install the packages; the reason stands above.');
  writeFileSync(stamp, wanted);
}

/** Where a Chromium is, installed first where that can be done without asking; undefined where there is none. */
function chromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  const found = findOrInstall('chromium', 'the browser tests', places);
  if (!found) console.log('No Chromium: install it, or set CHROMIUM_PATH to one; the browser tests fail without it.');
  return found;
}

/** The same for Neovim, which one test starts; it is skipped without. */
function neovim() {
  const found = findOrInstall('neovim', 'the test in an editor', [process.env.NVIM_PATH, '/usr/bin/nvim', '/usr/local/bin/nvim', '/opt/homebrew/bin/nvim']);
  if (!found) console.log('No Neovim: install it, or set NVIM_PATH to one; the test in an editor is skipped without it.');
  return found;
}

/** The first of some places where a program is; as root on Debian or Ubuntu, its package is installed where it is in none. */
function findOrInstall(name, purpose, places) {
  const found = () => places.find((path) => path && existsSync(path));
  if (!found() && process.platform === 'linux' && process.getuid() === 0) {
    console.log(`Installing ${name} for ${purpose} (once).`);
    installFromDebian(name);
  }
  return found();
}

/** The tests start a PostgreSQL of their own; without one they leave out what needs it, and say so. */
function installPostgres() {
  if (existsSync('/usr/lib/postgresql') || process.platform !== 'linux' || process.getuid() !== 0) return;
  console.log('Installing PostgreSQL for the tests of the service (once).');
  installFromDebian('postgresql');
}

/** Does nothing where there is no apt-get. */
function installFromDebian(name) {
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { stdio: 'ignore', env });
}

/** The JavaScript file behind a command of an installed package. */
function tool(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a file with the chosen Node in the foreground and gives its exit code. */
function run(file, args) {
  return spawnSync(node, [file, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** Whether something answers on a port of this machine. */
function isTaken(port) {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost');
    socket.on('connect', () => socket.destroy() && resolve(true));
    socket.on('error', () => resolve(false));
  });
}

/** Ends with one line for the person at the keyboard. */
function stop(message) {
  console.error(message);
  process.exit(1);
}
