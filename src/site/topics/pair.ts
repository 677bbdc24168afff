import type { Task } from '../tasks/types.ts';
import type { Profile } from './profile.ts';
import type { Overlap } from './shingles.ts';

/** Two pages under comparison and what was measured of them. */
export interface Pair {
  /** Indexes of the pages in the tree. */
  a: number;
  b: number;
  one: Profile;
  other: Profile;
  /** Cosine of their most telling terms, 0 to 1. */
  cosine: number;
  overlap: Overlap;
  /** Tasks that both hand over to somebody. */
  tasks: Task[];
}
