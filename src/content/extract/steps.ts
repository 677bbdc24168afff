import type { Range } from '../types.ts';

/** One step that the reader is to take: an item of an ordered list, or a heading inside a component for steps. */
export interface Step {
  text: string;
  /** Index of the heading whose section it stands in; -1 before the first. */
  section: number;
  range: Range;
}
