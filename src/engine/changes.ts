import { UsageError } from '../content/errors.ts';
import { deepen, git, isShallow } from './git.ts';
import { commitOf } from './snapshot.ts';

/** Lines of a file that a change wrote, and what stood there before. */
export interface Hunk {
  /** First line, from 1; the line before, where lines were only taken out. */
  line: number;
  /** Number of lines; 0 where lines were only taken out. */
  count: number;
  removed: string;
}

/** What happened to one file since the base. */
export interface FileChange {
  /** Relative to the root; the old path of a file that is gone. */
  path: string;
  /** Path on the base; null for a new file. */
  before: string | null;
  deleted: boolean;
  hunks: Hunk[];
}

/**
 * The commit that a change begins at: where the branch left the one it goes to.
 * @param ref the branch it goes to; the one that CI names, or the main one, when left out
 * @throws UsageError where it cannot be told, with the mend
 */
export function baseOf(folder: string, ref: string | undefined): string {
  const target = commitOf(folder, ref ?? targetBranch(folder));
  const base = git(folder, ['merge-base', target, 'HEAD']);
  if (base === null) throw new UsageError(`Where this branch left ${ref ?? targetBranch(folder)} cannot be told. ${isShallow(folder) ? deepen : 'The two have no commit in common.'}`);
  return base.trim();
}

function targetBranch(folder: string): string {
  const { GITHUB_BASE_REF: github, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: gitlab } = process.env;
  if (github || gitlab) return `origin/${github || gitlab}`;
  return ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].find((name) => git(folder, ['rev-parse', '--verify', '--quiet', name]) !== null) ?? 'HEAD';
}

/** What changed below a folder since a commit, what is not committed yet included. */
export function changesSince(root: string, base: string): FileChange[] {
  const options = ['-M', '--no-ext-diff', '--no-textconv', '--relative', base];
  const fields = (git(root, ['diff', '--name-status', '-z', ...options]) ?? '').split('\0');
  const sections = (git(root, ['diff', '-U0', '--no-color', '--diff-algorithm=histogram', ...options]) ?? '').split(/^diff --git /m).slice(1);
  const changes: FileChange[] = [];
  for (let at = 0; at < fields.length - 1; ) {
    const status = fields[at]![0]!;
    const moved = status === 'R' || status === 'C';
    const before = status === 'A' ? null : fields[at + 1]!;
    const hunks = hunksOf(sections[changes.length] ?? '');
    changes.push({ path: fields[at + (moved ? 2 : 1)]!, before: status === 'C' ? null : before, deleted: status === 'D', hunks });
    at += moved ? 3 : 2;
  }
  const untracked = (git(root, ['ls-files', '--others', '--exclude-standard', '-z']) ?? '').split('\0').filter(Boolean);
  return [...changes, ...untracked.map((path) => ({ path, before: null, deleted: false, hunks: [{ line: 1, count: Infinity, removed: '' }] }))];
}

function hunksOf(section: string): Hunk[] {
  return section.split(/^(?=@@ )/m).slice(1).map((hunk) => {
    const [, line, count] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(hunk) ?? [];
    const removed = hunk.split('\n').filter((each) => each.startsWith('-')).map((each) => each.slice(1));
    return { line: Number(line), count: count === undefined ? 1 : Number(count), removed: removed.join('\n') };
  });
}
