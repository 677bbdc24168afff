import { HashTable } from './hash-table.ts';

/** Terms of a page that are followed to other pages; see `candidates.ts` for what they find. */
const termsPerPage = 24;

/** A page's most telling terms, ascending, with weights of length 1 together. */
export interface TermVector {
  terms: Uint32Array;
  weights: Float64Array;
}

/** The words of a tree, counted. */
export interface TermIndex {
  /** The 24 heaviest terms of each page by TF-IDF; terms that stand on one page only lead nowhere and are left out. */
  vectors: TermVector[];
  /** Number of pages that a word stands on. */
  pagesWith(hash: number): number;
}

/** Counts the words of all pages. */
export function indexTerms(pages: Uint32Array[]): TermIndex {
  const table = new HashTable(1 << 15);
  const counts = pages.map((words) => termCounts(words, table));
  const documents = new Uint32Array(table.size);
  for (const { terms } of counts) for (const term of terms) documents[term]!++;
  const vectors = counts.map(({ terms, counts }) => {
    const weights = Float64Array.from(terms, (term, index) => {
      const pagesWith = documents[term]!;
      return pagesWith < 2 ? 0 : (1 + Math.log(counts[index]!)) * Math.log(pages.length / pagesWith);
    });
    return heaviest(terms, weights);
  });
  return {
    vectors,
    pagesWith(hash) {
      const term = table.find(hash);
      return term < 0 ? 0 : documents[term]!;
    },
  };
}

function heaviest(terms: Uint32Array, weights: Float64Array): TermVector {
  const order = Array.from(terms.keys()).filter((index) => weights[index]! > 0);
  order.sort((one, other) => weights[other]! - weights[one]! || terms[one]! - terms[other]!);
  order.length = Math.min(order.length, termsPerPage);
  order.sort((one, other) => terms[one]! - terms[other]!);
  let squares = 0;
  for (const index of order) squares += weights[index]! ** 2;
  const length = Math.sqrt(squares) || 1;
  return {
    terms: Uint32Array.from(order, (index) => terms[index]!),
    weights: Float64Array.from(order, (index) => weights[index]! / length),
  };
}

function termCounts(words: Uint32Array, table: HashTable): { terms: Uint32Array; counts: Uint32Array } {
  const sorted = Uint32Array.from(words, (word) => table.idOf(word)).sort();
  const terms = new Uint32Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let distinct = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index > 0 && sorted[index] === sorted[index - 1]) counts[distinct - 1]!++;
    else {
      terms[distinct] = sorted[index]!;
      counts[distinct++] = 1;
    }
  }
  return { terms: terms.subarray(0, distinct), counts: counts.subarray(0, distinct) };
}

/** Cosine of two pages' terms, 0 to 1. */
export function cosineOf(a: TermVector, b: TermVector): number {
  let product = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    if (a.terms[i] === b.terms[j]) product += a.weights[i++]! * b.weights[j++]!;
    else if (a.terms[i]! < b.terms[j]!) i++;
    else j++;
  }
  return product;
}
