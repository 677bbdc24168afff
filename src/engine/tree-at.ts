import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../content/errors.ts';

/**
 * Writes folders of a git repository as they were at a revision into a temporary folder; the repository stays as it is.
 * @param folders absolute paths inside one repository
 * @returns where each folder stands in the copy, and what removes it
 * @throws UsageError where there is no git, no repository or no such revision
 */
export function checkOutAt(revision: string, folders: readonly string[]): { moved: (folder: string) => string; remove: () => void } {
  const [first] = folders;
  const top = git(first!, ['rev-parse', '--show-toplevel'], `${first!} is in no git repository, so there is nothing to compare with.`).trim();
  const commit = git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], `git knows no revision “${revision}”. In a shallow clone, fetch it first: git fetch --depth=1 origin ${revision}`).trim();
  const copy = mkdtempSync(path.join(tmpdir(), 'waymark-tree-'));
  const remove = () => rmSync(copy, { recursive: true, force: true });
  const moved = (folder: string) => path.join(copy, 'tree', path.relative(top, folder));
  // An index of its own: the repository's keeps what is staged.
  const env = { GIT_INDEX_FILE: path.join(copy, 'index') };
  try {
    git(top, ['read-tree', commit], `git cannot read ${revision}.`, env);
    const inside = folders.map((folder) => path.relative(top, folder) || '.');
    const files = git(top, ['ls-files', '-z', '--', ...inside], 'git cannot list its files.', env);
    git(top, ['checkout-index', '-z', '--stdin', `--prefix=${path.join(copy, 'tree')}/`], 'git cannot write its files.', env, files);
  } catch (error) {
    remove();
    throw error;
  }
  return { moved, remove };
}

function git(folder: string, args: string[], complaint: string, env: Record<string, string> = {}, input?: string): string {
  const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, ...env }, ...(input === undefined ? {} : { input }) });
  if (status !== 0) throw new UsageError(complaint);
  return stdout;
}
