import { HashTable } from './hash-table.ts';
import { boilerplatePages, isSampled } from './shingles.ts';
import { cosineOf, type TermVector } from './terms.ts';

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
export function findCandidates(vectors: TermVector[], shingles: Uint32Array[]): Candidate[] {
  const found = new Map<number, Candidate>();
  const sample = sampleOf(shingles);
  const add = (one: number, other: number, shared: number) => {
    const a = Math.min(one, other);
    const b = Math.max(one, other);
    const key = a * vectors.length + b;
    const known = found.get(key);
    if (known) known.shared += shared;
    else found.set(key, { a, b, cosine: cosineOf(vectors[a]!, vectors[b]!), shared });
  };
  nearestByTerms(vectors, (a, b) => add(a, b, 0));
  for (const [key, samples] of sharedSamples(shingles, sample)) {
    const enough = samples >= fewestSamples && samples * sample >= fewestShared;
    if (enough || found.has(key)) add(Math.floor(key / vectors.length), key % vectors.length, samples * sample);
  }
  return [...found.values()].sort((one, other) => one.a - other.a || one.b - other.b);
}

function nearestByTerms(vectors: TermVector[], add: (a: number, b: number) => void): void {
  const postings = new Map<number, { pages: number[]; weights: number[] }>();
  vectors.forEach(({ terms, weights }, page) => {
    terms.forEach((term, index) => {
      let posting = postings.get(term);
      if (!posting) postings.set(term, (posting = { pages: [], weights: [] }));
      posting.pages.push(page);
      posting.weights.push(weights[index]!);
    });
  });
  const products = new Float64Array(vectors.length);
  vectors.forEach(({ terms, weights }, page) => {
    const touched: number[] = [];
    terms.forEach((term, index) => {
      const posting = postings.get(term)!;
      if (posting.pages.length > pagesPerTerm) return;
      for (let at = 0; at < posting.pages.length; at++) {
        const other = posting.pages[at]!;
        if (other === page) continue;
        if (products[other] === 0) touched.push(other);
        products[other]! += weights[index]! * posting.weights[at]!;
      }
    });
    for (const other of topOf(touched, products)) add(page, other);
    for (const other of touched) products[other] = 0;
  });
}

/** The members with the greatest values, at most as many as a page has partners. */
function topOf(members: number[], values: Float64Array): number[] {
  const top: number[] = [];
  for (const member of members) {
    if (top.length === partnersPerPage && values[member]! <= values[top.at(-1)!]!) continue;
    let at = top.length;
    while (at > 0 && values[top[at - 1]!]! < values[member]!) at--;
    top.splice(at, 0, member);
    if (top.length > partnersPerPage) top.pop();
  }
  return top;
}

/** One in how many shingles is compared: a power of two up to 16. */
function sampleOf(shingles: Uint32Array[]): number {
  let total = 0;
  for (const { length } of shingles) total += length;
  let sample = 1;
  while (sample < 16 && total > mostCompared * sample) sample *= 2;
  return sample;
}

/** How many sampled shingles each pair of pages shares, by `a * pages + b` with `a` below `b`. */
function sharedSamples(shingles: Uint32Array[], sample: number): Map<number, number> {
  const table = new HashTable(1 << 15);
  const standsOn: number[][] = [];
  shingles.forEach((ofPage, page) => {
    for (const shingle of ofPage) {
      if (!isSampled(shingle, sample)) continue;
      const on = (standsOn[table.idOf(shingle)] ??= []);
      if (on.at(-1) !== page && on.length <= boilerplatePages) on.push(page);
    }
  });
  const shared = new Map<number, number>();
  for (const on of standsOn) {
    if (on.length > boilerplatePages) continue;
    for (let i = 0; i < on.length; i++) {
      for (let j = i + 1; j < on.length; j++) {
        const key = on[i]! * shingles.length + on[j]!;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  return shared;
}
