// What every command that reads a content tree shares: which tree, under which configuration, with what progress.
import { statSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { readConfig, type Config } from '../engine/config.ts';

export interface TreeFlags {
  config?: string;
}

export function configOption(): Option {
  return new Option('--config <file>', 'configuration to use in place of the nearest waymark.config.yaml');
}

/** `--now DATE`: the day that dated rules judge by. */
export function nowOption(): Option {
  return new Option('--now <date>', 'day that dated rules judge by, as 2027-01-31, in place of today').argParser((value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) throw new UsageError(`--now: “${value}” is no date; write it as 2027-01-31.`);
    return value;
  });
}

/** One folder is the root of its own tree; files, and several paths, are parts of the tree in the current folder. */
export function scope(given: string[], config: string | undefined): { root: string; paths?: string[]; config?: Config } {
  return { ...rootAndPaths(given), ...(config === undefined ? {} : { config: readConfig(config) }) };
}

function rootAndPaths(given: string[]): { root: string; paths?: string[] } {
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

/** On a terminal, a line on stderr that counts pages, for runs that take longer than a moment. */
export function progress(): { onPage?: (done: number, total: number) => void } {
  if (!process.stderr.isTTY) return {};
  const begun = performance.now();
  let last = begun;
  const onPage = (done: number, total: number): void => {
    const now = performance.now();
    if (now - begun < 1000 || (now - last < 100 && done < total)) return;
    last = now;
    process.stderr.write(done < total ? `\r${done} of ${total} pages` : '\r\x1b[K');
  };
  return { onPage };
}
