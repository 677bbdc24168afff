import { HashTable } from './hash-table.ts';

/** Words in a shingle: five neighbouring words rarely meet twice by chance (Broder 1997). */
const width = 5;
const prime = 0x01000193;
/** `prime` to the power of `width`, modulo 2^32. */
const outgoing = Array.from({ length: width }).reduce<number>((power) => Math.imul(power, prime), 1);

/** The shingles of a tree's pages, made anew each time they are asked for: to keep them takes longer than to make them. */
export interface Shingles {
  /** Number of pages. */
  pages: number;
  /** How many shingles a page has. */
  sizeOf(page: number): number;
  /**
   * Hashes of a page's five-word shingles, in reading order, repetitions included; none of them is 0. They hold until
   * those of the next page are asked for.
   */
  of(page: number): Uint32Array;
}

/** Makes the shingles of pages from their words. */
export function shinglesOf(pages: Uint32Array[]): Shingles {
  const sizeOf = (page: number) => Math.max(0, pages[page]!.length - width + 1);
  const buffer = new Uint32Array(pages.reduce((most, { length }) => Math.max(most, length), 0));
  return {
    pages: pages.length,
    sizeOf,
    of(page) {
      writeShingles(pages[page]!, buffer);
      return buffer.subarray(0, sizeOf(page));
    },
  };
}

function writeShingles(words: Uint32Array, buffer: Uint32Array): void {
  let rolling = 0;
  for (let index = 0; index < words.length; index++) {
    rolling = (Math.imul(rolling, prime) + words[index]!) | 0;
    if (index >= width) rolling = (rolling - Math.imul(outgoing, words[index - width]!)) | 0;
    if (index >= width - 1) buffer[index - width + 1] = scramble(rolling);
  }
}

/** Finalizer of MurmurHash3 (Appleby): spreads every bit, so that a sample by the lowest bits is a fair one. */
export function scramble(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash || 1;
}

/** Whether a shingle belongs to a sample of one in `sample`, a power of two: the same shingles on every page. */
export function isSampled(shingle: number, sample: number): boolean {
  return (shingle & (sample - 1)) === 0;
}

/** A shingle on more pages than this is boilerplate: call-outs, footers, templates. */
export const boilerplatePages = 6;
/** Bits of a shingle by which pages with it are counted roughly. */
const roughBits = 21;
const roughOf = (shingle: number) => shingle >>> (32 - roughBits);

/**
 * Distinct shingles of the pages asked for, ascending, boilerplate left out.
 * @param shingles of every page of the tree: what is boilerplate only the whole tree tells
 * @param wanted indexes of the pages whose shingles are needed
 */
export function distinctShingles(shingles: Shingles, wanted: Iterable<number>): Map<number, Uint32Array> {
  const isBoilerplate = boilerplateOf(shingles);
  const distinct = new Map<number, Uint32Array>();
  for (const page of new Set(wanted)) {
    const sorted = shingles.of(page).sort();
    let size = 0;
    for (let index = 0, previous = 0; index < sorted.length; index++) {
      const shingle = sorted[index]!;
      if (shingle !== previous && !isBoilerplate(shingle)) sorted[size++] = shingle;
      previous = shingle;
    }
    distinct.set(page, sorted.slice(0, size));
  }
  return distinct;
}

/**
 * Tells boilerplate. A rough count by a part of each hash rules out most shingles, so that few have to be counted one by
 * one.
 */
function boilerplateOf(shingles: Shingles): (shingle: number) => boolean {
  const rough = new Uint8Array(1 << roughBits);
  for (let page = 0; page < shingles.pages; page++) {
    const ofPage = shingles.of(page);
    for (let index = 0; index < ofPage.length; index++) {
      const at = roughOf(ofPage[index]!);
      if (rough[at]! <= boilerplatePages) rough[at]!++;
    }
  }
  const table = new HashTable(1 << 12);
  const lastPage: number[] = [];
  const pagesWith: number[] = [];
  for (let page = 0; page < shingles.pages; page++) {
    const ofPage = shingles.of(page);
    for (let index = 0; index < ofPage.length; index++) {
      if (rough[roughOf(ofPage[index]!)]! <= boilerplatePages) continue;
      const id = table.idOf(ofPage[index]!);
      if (lastPage[id] === page) continue;
      lastPage[id] = page;
      pagesWith[id] = (pagesWith[id] ?? 0) + 1;
    }
  }
  return (shingle) => rough[roughOf(shingle)]! > boilerplatePages && pagesWith[table.find(shingle)]! > boilerplatePages;
}

/** What two pages share of their distinct shingles, boilerplate left out. */
export interface Overlap {
  shared: number;
  /** Shared over all shingles of both, 0 to 1. */
  jaccard: number;
  /** Shared over the shingles of the page that has fewer, 0 to 1. */
  containment: number;
}

export const noOverlap: Overlap = { shared: 0, jaccard: 0, containment: 0 };

/** Overlap of two ascending arrays of distinct shingles. */
export function overlapOf(a: Uint32Array, b: Uint32Array): Overlap {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  const union = a.length + b.length - shared;
  const smaller = Math.min(a.length, b.length);
  return { shared, jaccard: union ? shared / union : 0, containment: smaller ? shared / smaller : 0 };
}
