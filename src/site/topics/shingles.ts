import { HashTable } from './hash-table.ts';

/** Words in a shingle: five neighbouring words rarely meet twice by chance (Broder 1997). */
const width = 5;
const prime = 0x01000193;
/** `prime` to the power of `width`, modulo 2^32. */
const outgoing = Array.from({ length: width }).reduce<number>((power) => Math.imul(power, prime), 1);

/** Hashes of a page's five-word shingles, in reading order, repetitions included; none of them is 0. */
export function shinglesOf(words: Uint32Array): Uint32Array {
  if (words.length < width) return new Uint32Array(0);
  const shingles = new Uint32Array(words.length - width + 1);
  let rolling = 0;
  for (let index = 0; index < words.length; index++) {
    rolling = (Math.imul(rolling, prime) + words[index]!) | 0;
    if (index >= width) rolling = (rolling - Math.imul(outgoing, words[index - width]!)) | 0;
    if (index >= width - 1) shingles[index - width + 1] = scramble(rolling);
  }
  return shingles;
}

/** Finalizer of MurmurHash3 (Appleby): spreads every bit, so that a sample by the lowest bits is a fair one. */
function scramble(value: number): number {
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

/**
 * Distinct shingles of the pages asked for, as ascending numbers that are equal where the shingles are, boilerplate left
 * out.
 * @param shingles of every page of the tree: what is boilerplate only the whole tree tells
 * @param wanted indexes of the pages whose shingles are needed
 */
export function distinctShingles(shingles: Uint32Array[], wanted: Iterable<number>): Map<number, Uint32Array> {
  const indexes = [...new Set(wanted)];
  const table = new HashTable(indexes.reduce((total, page) => total + shingles[page]!.length, 0));
  const ids = new Map(
    indexes.map((page) => {
      const hashes = shingles[page]!;
      const numbers = new Uint32Array(hashes.length);
      for (let index = 0; index < hashes.length; index++) numbers[index] = table.idOf(hashes[index]!);
      return [page, numbers.sort()];
    }),
  );
  const pagesWith = new Uint32Array(table.size);
  const lastPage = new Int32Array(table.size).fill(-1);
  const count = (id: number, page: number) => {
    if (lastPage[id] === page) return;
    lastPage[id] = page;
    pagesWith[id]!++;
  };
  shingles.forEach((hashes, page) => {
    const numbers = ids.get(page);
    if (numbers) {
      for (let index = 0; index < numbers.length; index++) count(numbers[index]!, page);
      return;
    }
    for (let index = 0; index < hashes.length; index++) {
      const id = table.find(hashes[index]!);
      if (id >= 0) count(id, page);
    }
  });
  for (const [page, numbers] of ids) {
    ids.set(page, numbers.filter((id, index) => id !== numbers[index - 1] && pagesWith[id]! <= boilerplatePages));
  }
  return ids;
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
