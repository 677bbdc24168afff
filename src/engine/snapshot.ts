import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../content/errors.ts';
import { deepen, git, isShallow } from './git.ts';

/** The files of a repository as they stand in a commit, in a folder for the time of a run. */
export interface Snapshot {
  /** Where a file of the repository stands in the snapshot, by its absolute path. */
  at(file: string): string;
  /** Where a file of the snapshot stands in the repository. */
  home(file: string): string;
  /** Whether a file, by its absolute path, is one of the repository at all. */
  covers(file: string): boolean;
}

/** Files that nobody reads for their text; that they are there is enough. */
const media = /\.(?:png|jpe?g|gif|webp|avif|ico|svg|mp4|webm|mov|mp3|pdf|zip|gz|woff2?|ttf|otf|wasm)$/i;

/**
 * Does something with the files of a commit: those of a folder, and those beside the folders above it. They are read
 * from git's own store and written by this program, so no filter and no hook of anybody's runs.
 */
export async function withSnapshot<T>(folder: string, commit: string, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const top = topOf(folder);
  const inside = path.relative(top, realpathSync(folder)).replaceAll(path.sep, '/');
  return withFiles(top, filesOf(top, commit).filter(({ path: file }) => isWanted(file, inside)), inside, use);
}

/** The same with every file of data of the repository, and nothing else. */
export async function withData<T>(folder: string, commit: string, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const top = topOf(folder);
  const inside = path.relative(top, realpathSync(folder)).replaceAll(path.sep, '/');
  return withFiles(top, filesOf(top, commit).filter(({ path: file }) => /\.(?:ya?ml|json)$/.test(file)), inside, use);
}

async function withFiles<T>(top: string, blobs: Blob[], inside: string, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'waymark-base-')));
  try {
    // The mark by which the search for configuration and ignore files ends.
    mkdirSync(path.join(scratch, '.git'));
    mkdirSync(path.join(scratch, inside), { recursive: true });
    writeFiles(top, scratch, blobs);
    return await use({
      at: (file) => path.join(scratch, path.relative(top, real(file))),
      covers: (file) => !path.relative(top, real(file)).startsWith('..'),
      home: (file) => path.join(top, path.relative(scratch, file)),
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The commit that a name stands for.
 * @throws UsageError where there is none, or no repository
 */
export function commitOf(folder: string, ref: string): string {
  topOf(folder);
  const commit = ref.startsWith('-') ? null : git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (commit === null) throw new UsageError(`There is no commit “${ref}” here. ${isShallow(folder) ? deepen : `Fetch it first: git fetch origin ${ref.replace(/^origin\//, '')}`}`);
  return commit.trim();
}

function topOf(folder: string): string {
  const top = git(folder, ['rev-parse', '--show-toplevel'])?.trim();
  if (top === undefined) throw new UsageError(`${folder} is in no git repository, so there is nothing to compare it with.`);
  return realpathSync(top);
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

interface Blob {
  path: string;
  hash: string;
}

function filesOf(top: string, commit: string): Blob[] {
  const listed = git(top, ['ls-tree', '-r', '-z', '--full-tree', commit]) ?? '';
  return listed.split('\0').flatMap((line) => {
    const [, mode, hash, file] = /^(\d+) blob (\w+)\t([^]*)$/.exec(line) ?? [];
    if (!mode || !hash || !file || mode === '120000' || !isPlain(file)) return [];
    return [{ path: file, hash }];
  });
}

/** Files inside of a folder, and those that stand in a folder above it. */
function isWanted(file: string, inside: string): boolean {
  const folder = path.posix.dirname(file);
  return inside === '' || file.startsWith(`${inside}/`) || folder === '.' || `${inside}/`.startsWith(`${folder}/`);
}

/** A tree of git may hold any name; one that leads elsewhere is nobody's page. */
function isPlain(file: string): boolean {
  return !path.isAbsolute(file) && !file.split('/').some((name) => name === '..' || name.toLowerCase() === '.git' || name.includes('\\'));
}

function writeFiles(top: string, scratch: string, blobs: Blob[]): void {
  const read = blobs.filter(({ path: file }) => !media.test(file));
  const { stdout } = spawnSync('git', ['-C', top, 'cat-file', '--batch'], { input: read.map(({ hash }) => `${hash}\n`).join(''), maxBuffer: 2 ** 31, stdio: ['pipe', 'pipe', 'ignore'] });
  let at = 0;
  const contents = new Map<Blob, Buffer>();
  for (const blob of read) {
    const end = stdout.indexOf('\n', at);
    const size = Number(/ (\d+)$/.exec(stdout.toString('latin1', at, end))?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) {
      at = end + 1;
      continue;
    }
    contents.set(blob, stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  for (const blob of blobs) {
    const file = path.join(scratch, blob.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents.get(blob) ?? '');
  }
}
