import { HashTable } from './hash-table.ts';
import { boilerplatePages, isSampled, type Shingles } from './shingles.ts';
import { cosineOf, type TermVectors } from './terms.ts';

/** Two pages, by index, that are near enough for a closer look; `a` is below `b`. */
export interface Candidate {
  a: number;
  b: number;
  /** Cosine of the pages' most telling terms, 0 to 1. */
  cosine: number;
  /** Estimated number of shingles that stand on both, boilerplate left out. */
  shared: number;
}

// 10 partners by 24 terms found 21 of 21 known duplicates among the candidates of 5,000 pages.
const partnersPerPage = 10;
/** A term on more pages than this says too little to be followed from page to page. */
const pagesPerTerm = 400;
/** Shared shingles that make two pages candidates by themselves, and how many of them the sample must show. */
const fewestShared = 32;
const fewestSamples = 3;
/** Shingles of a tree up to which all are compared; of more, a half, a quarter, down to one in sixteen. */
const mostCompared = 1 << 17;

/**
 * Pairs of pages that may tell one topic: for each page the ten nearest by their most telling terms (TF-IDF over an
 * inverted index), and all that share passages. Work grows with the number of words and the length of the terms' page
 * lists, not with the number of pairs.
 */
export function findCandidates(vectors: TermVectors, shingles: Shingles): Candidate[] {
  const { pages } = vectors;
  const found = new Map<number, Candidate>();
  const sample = sampleOf(shingles);
  const add = (a: number, b: number, shared: number) => {
    const key = a * pages + b;
    const known = found.get(key);
    if (known) known.shared += shared;
    else found.set(key, { a, b, cosine: cosineOf(vectors, a, b), shared });
  };
  nearestByTerms(vectors, (one, other) => add(Math.min(one, other), Math.max(one, other), 0));
  for (const [key, samples] of sharedSamples(shingles, sample)) {
    const enough = samples >= fewestSamples && samples * sample >= fewestShared;
    if (enough || found.has(key)) add(Math.floor(key / pages), key % pages, samples * sample);
  }
  return [...found.values()].sort((one, other) => one.a - other.a || one.b - other.b);
}

function nearestByTerms(vectors: TermVectors, add: (page: number, other: number) => void): void {
  const { starts, terms, weights } = vectors;
  const postings = postingsOf(vectors);
  const products = new Float64Array(vectors.pages);
  const touched = new Uint32Array(vectors.pages);
  for (let page = 0; page < vectors.pages; page++) {
    let size = 0;
    for (let index = starts[page]!; index < starts[page + 1]!; index++) {
      const weight = weights[index]!;
      const start = postings.starts[terms[index]!]!;
      const end = postings.starts[terms[index]! + 1]!;
      if (end - start > pagesPerTerm) continue;
      for (let at = start; at < end; at++) {
        const other = postings.pages[at]!;
        if (products[other] === 0) touched[size++] = other;
        products[other]! += weight * postings.weights[at]!;
      }
    }
    products[page] = 0;
    for (const other of topOf(touched, size, products)) add(page, other);
    for (let at = 0; at < size; at++) products[touched[at]!] = 0;
  }
}

/** The pages of each term, in their order, and the weights that it has on them. */
function postingsOf({ pages, vocabulary, starts, terms, weights }: TermVectors): { starts: Uint32Array; pages: Uint32Array; weights: Float64Array } {
  const ofTerm = new Uint32Array(vocabulary + 1);
  const total = starts[pages]!;
  for (let index = 0; index < total; index++) ofTerm[terms[index]! + 1]!++;
  for (let term = 0; term < vocabulary; term++) ofTerm[term + 1]! += ofTerm[term]!;
  const next = ofTerm.slice();
  const postings = { starts: ofTerm, pages: new Uint32Array(total), weights: new Float64Array(total) };
  for (let page = 0; page < pages; page++) {
    for (let index = starts[page]!; index < starts[page + 1]!; index++) {
      const at = next[terms[index]!]!++;
      postings.pages[at] = page;
      postings.weights[at] = weights[index]!;
    }
  }
  return postings;
}

/** Of the first `size` members, those with the greatest values above zero, at most as many as a page has partners. */
function topOf(members: Uint32Array, size: number, values: Float64Array): number[] {
  const top: number[] = [];
  for (let index = 0; index < size; index++) {
    const value = values[members[index]!]!;
    let at = top.length;
    while (at > 0 && values[top[at - 1]!]! < value) at--;
    if (at === partnersPerPage || value === 0) continue;
    for (let last = Math.min(top.length, partnersPerPage - 1); last > at; last--) top[last] = top[last - 1]!;
    top[at] = members[index]!;
  }
  return top;
}

/** One in how many shingles is compared: a power of two up to 16. */
function sampleOf(shingles: Shingles): number {
  let total = 0;
  for (let page = 0; page < shingles.pages; page++) total += shingles.sizeOf(page);
  let sample = 1;
  while (sample < 16 && total > mostCompared * sample) sample *= 2;
  return sample;
}

/** How many sampled shingles each pair of pages shares, by `a * pages + b` with `a` below `b`. */
function sharedSamples(shingles: Shingles, sample: number): Map<number, number> {
  const table = new HashTable(1 << 15);
  // An entry for each page that a shingle stands on: the page, and the shingle's entry before it, or -1.
  const pages: number[] = [];
  const before: number[] = [];
  // Of each shingle the last entry and the number of entries.
  const last: number[] = [];
  const standsOn: number[] = [];
  for (let page = 0; page < shingles.pages; page++) {
    const ofPage = shingles.of(page);
    for (let index = 0; index < ofPage.length; index++) {
      const shingle = ofPage[index]!;
      if (!isSampled(shingle, sample)) continue;
      const id = table.idOf(shingle);
      const entry = last[id] ?? -1;
      if (entry >= 0 && pages[entry] === page) continue;
      last[id] = pages.length;
      standsOn[id] = (standsOn[id] ?? 0) + 1;
      pages.push(page);
      before.push(entry);
    }
  }
  const shared = new Map<number, number>();
  for (let id = 0; id < last.length; id++) {
    if (standsOn[id]! > boilerplatePages) continue;
    for (let later = last[id]!; later >= 0; later = before[later]!) {
      for (let earlier = before[later]!; earlier >= 0; earlier = before[earlier]!) {
        const key = pages[earlier]! * shingles.pages + pages[later]!;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  return shared;
}
