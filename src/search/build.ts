import type { Page } from '../content/types.ts';
import type { SearchIndex, SearchPage } from './types.ts';

/**
 * Makes the search index of a site.
 * @param pages the pages to be found, in any order
 * @param addressOf where a page stands in the site, base included
 */
export function buildIndex(pages: Iterable<Page>, addressOf: (page: Page) => string): SearchIndex {
  const entries: SearchPage[] = [];
  for (const page of pages) {
    // Starlight's key for pages that the search leaves out.
    if (page.facts.frontmatter['pagefind'] === false) continue;
    entries.push({
      address: addressOf(page),
      title: page.facts.title,
      description: page.facts.description,
      headings: page.facts.headings
        // A heading of depth 1 is the title again; below depth 4 headings are too fine to be an answer.
        .filter((heading) => heading.depth >= 2 && heading.depth <= 4 && heading.text !== '')
        .map((heading) => ({ text: heading.text, anchor: heading.slug })),
    });
  }
  // The order of files on disk must not change the index.
  entries.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  return { version: 1, pages: entries };
}
