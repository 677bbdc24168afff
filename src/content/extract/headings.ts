import type { Range } from '../types.ts';

export interface Heading {
  depth: number;
  text: string;
  /** Id that the site gives it (GitHub's slug rules, explicit `{#id}` first). */
  slug: string;
  range: Range;
}
