import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * What git answers; null where it fails, is not installed, or there is no repository. Nothing is changed by it: no lock
 * is taken, no program of the repository's own configuration is run for a difference or for the state of files.
 */
export function git(folder: string, args: string[], index?: string): string | null {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', ...(index && { GIT_INDEX_FILE: index }) };
  const quiet = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '-c', 'core.hooksPath=/dev/null'];
  const { status, stdout } = spawnSync('git', ['-C', folder, ...quiet, ...args], { encoding: 'utf8', env, maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout : null;
}

/** Whether history was cut off when the repository was cloned, as CI systems do. */
export function isShallow(folder: string): boolean {
  return git(folder, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
}

/** How to get what a shallow clone lacks. */
export const deepen = 'This clone is shallow. Fetch the rest with “git fetch --unshallow”; for actions/checkout, set “fetch-depth: 0”.';

/**
 * Paths that a file had before, the latest first, renames that are not committed yet included.
 * @param file relative to the folder
 */
export function formerPaths(folder: string, file: string): string[] {
  const recent = uncommittedRename(folder, file);
  const log = git(folder, ['log', '--follow', '-M', '--diff-filter=R', '--name-status', '--relative', '--format=', '-z', '--', recent ?? file]) ?? '';
  const fields = log.split('\0').filter(Boolean);
  const former = fields.flatMap((field, at) => (/^R\d+$/.test(field.trim()) ? [fields[at + 1]!] : []));
  return recent === null ? former : [recent, ...former];
}

/** The path in the last commit of a file that was renamed since, by git's own measure; null where it was not. */
function uncommittedRename(folder: string, file: string): string | null {
  const known = git(folder, ['rev-parse', '--git-path', 'index'])?.trim();
  if (known === undefined) return null;
  const scratch = mkdtempSync(path.join(tmpdir(), 'waymark-git-'));
  try {
    // A copy of the index, told of the file, so that git compares one that nobody has added yet.
    const index = path.join(scratch, 'index');
    const source = path.resolve(folder, known);
    if (existsSync(source)) copyFileSync(source, index);
    git(folder, ['add', '--intent-to-add', '--', file], index);
    const fields = git(folder, ['diff', '-M', '--diff-filter=R', '--name-status', '--relative', '-z', 'HEAD'], index)?.split('\0') ?? [];
    const at = fields.findIndex((field, place) => place % 3 === 2 && field === file);
    return at < 0 ? null : fields[at - 1]!;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
