import type { SharedTask } from './guide-tasks.ts';
import type { Profile } from './profile.ts';
import type { Overlap } from './shingles.ts';
import type { SharedSubject } from './subject.ts';

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
  /** What both titles name; null where they share no telling word. */
  subject: SharedSubject | null;
  /** Tasks that both serve. */
  tasks: SharedTask[];
  /** Whether the text of both is the same to the letter. */
  copied: boolean;
}
