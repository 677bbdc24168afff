import type { Page } from '../../content/types.ts';

/** Same-named pages that make two folders mirrors of one another: so many, and this part of the smaller folder. */
const fewestTwins = 3;
const twinShare = 0.25;
/** A name on more pages than this (`index`, `overview`) says nothing about the folders it stands in. */
const pagesPerName = 40;

/** Two folders with pages of the same names. */
export interface MirroredFolders {
  one: string;
  other: string;
  /** How many names both have. */
  pages: number;
}

/**
 * Folders that hold the same tree twice: locales, versions, editions, one manual for each of two products. Their pages
 * are alike on purpose.
 */
export interface Mirrors {
  /** Every two folders that mirror each other, those with most pages in common first. */
  folders: MirroredFolders[];
  /** The two folders, one around each page, that mirror each other; null where none do. */
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
  const isMirrored = ([key, count]: [string, number]) =>
    count >= fewestTwins && count >= twinShare * Math.min(...key.split('\n').map((folder) => sizes.get(folder) ?? 0));
  const found = [...twins].filter(isMirrored);
  const mirrored = new Set(found.map(([key]) => key));
  return {
    folders: found
      .map(([key, count]): MirroredFolders => ({ one: key.slice(0, key.indexOf('\n')), other: key.slice(key.indexOf('\n') + 1), pages: count }))
      .sort((a, b) => b.pages - a.pages || (a.one + a.other < b.one + b.other ? -1 : 1)),
    between(a, b) {
      if (a.locale !== b.locale) return [a.locale || 'the default language', b.locale || 'the default language'];
      for (const one of foldersOf(a.path)) {
        for (const other of foldersOf(b.path)) {
          if (one !== other && mirrored.has(keyOf(one, other))) return [one, other];
        }
      }
      return null;
    },
  };
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
