/** What the search knows of one page. */
export interface SearchPage {
  /** Where a result leads, ready for `href`: the site's base included. */
  address: string;
  title: string;
  /** One or two sentences, or empty. */
  description: string;
  headings: SearchHeading[];
}

export interface SearchHeading {
  text: string;
  /** Id on the page, without `#`. */
  anchor: string;
}

/** Plain JSON, made once per build and read by every query engine. */
export interface SearchIndex {
  /** Format of the file; another number means another shape. */
  version: 1;
  pages: SearchPage[];
}

/** A piece of a result's text; the pieces in order are the whole text. */
export interface Span {
  text: string;
  /** Whether it answers a word of the query. */
  match: boolean;
}

/** One page that answers a query, with the headings that answer it best. */
export interface SearchResult {
  address: string;
  title: Span[];
  description: Span[];
  /** Best first; empty where only title or description answer. */
  headings: { address: string; text: Span[] }[];
  /** Above 0, comparable within one query only. */
  score: number;
}
