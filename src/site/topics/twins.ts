import type { Profile } from './profile.ts';

/** Pairs of pages with one alternation of names: two may differ by chance, three are made so. */
const fewestPairs = 3;
/** Words that an alternation may have on either side. */
const longestSide = 4;

/**
 * An alternation of names that runs through a tree: `raw-gcs` and `raw-azure` beside `schematized-gcs` and
 * `schematized-azure`, `context` and `delay` beside `context.model` and `delay.model`, a folder `react` in every folder
 * that has one called `javascript`.
 */
export interface Alternation {
  /** What one name has where the other has `other`; one of them may be empty. */
  one: string;
  other: string;
  /** Number of pairs of pages that differ in it and in nothing else. */
  pairs: number;
}

/** Finds alternations among the pages of a tree. */
export interface Twins {
  /** The alternation in whose sides two pages differ; null where it is theirs alone. */
  of(a: number, b: number): Alternation | null;
}

export function findTwins(profiles: Profile[]): Twins {
  const names = profiles.map(nameOf);
  const known = new Set(names.map((words) => words.join(' ')));
  const counts = new Map<string, number>();

  function pairsWith(one: string, other: string): number {
    const key = `${one}\n${other}`;
    let pairs = counts.get(key);
    if (pairs === undefined) counts.set(key, (pairs = countPairs(one, other)));
    return pairs;
  }

  function countPairs(one: string, other: string): number {
    const [from, to] = one ? [` ${one} `, other ? ` ${other} ` : ' '] : [` ${other} `, ' '];
    let pairs = 0;
    for (const name of known) {
      const padded = ` ${name} `;
      for (let at = padded.indexOf(from); at >= 0; at = padded.indexOf(from, at + 1)) {
        if (!known.has((padded.slice(0, at) + to + padded.slice(at + from.length)).trim())) continue;
        pairs++;
        break;
      }
    }
    return pairs;
  }

  return {
    of(a, b) {
      const difference = oneSlot(names[a]!, names[b]!);
      if (!difference) return null;
      const pairs = pairsWith(...difference);
      return pairs >= fewestPairs ? { one: difference[0], other: difference[1], pairs } : null;
    },
  };
}

/** Words of a page's path, with a slash between folders. */
function nameOf({ trail }: Profile): string[] {
  return trail.flatMap((name, index) => [...(index > 0 ? ['/'] : []), ...name.toLowerCase().split(/[-_.\s]+/).filter(Boolean)]);
}

/** What two names have in each other's place where they differ in one place only. */
function oneSlot(one: string[], other: string[]): [string, string] | null {
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const sides = [one, other].map((name) => name.slice(head, name.length - tail));
  if (sides.some((side) => side.length > longestSide) || sides.every((side) => side.length === 0)) return null;
  return [sides[0]!.join(' '), sides[1]!.join(' ')];
}
