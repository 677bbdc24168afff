import { textOf } from './bytes.ts';
import type { OpenIndex } from './files.ts';
import { rankByTitles, rankPages, weightOf, type Ranked } from './rank.ts';
import { remember } from './remember.ts';
import { loadStem, stemOnce, type Stem } from './stems.ts';
import { termFinder, type QueryTerm } from './terms.ts';
import type { SearchAnswer, SearchEntry, SearchResult, Span } from './types.ts';
import { wordCutter, type WordsOf } from './words.ts';

/** Characters and words of a query that count; nobody types more to be answered. */
const longestQuery = 300;
const mostWords = 12;
/** Pages whose titles are read to rank them, at least: each is most often a file of its own, and takes a browser a millisecond. */
const reread = 15;
/** Results below this share of the best one only make the list longer. */
const worthShowing = 0.2;
const headingsPerPage = 3;

export interface SearchOptions {
  /** Number of pages. */
  limit?: number;
  /** Facet values that a page must have (`{ area: 'guides' }`). */
  filters?: Record<string, string>;
}

/** Answers a query. */
export type Search = (query: string, options?: SearchOptions) => Promise<SearchAnswer>;

/** Prepares an index for queries; its parts are loaded as they are needed. */
export async function createSearch(index: OpenIndex): Promise<Search> {
  const { head, load } = index;
  const stem = stemOnce(await loadStem(head.language));
  const wordsOf = wordCutter(head.language);
  const stopWords = new Set(head.stopWords);
  const findTerms = termFinder(index, stem);

  const pack = remember(async (number: number) => JSON.parse(textOf(await load(`pages-${number}`))) as SearchEntry[]);
  const entryOf = async (page: number) => (await pack(Math.floor(page / head.packSize)))[page % head.packSize]!;

  async function filterBy(filters: Record<string, string>): Promise<(page: number) => boolean> {
    const lists = await Promise.all(
      Object.entries(filters).map(async ([facet, value]) => {
        const index = head.facets[facet]?.indexOf(value) ?? -1;
        return new Set(index < 0 ? [] : (JSON.parse(textOf(await load(`facet-${facet}-${index}`))) as number[]));
      }),
    );
    return (page) => lists.every((list) => list.has(page));
  }

  return async (query, { limit = 10, filters = {} } = {}) => {
    const all = wordsOf(query.slice(0, longestQuery)).map(({ text }) => text);
    const words = [...new Set(all.filter((word) => !stopWords.has(word)))].slice(0, mostWords);
    const terms = await findTerms(words);
    const weights = terms.map((term) => weightOf(term, head.pages));
    const first = rankPages(terms, weights, head.pages, await filterBy(filters), Math.max(reread, limit));
    const entries = new Map(await Promise.all(first.map(async ({ page }): Promise<[number, SearchEntry]> => [page, await entryOf(page)])));
    const ranked = rankByTitles(first, [...entries.values()], terms.map(({ used }) => used));
    const best = ranked[0]?.score ?? 0;
    return {
      results: ranked
        .filter(({ score }) => score >= worthShowing * best)
        .slice(0, limit)
        .map((page) => resultOf(page, entries.get(page.page)!, { terms, weights, wordsOf, stem })),
      corrections: terms.flatMap(({ typed, used }) => (used === typed ? [] : [{ typed, used }])),
      facets: head.facets,
    };
  };
}

/** What it takes to compare a text with a query. */
interface Asked {
  terms: QueryTerm[];
  /** Of each term. */
  weights: number[];
  wordsOf: WordsOf;
  stem: Stem;
}

function resultOf({ score, sections }: Ranked, { address, title, description, headings }: SearchEntry, asked: Asked): SearchResult {
  const answering = headings
    .map((heading, section) => ({ heading, score: (sections.get(section) ?? 0) + scoreText(heading.text, asked) }))
    .filter((each) => each.score > 0 && each.heading.anchor !== '')
    .sort((a, b) => b.score - a.score);
  const best = answering[0]?.score ?? 0;
  return {
    address,
    title: highlight(title, asked),
    description: highlight(description, asked),
    headings: answering
      .filter((each) => each.score >= best / 3)
      .slice(0, headingsPerPage)
      .map(({ heading }) => ({ address: `${address}#${heading.anchor}`, text: highlight(heading.text, asked) })),
    score,
  };
}

/** How well a word of a text answers a term: 0 to 1. */
function likenessTo({ forms }: QueryTerm, word: string, stem: Stem): number {
  const term = stem(word);
  return forms.find((form) => form.term === term)?.likeness ?? 0;
}

function scoreText(text: string, { terms, weights, wordsOf, stem }: Asked): number {
  const words = wordsOf(text);
  let score = 0;
  terms.forEach((term, index) => {
    score += weights[index]! * words.reduce((most, word) => Math.max(most, likenessTo(term, word.text, stem)), 0);
  });
  return score;
}

/** Cuts a text into what answers a term and what does not. */
function highlight(text: string, { terms, wordsOf, stem }: Asked): Span[] {
  const spans: Span[] = [];
  let written = 0;
  for (const word of wordsOf(text)) {
    if (!terms.some((term) => likenessTo(term, word.text, stem) > 0)) continue;
    if (word.start > written) spans.push({ text: text.slice(written, word.start), match: false });
    spans.push({ text: text.slice(word.start, word.end), match: true });
    written = word.end;
  }
  if (written < text.length) spans.push({ text: text.slice(written), match: false });
  return spans;
}
