import { gramAt, shortestPassage } from '../../content/extract/prints.ts';
import type { Page } from '../../content/types.ts';
import { HashTable } from '../topics/hash-table.ts';

/** Words in a row that stand on two pages, as many as possible; pages by index, the first below the second. */
export interface Run {
  a: number;
  b: number;
  /** Index of the first word on either page. */
  startA: number;
  startB: number;
  /** Number of words. */
  length: number;
}

/** Pages up to which each is compared with each; of more, each with the next. */
const fewPages = 8;

/**
 * Every run of 40 words or more that two pages share. A gram on many pages (boilerplate) joins each page to the next, so
 * that the work grows with the places of a passage and not with their pairs.
 */
export function sharedRuns(pages: Page[]): Run[] {
  const found = new Map<number, Run[]>();
  const runs: Run[] = [];
  for (const places of placesByGram(pages)) {
    for (let later = 1; later < places.length; later++) {
      const first = places.length > fewPages ? later - 1 : 0;
      for (let earlier = first; earlier < later; earlier++) {
        const [a, atA] = places[earlier]!;
        const [b, atB] = places[later]!;
        if (a === b) continue;
        const key = a * pages.length + b;
        let known = found.get(key);
        if (!known) found.set(key, (known = []));
        if (known.some((run) => run.startB - run.startA === atB - atA && atA >= run.startA && atA < run.startA + run.length)) continue;
        const run = extended(pages[a]!.words, pages[b]!.words, atA, atB);
        if (run.length < shortestPassage) continue;
        known.push({ a, b, ...run });
        runs.push({ a, b, ...run });
      }
    }
  }
  return runs;
}

/** The places of each gram that several pages have as a fingerprint: page and index of the first word, by page. */
function placesByGram(pages: Page[]): [page: number, at: number][][] {
  const table = new HashTable(pages.reduce((sum, { prints }) => sum + prints.length, 0));
  const firstPage: number[] = [];
  const firstAt: number[] = [];
  const shared = new Map<number, [number, number][]>();
  pages.forEach(({ words, prints }, page) => {
    for (let index = 0; index < prints.length; index++) {
      const at = prints[index]!;
      const id = table.idOf(gramAt(words, at));
      if (firstPage[id] === undefined) {
        firstPage[id] = page;
        firstAt[id] = at;
        continue;
      }
      const places = shared.get(id);
      if (places) places.push([page, at]);
      else if (firstPage[id] !== page) shared.set(id, [[firstPage[id], firstAt[id]!], [page, at]]);
    }
  });
  return [...shared.values()];
}

/** The longest run of equal words around two places. */
function extended(a: Uint32Array, b: Uint32Array, atA: number, atB: number): Omit<Run, 'a' | 'b'> {
  let before = 0;
  while (before < atA && before < atB && a[atA - before - 1] === b[atB - before - 1]) before++;
  let after = 0;
  while (atA + after < a.length && atB + after < b.length && a[atA + after] === b[atB + after]) after++;
  return { startA: atA - before, startB: atB - before, length: before + after };
}
