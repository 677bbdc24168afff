import type { Reference } from '../../content/extract/references.ts';
import type { Page } from '../../content/types.ts';
import type { Label, PastLabel } from '../../product/types.ts';

/**
 * What the interface map says of a label. `known`: it has it; `case`, `spelling`: but for letter case, or for a space,
 * hyphen or plural; `renamed`: an earlier version had it, and what it is called today is known; `removed`: an earlier
 * version had it; `foreign`: another language of the interface has it; `slip`: a letter, an article or the order of words
 * away from a label of today; `part`: words in a row of a longer one; `close`: it shares words with one; `unknown`:
 * nothing is like it.
 */
export type LabelState = 'known' | 'case' | 'spelling' | 'renamed' | 'removed' | 'foreign' | 'slip' | 'part' | 'close' | 'unknown';

/** What a reference names, by the interface map. */
export interface LabelMatch {
  state: LabelState;
  /** The reading of the reference that was judged. */
  text: string;
  /** Labels of today that it is, is called now, or is like, the likeliest first; for what is `part` of one, all that it may be part of. */
  today: Label[];
  /** What it was, for `renamed` and `removed`. */
  past: PastLabel | null;
}

/** A reference, judged by the interface map and by the company it keeps. */
export interface JudgedLabel extends LabelMatch {
  page: Page;
  reference: Reference;
  /** Why the reference counts for nothing although the map does not have it; empty where it counts. */
  veto: '' | 'screen' | 'section' | 'page' | 'vendor' | 'name' | 'bygone' | 'language';
  /**
   * What around it shows that it is of our interface: a step beside it in its menu path that the interface has, or that
   * most labels of its section are there; empty where nothing does.
   */
  beside: '' | 'path' | 'section';
}
