import { UsageError } from './errors.ts';

/**
 * Patterns of paths: `*` and `?` stand for characters of a name, `**` for any number of folders, `{a,b}` for one of two.
 * Matched here and not by regular expressions, since the patterns come from the configuration of a branch that anybody
 * may push: a dozen stars keep a matcher that turns them into an expression busy for hours. This one takes at most the
 * length of the path times that of the pattern.
 */
export type PathMatcher = (file: string) => boolean;

/** Alternatives that the braces of one pattern may stand for. */
const mostAlternatives = 256;
const longestPattern = 1000;

/**
 * Answers whether a path fits one of the patterns.
 * @throws UsageError for a pattern that no person would write
 */
export function pathMatcher(patterns: readonly string[]): PathMatcher {
  const globs = patterns.flatMap((pattern) => alternatives(pattern).map((each) => each.replace(/^\.?\//, '').split('/')));
  return (file) => {
    const names = file.split('/');
    return globs.some((glob) => fits(glob, names, (part) => part === '**', fitsName));
  };
}

function fitsName(glob: string, name: string): boolean {
  return glob === name || fits(glob, name, (part) => part === '*', (part, character) => part === '?' || part === character);
}

/** Matches parts from left to right. After a mismatch only the last gap is made longer: earlier ones need never be. */
function fits<T extends string | string[]>(glob: T, parts: T, isGap: (part: string) => boolean, isSame: (one: string, other: string) => boolean): boolean {
  let at = 0;
  let gap = -1;
  let resume = 0;
  for (let index = 0; index < parts.length; ) {
    if (at < glob.length && isGap(glob[at]!)) [gap, resume] = [at++, index];
    else if (at < glob.length && isSame(glob[at]!, parts[index]!)) [at, index] = [at + 1, index + 1];
    else if (gap >= 0) [at, index] = [gap + 1, ++resume];
    else return false;
  }
  while (at < glob.length && isGap(glob[at]!)) at++;
  return at === glob.length;
}

function alternatives(pattern: string): string[] {
  if (pattern.length > longestPattern) throw new UsageError(`The pattern “${pattern.slice(0, 40)}…” is longer than ${longestPattern} characters.`);
  let found = [pattern];
  for (;;) {
    let changed = false;
    found = found.flatMap((each) => {
      const braces = /\{([^{}]*)\}/.exec(each);
      if (!braces) return [each];
      changed = true;
      return braces[1]!.split(',').map((choice) => each.slice(0, braces.index) + choice + each.slice(braces.index + braces[0].length));
    });
    if (found.length > mostAlternatives) throw new UsageError(`The braces of the pattern “${pattern.slice(0, 40)}” stand for more than ${mostAlternatives} paths.`);
    if (!changed) return found;
  }
}
