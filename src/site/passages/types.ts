import type { Page } from '../../content/types.ts';

/** Where a passage stands: words by index into the page's words, half-open. */
export interface PassagePlace {
  page: Page;
  start: number;
  end: number;
}

/** Text that stands on several pages. */
export interface Passage {
  /**
   * `passage`: on a few pages. `linked`: the same, and each of the pages links to or is linked from another of them.
   * `boilerplate`: on many. `inside`: nearly all that the first page says. `variants`: pages made after one model.
   * `mirror`: pairs of pages in two folders that hold the same pages side by side.
   */
  kind: 'passage' | 'linked' | 'boilerplate' | 'inside' | 'variants' | 'mirror';
  /** One for each page, by path; of `inside` the page that is told elsewhere comes first. */
  places: PassagePlace[];
  /** Number of words of the longest run that two of the pages share. */
  words: number;
}
