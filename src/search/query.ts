import { relatedWords } from './related.ts';
import type { SearchIndex, SearchPage, SearchResult, Span } from './types.ts';
import { wordsOf } from './words.ts';

// Weights of the places a word may stand in: near the best of a small grid on the queries of sendgrid-docs (mean reciprocal rank .76, with a slip .74; Fuse alone .58 and .55).
const TITLE_WEIGHT = 3;
const HEADING_WEIGHT = 1.5;
const DESCRIPTION_WEIGHT = 0.7;
// Results below this share of the best one only make the list longer.
const WORTH_SHOWING = 0.2;
const HEADINGS_PER_PAGE = 3;

/** Answers a query; `limit` counts pages. */
export type Search = (query: string, limit?: number) => SearchResult[];

/** Where a word stands on a page. */
interface Posting {
  inTitle: boolean;
  headings: number;
  inDescription: boolean;
}

/** A word of the query with every word of the docs it may stand for. */
interface Term {
  related: Map<string, number>;
  /** Inverse document frequency: what the word tells pages apart by. */
  weight: number;
}

/**
 * Prepares an index for queries. Spelling is Fuse's part (it finds the words of the docs that a typed word may stand for);
 * pages are ranked by those words as in BM25: where they stand, and how rare they are.
 */
export function createSearch(index: SearchIndex): Search {
  const postings = postingsOf(index.pages);
  const relatedTo = relatedWords([...postings.keys()]);

  function termOf(word: string): Term {
    const related = relatedTo(word);
    const pages = new Set<number>();
    for (const [form, likeness] of related) {
      if (likeness >= 0.5) for (const page of postings.get(form)?.keys() ?? []) pages.add(page);
    }
    const weight = Math.log(1 + (index.pages.length - pages.size + 0.5) / (pages.size + 0.5));
    return { related, weight };
  }

  return (query, limit = 10) => {
    const terms = [...new Set(wordsOf(query).map((word) => word.text))].map(termOf);
    const scores = new Map<number, number>();
    for (const term of terms) {
      for (const [page, score] of scoreTerm(term, postings)) scores.set(page, (scores.get(page) ?? 0) + score);
    }
    const ranked = [...scores].toSorted(([a, left], [b, right]) => right - left || a - b);
    const best = ranked[0]?.[1] ?? 0;
    return ranked
      .filter(([, score]) => score >= WORTH_SHOWING * best)
      .slice(0, limit)
      .flatMap(([position, score]) => {
        const page = index.pages[position];
        return page ? [resultOf(page, terms, score)] : [];
      });
  };
}

function postingsOf(pages: SearchPage[]): Map<string, Map<number, Posting>> {
  const postings = new Map<string, Map<number, Posting>>();
  const post = (text: string, page: number, note: (posting: Posting) => void) => {
    for (const word of new Set(wordsOf(text).map((each) => each.text))) {
      let byPage = postings.get(word);
      if (!byPage) postings.set(word, (byPage = new Map()));
      let posting = byPage.get(page);
      if (!posting) byPage.set(page, (posting = { inTitle: false, headings: 0, inDescription: false }));
      note(posting);
    }
  };
  pages.forEach((page, position) => {
    post(page.title, position, (posting) => (posting.inTitle = true));
    for (const heading of page.headings) post(heading.text, position, (posting) => posting.headings++);
    post(page.description, position, (posting) => (posting.inDescription = true));
  });
  return postings;
}

/** The best that any form of the term earns each page. */
function scoreTerm(term: Term, postings: Map<string, Map<number, Posting>>): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [form, likeness] of term.related) {
    for (const [page, posting] of postings.get(form) ?? []) {
      const place =
        (posting.inTitle ? TITLE_WEIGHT : 0) +
        // Many headings with one word count little more than two.
        HEADING_WEIGHT * (posting.headings / (posting.headings + 0.5)) +
        (posting.inDescription ? DESCRIPTION_WEIGHT : 0);
      scores.set(page, Math.max(scores.get(page) ?? 0, likeness * term.weight * place));
    }
  }
  return scores;
}

function resultOf(page: SearchPage, terms: Term[], score: number): SearchResult {
  const headings = page.headings
    .map((heading) => ({ heading, score: scoreText(heading.text, terms) }))
    .filter((each) => each.score > 0)
    .toSorted((a, b) => b.score - a.score);
  const best = headings[0]?.score ?? 0;
  return {
    address: page.address,
    title: highlight(page.title, terms),
    description: highlight(page.description, terms),
    headings: headings
      .filter((each) => each.score >= best / 2)
      .slice(0, HEADINGS_PER_PAGE)
      .map(({ heading }) => ({ address: `${page.address}#${heading.anchor}`, text: highlight(heading.text, terms) })),
    score,
  };
}

function scoreText(text: string, terms: Term[]): number {
  const words = wordsOf(text);
  let score = 0;
  for (const term of terms) {
    score += term.weight * words.reduce((most, word) => Math.max(most, term.related.get(word.text) ?? 0), 0);
  }
  return score;
}

/** Cuts a text into what answers a term and what does not. */
function highlight(text: string, terms: Term[]): Span[] {
  const spans: Span[] = [];
  let written = 0;
  for (const word of wordsOf(text)) {
    if (!terms.some((term) => term.related.has(word.text))) continue;
    if (word.start > written) spans.push({ text: text.slice(written, word.start), match: false });
    spans.push({ text: text.slice(word.start, word.end), match: true });
    written = word.end;
  }
  if (written < text.length) spans.push({ text: text.slice(written), match: false });
  return spans;
}
