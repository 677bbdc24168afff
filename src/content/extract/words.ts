/** What the text of a page shows of how it was made; the words themselves stand in `Page.words`. */
export interface TextFacts {
  /** Number of words of prose. */
  words: number;
}
