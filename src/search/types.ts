/** A page as the search reads it. */
export interface SearchPage {
  /** Where a result leads, ready for `href`: the site's base included. */
  address: string;
  title: string;
  /** One or two sentences, or empty. */
  description: string;
  /** Other words for what the page is about, from its frontmatter. */
  synonyms: string[];
  /** What stands before the first heading comes first, with an empty heading and anchor. */
  sections: SearchSection[];
  /** What a reader may narrow a search by (`area`: `guides`); a page without a value has no such key. */
  facets: Record<string, string>;
}

export interface SearchSection extends SearchHeading {
  /** What stands under the heading, up to the next one. */
  prose: string;
}

export interface SearchHeading {
  text: string;
  /** Id on the page, without `#`; empty for the top of the page. */
  anchor: string;
}

/** What a result shows of a page: a page without its prose. */
export interface SearchEntry extends Pick<SearchPage, 'address' | 'title' | 'description'> {
  /** In the order of the page's sections; the first is its top. */
  headings: SearchHeading[];
}

/** What a query needs before it can ask for anything else. */
export interface SearchHead {
  /** Format of the index; another number means another shape. */
  version: 2;
  /** Number of pages. */
  pages: number;
  /** ISO 639-1 code: how words are cut and stemmed, in the index and in a query. */
  language: string;
  /** Words that are in no posting list. */
  stopWords: string[];
  /** What else the owner says a word may be called, both as terms. */
  synonyms: Record<string, string[]>;
  /** For each shard of terms in order, its first term. */
  shards: string[];
  /** First characters of the words that readers may have meant. */
  initials: string[];
  /** Pages of one pack of entries. */
  packSize: number;
  /** Values to narrow a search by. */
  facets: Record<string, string[]>;
}

/** A whole index: its head, and its parts by name, each loaded when a query needs it. */
export interface SearchIndex {
  head: SearchHead;
  parts: Map<string, Uint8Array>;
}

/** A piece of a result's text; the pieces in order are the whole text. */
export interface Span {
  text: string;
  /** Whether it answers a word of the query. */
  match: boolean;
}

/** One page that answers a query, with the sections that answer it best. */
export interface SearchResult {
  address: string;
  title: Span[];
  description: Span[];
  /** Best first; empty where only the page as a whole answers. */
  headings: { address: string; text: Span[] }[];
  /** Above 0, comparable within one query only. */
  score: number;
}

/** What a query found. */
export interface SearchAnswer {
  results: SearchResult[];
  /** Words of the query that no page has, and what was searched for in their place. */
  corrections: { typed: string; used: string }[];
  /** What the query may be narrowed by: the values of each facet. */
  facets: Record<string, string[]>;
}
