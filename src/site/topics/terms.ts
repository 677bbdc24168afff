import { HashTable } from './hash-table.ts';

/** Terms of a page that are followed to other pages; see `candidates.ts` for what they find. */
const termsPerPage = 24;

/**
 * The most telling terms of each page, with weights of length 1 together. Those of all pages stand one after the other,
 * because thousands of small arrays cost more than what is done with them.
 */
export interface TermVectors {
  /** Number of pages. */
  pages: number;
  /** Number of different terms in the tree; terms are numbers below it. */
  vocabulary: number;
  /** For each page, and the end, the index of its first term. */
  starts: Uint32Array;
  /** Ascending for each page. */
  terms: Uint32Array;
  weights: Float64Array;
}

/** The words of a tree, counted. */
export interface TermIndex {
  /** The 24 heaviest terms of each page by TF-IDF; terms that stand on one page only lead nowhere and are left out. */
  vectors: TermVectors;
  /** Number of pages that a word stands on. */
  pagesWith(hash: number): number;
}

/** Counts the words of all pages. */
export function indexTerms(pages: Uint32Array[]): TermIndex {
  const table = new HashTable(1 << 16);
  const pagesWith = countPages(pages, table);
  return {
    vectors: weigh(pages, table, pagesWith),
    pagesWith: (hash) => pagesWith[table.find(hash)] ?? 0,
  };
}

/** On how many pages each word of the table stands, which gets all of them. */
function countPages(pages: Uint32Array[], table: HashTable): number[] {
  const pagesWith: number[] = [];
  const lastPage: number[] = [];
  for (let page = 0; page < pages.length; page++) {
    const words = pages[page]!;
    for (let index = 0; index < words.length; index++) {
      const term = table.idOf(words[index]!);
      if (lastPage[term] === page) continue;
      lastPage[term] = page;
      pagesWith[term] = (pagesWith[term] ?? 0) + 1;
    }
  }
  return pagesWith;
}

/** The heaviest terms of each page. */
function weigh(pages: Uint32Array[], table: HashTable, pagesWith: number[]): TermVectors {
  const longest = pages.reduce((most, { length }) => Math.max(most, length), 0);
  const frequency = Float64Array.from({ length: longest + 1 }, (_, count) => 1 + Math.log(count));
  const rarity = Float64Array.from(pagesWith, (number) => (number > 1 ? Math.log((pages.length + 1) / number) : 0));
  const counts = new Uint32Array(table.size);
  const terms = new Uint32Array(longest);
  const weights = new Float64Array(longest);
  const vectors = {
    pages: pages.length,
    vocabulary: table.size,
    starts: new Uint32Array(pages.length + 1),
    terms: new Uint32Array(pages.length * termsPerPage),
    weights: new Float64Array(pages.length * termsPerPage),
  };
  for (let page = 0, at = 0; page < pages.length; page++) {
    const size = countTerms(pages[page]!, table, counts, terms);
    for (let index = 0; index < size; index++) {
      weights[index] = frequency[counts[terms[index]!]!]! * rarity[terms[index]!]!;
      counts[terms[index]!] = 0;
    }
    const kept = heaviest(terms, weights, size).sort((one, other) => terms[one]! - terms[other]!);
    let squares = 0;
    for (const index of kept) squares += weights[index]! ** 2;
    const length = Math.sqrt(squares) || 1;
    for (const index of kept) {
      vectors.terms[at] = terms[index]!;
      vectors.weights[at++] = weights[index]! / length;
    }
    vectors.starts[page + 1] = at;
  }
  return vectors;
}

/**
 * Puts the distinct terms of a page into `terms` and gives their number.
 * @param counts zeros, one for each term of the tree; how often each stands on the page afterwards
 */
function countTerms(words: Uint32Array, table: HashTable, counts: Uint32Array, terms: Uint32Array): number {
  let size = 0;
  for (let index = 0; index < words.length; index++) {
    const term = table.find(words[index]!);
    if (counts[term]!++ === 0) terms[size++] = term;
  }
  return size;
}

/** Indexes of the heaviest of the first `size` terms, those of no weight left out; of equal ones the lower term goes first. */
function heaviest(terms: Uint32Array, weights: Float64Array, size: number): number[] {
  const kept: number[] = [];
  for (let index = 0; index < size; index++) {
    const weight = weights[index]!;
    if (weight === 0) continue;
    const isHeavier = (other: number) => weights[other]! < weight || (weights[other] === weight && terms[other]! > terms[index]!);
    let at = kept.length;
    while (at > 0 && isHeavier(kept[at - 1]!)) at--;
    if (at === termsPerPage) continue;
    for (let last = Math.min(kept.length, termsPerPage - 1); last > at; last--) kept[last] = kept[last - 1]!;
    kept[at] = index;
  }
  return kept;
}

/** Cosine of two pages' terms, 0 to 1. */
export function cosineOf({ starts, terms, weights }: TermVectors, a: number, b: number): number {
  const endOfA = starts[a + 1]!;
  const endOfB = starts[b + 1]!;
  let product = 0;
  for (let i = starts[a]!, j = starts[b]!; i < endOfA && j < endOfB; ) {
    if (terms[i] === terms[j]) product += weights[i++]! * weights[j++]!;
    else if (terms[i]! < terms[j]!) i++;
    else j++;
  }
  return product;
}
