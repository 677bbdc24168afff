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
  const table = new HashTable(1 << 16);
  const ids = pages.map((words) => {
    const terms = new Uint32Array(words.length);
    for (let index = 0; index < words.length; index++) terms[index] = table.idOf(words[index]!);
    return terms;
  });
  const pagesWithTerm = new Uint32Array(table.size);
  const onPage = new Uint32Array(table.size);
  const counted = ids.map((terms) => {
    const counts = countTerms(terms, onPage);
    for (const term of counts.terms) pagesWithTerm[term]!++;
    return counts;
  });
  const vectors = counted.map(({ terms, counts }) => {
    const weights = new Float64Array(terms.length);
    for (let index = 0; index < terms.length; index++) {
      const pagesWith = pagesWithTerm[terms[index]!]!;
      if (pagesWith > 1) weights[index] = (1 + Math.log(counts[index]!)) * Math.log((pages.length + 1) / pagesWith);
    }
    return heaviest(terms, weights);
  });
  return {
    vectors,
    pagesWith(hash) {
      const term = table.find(hash);
      return term < 0 ? 0 : pagesWithTerm[term]!;
    },
  };
}

/**
 * The distinct terms of a page and how often each stands on it.
 * @param onPage zeros, one for each term of the tree; zeros again afterwards
 */
function countTerms(terms: Uint32Array, onPage: Uint32Array): { terms: Uint32Array; counts: Uint32Array } {
  const distinct = new Uint32Array(terms.length);
  let size = 0;
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index]!;
    if (onPage[term] === 0) distinct[size++] = term;
    onPage[term]!++;
  }
  const counts = new Uint32Array(size);
  for (let index = 0; index < size; index++) {
    counts[index] = onPage[distinct[index]!]!;
    onPage[distinct[index]!] = 0;
  }
  return { terms: distinct.subarray(0, size), counts };
}

function heaviest(terms: Uint32Array, weights: Float64Array): TermVector {
  const order: number[] = [];
  const lightest = lightestOf(weights);
  for (let index = 0; index < terms.length; index++) if (weights[index]! >= lightest && weights[index]! > 0) order.push(index);
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

/** Weight of the lightest term that a page may keep. */
function lightestOf(weights: Float64Array): number {
  return weights.length <= termsPerPage ? 0 : weights.slice().sort()[weights.length - termsPerPage]!;
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
