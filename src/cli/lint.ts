import { statSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { readConfig } from '../engine/config.ts';
import { lint } from '../engine/run.ts';
import { formatJson } from '../reporters/json.ts';
import { formatStylish } from '../reporters/stylish.ts';

interface LintFlags {
  config?: string;
  format: 'stylish' | 'json';
  hints: boolean;
  stats: boolean;
}

export function lintCommand(): Command {
  return new Command('lint')
    .description('lint a folder of documentation, or some of its files')
    .argument('[paths...]', 'a folder, or files and folders below the current one', [])
    .option('--config <file>', 'configuration to use in place of the nearest waymark.config.yaml')
    .addOption(new Option('--format <name>', 'how to print').choices(['stylish', 'json']).default('stylish'))
    .option('--hints', 'print hints too', false)
    .option('--stats', 'print how long each part took', false)
    .exitOverride()
    .action(runLint);
}

async function runLint(given: string[], { config, format, hints, stats }: LintFlags): Promise<void> {
  const run = await lint({
    ...scope(given),
    ...(config === undefined ? {} : { config: readConfig(config) }),
    ...(process.stderr.isTTY ? { onPage: progress() } : {}),
  });
  const colors = process.stdout.isTTY && process.stdout.hasColors();
  process.stdout.write(format === 'json' ? formatJson(run, { hints, stats }) : formatStylish(run, { hints, stats, colors }));
  if (run.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

/** One folder is the root of its own tree; files, and several paths, are parts of the tree in the current folder. */
function scope(given: string[]): { root: string; paths?: string[] } {
  const [first, ...others] = given;
  if (first === undefined) return { root: '.' };
  if (others.length === 0 && isFolder(first)) return { root: first };
  const paths = given.map((file) => {
    isFolder(file);
    const relative = path.relative('.', file);
    if (relative.startsWith('..')) throw new UsageError(`${file} is outside the current folder. Lint it alone, or go to a folder that holds all paths.`);
    return relative.replaceAll(path.sep, '/');
  });
  return { root: '.', paths };
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${fileErrorText(error)}.`);
  }
}

/** A line on stderr that counts pages, for runs that take longer than a moment. */
function progress(): (done: number, total: number) => void {
  const begun = performance.now();
  let last = begun;
  return (done, total) => {
    const now = performance.now();
    if (now - begun < 1000 || (now - last < 100 && done < total)) return;
    last = now;
    process.stderr.write(done < total ? `\r${done} of ${total} pages` : '\r\x1b[K');
  };
}
