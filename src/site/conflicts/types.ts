import type { Page, Range } from '../../content/types.ts';

/** One page's word on a value. */
export interface Statement {
  page: Page;
  /** Where it says so. */
  range: Range;
  /** A number, or the menu path. */
  value: string;
  /** The sentence or path as it stands, on one line. */
  text: string;
}

/** Pages that tell different values for one thing. */
export interface Conflict {
  /** What is told: the number of a limit, or the way to a place of the interface. */
  kind: 'limit' | 'path';
  /** What the values are of, in normal form (`ip address/month`). */
  subject: string;
  /** The same, as a page writes it. */
  name: string;
  /** By value, then by path. */
  statements: Statement[];
}
