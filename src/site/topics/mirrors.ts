import type { Page } from '../../content/types.ts';

/** Same-named pages that make two folders mirrors of one another: so many, and this part of the smaller folder. */
const fewestTwins = 3;
const twinShare = 0.25;
/** A name on more pages than this (`index`, `overview`) says nothing about the folders it stands in. */
const pagesPerName = 40;

/**
 * Trees that hold the same pages twice, in two folders or under names with another ending: locales, versions, editions,
 * one manual for each of two products. Such pages are alike on purpose.
 */
export interface Mirrors {
  /** What mirrors each other around the two pages: folders or forms of names; null where nothing does. */
  between(a: Page, b: Page): [string, string] | null;
}

export function findMirrors(pages: Page[]): Mirrors {
  const byName = new Map<string, string[][]>();
  for (const { path } of pages) {
    const segments = path.replace(/\.\w+$/, '').replace(/\/(?:index|readme|_index)$/i, '').split('/');
    const name = segments.at(-1)!.toLowerCase();
    const named = byName.get(name);
    if (named) named.push(segments);
    else byName.set(name, [segments]);
  }
  const twins = new Map<string, number>();
  for (const named of byName.values()) {
    if (named.length > pagesPerName) continue;
    for (let i = 0; i < named.length; i++) {
      for (let j = i + 1; j < named.length; j++) {
        const key = keyOf(...headsOf(named[i]!, named[j]!));
        twins.set(key, (twins.get(key) ?? 0) + 1);
      }
    }
  }
  const sizes = folderSizes(pages);
  const endings = twinEndings(pages);
  const isMirrored = ([key, count]: [string, number]) =>
    count >= fewestTwins && count >= twinShare * Math.min(...key.split('\n').map((folder) => sizes.get(folder) ?? 0));
  const mirrored = new Set([...twins].filter(isMirrored).map(([key]) => key));
  return {
    between(a, b) {
      if (a.locale !== b.locale) return [a.locale || 'the default language', b.locale || 'the default language'];
      const [shorter, longer] = a.path.length < b.path.length ? [a, b] : [b, a];
      const ending = endingBeyond(stemOf(shorter), stemOf(longer));
      if (ending && endings.has(ending)) return [`*.md`, `*${ending}.md`];
      for (const one of foldersOf(a.path)) {
        for (const other of foldersOf(b.path)) {
          if (one !== other && mirrored.has(keyOf(one, other))) return [one, other];
        }
      }
      return null;
    },
  };
}

/** Endings that many names add to that of a page beside them, as `context.model` does to `context`. */
function twinEndings(pages: Page[]): Set<string> {
  const stems = new Set(pages.map(stemOf));
  const counts = new Map<string, number>();
  for (const stem of stems) {
    const ending = /[-_.][^-_./]+$/.exec(stem)?.[0];
    if (ending && stems.has(stem.slice(0, -ending.length))) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= fewestTwins).map(([ending]) => ending));
}

/** What a longer name adds to a shorter one; empty where it does not begin with it. */
function endingBeyond(shorter: string, longer: string): string {
  return longer.startsWith(shorter) ? longer.slice(shorter.length) : '';
}

function stemOf({ path }: Page): string {
  return path.replace(/\.\w+$/, '');
}

/** Number of pages in each folder and the folders below it. */
function folderSizes(pages: Page[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { path } of pages) for (const folder of foldersOf(path)) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  return sizes;
}

/** What is left of two addresses when the longest ending that they have in common is taken off. */
function headsOf(a: string[], b: string[]): [string, string] {
  let common = 0;
  while (common < a.length && common < b.length && a.at(-1 - common) === b.at(-1 - common)) common++;
  return [a.slice(0, a.length - common).join('/'), b.slice(0, b.length - common).join('/')];
}

/** The folders around a page, the root (an empty name) included. */
function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return [...segments.keys(), segments.length].map((end) => segments.slice(0, end).join('/'));
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
