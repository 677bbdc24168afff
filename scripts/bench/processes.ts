import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A linter as a whole process, started in the tree's folder. */
export interface Contender {
  name: string;
  command: string;
  args: string[];
}

/** Seconds that each contender took in one round. */
export type Round = Record<string, number>;

const project = path.resolve(import.meta.dirname, '../..');

/** Waymark as it runs in the clone, and the linters beside it, none with a cache. */
export function contenders(): Contender[] {
  return [
    { name: 'waymark', command: process.execPath, args: [path.join(project, 'bin/waymark.mjs'), 'lint'] },
    { name: 'rumdl', ...rumdl() },
    {
      name: 'markdownlint-cli2',
      command: process.execPath,
      args: [path.join(project, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.{md,mdx}'],
    },
    {
      name: 'remark-cli',
      command: process.execPath,
      args: [path.join(project, 'node_modules/remark-cli/cli.js'), '.', '--no-stdout', '--ext', 'md,mdx', '--use', path.join(project, 'node_modules/remark-preset-lint-recommended/index.js')],
    },
  ];
}

/** The native program itself where npm installed it for this platform, so that it pays for no launcher. */
function rumdl(): Omit<Contender, 'name'> {
  const args = ['check', '--no-cache', '.'];
  const { resolve } = createRequire(path.join(project, 'node_modules/rumdl/package.json'));
  for (const libc of ['', '-musl']) {
    try {
      return { command: resolve(`@rumdl/cli-${process.platform}-${process.arch}${libc}/rumdl${process.platform === 'win32' ? '.exe' : ''}`), args };
    } catch {
      continue;
    }
  }
  return { command: process.execPath, args: [path.join(project, 'node_modules/rumdl/bin/rumdl'), ...args] };
}

/**
 * Runs every contender once, one after the other, so that what else the machine does meets all of them.
 * @param turn number of the round, from 0; the order changes with it
 * @throws Error where a contender did not lint (each of them exits 0 or 1 when it did)
 */
export function runRound(all: Contender[], root: string, turn: number): Round {
  const round: Round = {};
  for (let place = 0; place < all.length; place++) {
    const { name, command, args } = all[(place + turn) % all.length]!;
    const begun = performance.now();
    const { status, error, stderr } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 2 ** 30 });
    round[name] = (performance.now() - begun) / 1000;
    if (error || status === null || status > 1) throw new Error(`${name} failed: ${error?.message ?? String(stderr).slice(-500)}`);
  }
  return round;
}

/** The middle of the values, of an even number the mean of the two. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
