import type { Page } from '../content/types.ts';
import type { Includes } from './anchors.ts';

/** Names that people give to files and folders of parts. */
const partName = /(?:^|\/)(?:_(?!index\.)[^/]*|snippets?|partials?|includes?|fragments?|reusables?)(?:\/|$)/i;

/** Pages with a title from which on one without is an exception that means something. */
const enoughTitled = 20;

/**
 * Pages that are parts of others: included by one, named as parts are, or without a title of their own in a tree whose
 * pages have one. Their links and anchors belong to the pages that they end up in.
 */
export function partsOf(pages: readonly Page[], includes: Includes): Set<Page> {
  const parts = new Set([...includes.values()].flatMap((included) => included.pages));
  const untitled = pages.filter(({ facts }) => facts.titleRange.end === 0);
  for (const page of pages) if (isPart(page.path)) parts.add(page);
  if (pages.length - untitled.length >= enoughTitled) for (const page of untitled) parts.add(page);
  return parts;
}

/** Whether a file is named as parts of pages are. */
export function isPart(path: string): boolean {
  return partName.test(path);
}
