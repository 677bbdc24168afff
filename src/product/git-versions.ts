import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../content/errors.ts';
import type { Revision } from './types.ts';

/** A version of a file in the history of a git repository. */
export interface FileVersion {
  /** Path that the file had, relative to the repository's top. */
  path: string;
  revision: Revision;
  /** Name of the object that holds its bytes. */
  object: string;
}

/**
 * The versions of a file along the main line of its repository, oldest first; a file that was moved is followed to
 * where it was before. Empty where the file is in no repository, or was never committed.
 * @throws {UsageError} for a shallow clone, whose history ends where it was cut, and for one that lacks objects
 */
export function versionsOf(file: string): FileVersion[] {
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) throw new UsageError(`${file}: there is no such folder. Run "waymark ui extract" again to name the catalogue that is.`);
  const git = (...words: string[]) => execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] });
  let isShallow: boolean;
  try {
    isShallow = git('rev-parse', '--is-shallow-repository').trim() === 'true';
  } catch {
    return []; // Neither git nor a repository: it has no history.
  }
  if (isShallow) throw new UsageError(`${file}: the clone is shallow, so its history is cut off. Run "git fetch --unshallow" first (in GitHub Actions: fetch-depth: 0).`);
  let log: string;
  try {
    log = git('log', '--first-parent', '--follow', '--raw', '--no-abbrev', '-M', '--format=%x00%H %cs', '--', path.basename(file));
  } catch {
    throw new UsageError(`${file}: git cannot read its history to the end, since this clone lacks a part of it. Fetch the whole repository, and see that "git fsck" finds no fault.`);
  }
  return log.split('\0').flatMap(versionOf).reverse();
}

/** One commit of `git log --raw`: its name and date, then `:100644 100644 old new M<tab>path` (of a move: both paths). */
function versionOf(entry: string): FileVersion[] {
  const [head, , change] = entry.split('\n');
  const [, commit, date] = /^(\w+) (\S+)/.exec(head ?? '') ?? [];
  const [, object, paths] = /^:\d+ \d+ \w+ (\w+) \w+\t(.+)$/.exec(change ?? '') ?? [];
  if (!commit || !date || !object || !paths || /^0+$/.test(object)) return [];
  return [{ path: paths.split('\t').at(-1)!, revision: { date, commit: commit.slice(0, 12) }, object }];
}

/** Reads versions of a file one by one, with one `git cat-file --batch` for all. */
export async function* readVersions(file: string, versions: FileVersion[]): AsyncGenerator<{ version: FileVersion; bytes: Buffer }> {
  const git = spawn('git', ['-C', path.dirname(path.resolve(file)), 'cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    const chunks = git.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    let rest = Buffer.alloc(0);
    const more = async (): Promise<void> => {
      const { value, done } = await chunks.next();
      if (done) throw new Error('git cat-file ended before its answer was complete');
      rest = Buffer.concat([rest, value]);
    };
    for (const version of versions) {
      git.stdin.write(`${version.object}\n`);
      while (!rest.includes(newline)) await more();
      const end = rest.indexOf(newline);
      const size = Number(rest.toString('latin1', 0, end).split(' ')[2]);
      if (!Number.isInteger(size)) throw new UsageError(`${file}: its version of ${version.revision.date} is not in this clone. Fetch the whole history first.`);
      // The answer ends in a newline of its own.
      while (rest.length < end + 1 + size + 1) await more();
      yield { version, bytes: rest.subarray(end + 1, end + 1 + size) };
      rest = rest.subarray(end + 1 + size + 1);
    }
  } finally {
    git.stdin.end();
    if (git.exitCode === null) await once(git, 'exit');
  }
}

const newline = 0x0a;
