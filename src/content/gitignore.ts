import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The rules of one ignore file, and the folder they are relative to. */
interface Level {
  /** Absolute path of the folder. */
  folder: string;
  rules: Ignore;
}

/**
 * Ignore rules in force at a folder, innermost first. Read from the files alone: git need not be installed, and nothing
 * of the tree is run. Files that are tracked although a rule matches them count as ignored.
 */
export type IgnoreRules = readonly Level[];

/**
 * Rules from above a root: the `.gitignore` files between the top of its repository and the root, and
 * `.git/info/exclude`. Rules that ignore the root itself are left out, since whoever names a folder wants it read.
 */
export function rulesAbove(root: string): IgnoreRules {
  const real = realpathSync(root);
  const levels: Level[] = [];
  for (let folder = real; ; folder = path.dirname(folder)) {
    if (folder !== real) addLevel(levels, folder, path.join(folder, '.gitignore'));
    const git = path.join(folder, '.git');
    if (existsSync(git)) {
      addLevel(levels, folder, path.join(gitFolder(git), 'info', 'exclude'));
      return levels.filter((level) => !ignoresFolder(level, real));
    }
    if (folder === path.dirname(folder)) return [];
  }
}

/** Rules in force inside a folder: those of its own `.gitignore` before the ones from above. */
export function rulesInside(folder: string, above: IgnoreRules): IgnoreRules {
  const levels: Level[] = [];
  addLevel(levels, folder, path.join(folder, '.gitignore'));
  return levels.length > 0 ? [...levels, ...above] : above;
}

/** Whether git would ignore a file or folder; `absolute` must lie in the folders of the rules. */
export function isIgnored(rules: IgnoreRules, absolute: string, isFolder: boolean): boolean {
  for (const { folder, rules: own } of rules) {
    const relative = relativePath(folder, absolute);
    const { ignored, unignored } = own.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Answers whether git would ignore a path, there or not, by its path relative to the root. */
export function ignoreLookup(root: string): (file: string) => boolean {
  const top = realpathSync(root);
  const above = rulesAbove(root);
  return (file) => {
    if (file.startsWith('..')) return false;
    let rules = rulesInside(top, above);
    let folder = top;
    const names = file.split('/');
    return names.some((name, index) => {
      const absolute = path.join(folder, name);
      // What is not there may be a file or a folder.
      if (isIgnored(rules, absolute, true) || (index === names.length - 1 && isIgnored(rules, absolute, false))) return true;
      folder = absolute;
      rules = rulesInside(folder, rules);
      return false;
    });
  };
}

function addLevel(levels: Level[], folder: string, file: string): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return; // As for git: an ignore file that is not there or cannot be read has no rules.
  }
  levels.push({ folder, rules: ignore().add(text) });
}

function ignoresFolder(level: Level, folder: string): boolean {
  return folder !== level.folder && level.rules.ignores(`${relativePath(level.folder, folder)}/`);
}

function relativePath(from: string, to: string): string {
  const relative = to.slice(from.endsWith(path.sep) ? from.length : from.length + 1);
  return path.sep === '/' ? relative : relative.replaceAll(path.sep, '/');
}

/** The repository's own folder: `.git` itself, or where the `.git` file of a worktree or submodule points to. */
function gitFolder(git: string): string {
  if (statSync(git).isDirectory()) return git;
  const pointer = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8'))?.[1]?.trim();
  if (!pointer) return git;
  const folder = path.resolve(path.dirname(git), pointer);
  const common = path.join(folder, 'commondir');
  return existsSync(common) ? path.resolve(folder, readFileSync(common, 'utf8').trim()) : folder;
}
