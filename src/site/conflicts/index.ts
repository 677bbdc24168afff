import type { Page } from '../../content/types.ts';
import { comparedPages } from '../topics/editions.ts';
import { isDated, isPast } from '../topics/places.ts';
import { limitConflicts } from './limits.ts';
import { pathConflicts } from './paths.ts';
import type { Conflict } from './types.ts';

/** Pages that disagree on one thing; what they told of another day and what programs wrote is left out. */
export function findConflicts(all: Page[]): Conflict[] {
  const pages = comparedPages(all).pages.filter((page) => !page.facts.text.generated && !isDated(page) && !isPast(page));
  return [...limitConflicts(pages), ...pathConflicts(pages)];
}
