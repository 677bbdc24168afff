/** Words and phrases of one language; no rule and no mechanism knows a word of any language but through this. */
export interface Lexicon {
  /** ISO 639-1 code. */
  language: string;
  interface: InterfaceWords;
}

/** Words around the name of a button, menu or field. */
export interface InterfaceWords {
  /** Verbs that tell the reader to operate something: click, open, select. */
  verbs: string[];
  /** Nouns that name a part of an interface: button, tab, menu. */
  nouns: string[];
}
