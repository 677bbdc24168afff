import type { Range } from '../types.ts';

export interface Link {
  kind: 'link' | 'image';
  /** Address as written, entities and escapes decoded. */
  target: string;
  /** Text of the link, or alternative text of the image. */
  text: string;
  /** Index of the heading whose section it stands in; -1 before the first. */
  section: number;
  /** The whole link in the source. */
  range: Range;
}
