import { proseOf } from '../content/extract/prose.ts';
import { createParsers, type ParserName } from '../content/parse.ts';
import type { Page } from '../content/types.ts';
import type { SearchPage, SearchSection } from './types.ts';

/**
 * What the search reads of each page.
 * @param addressOf where a page stands in the site, base included
 */
export async function searchPages(pages: Iterable<Page>, addressOf: (page: Page) => string, parser: ParserName = 'satteri'): Promise<SearchPage[]> {
  const parsers = await createParsers(parser, true);
  const found: SearchPage[] = [];
  for (const page of pages) {
    const { title, description, frontmatter } = page.facts;
    // Starlight's key for pages that the search leaves out.
    if (frontmatter['pagefind'] === false) continue;
    found.push({ address: addressOf(page), title, description, synonyms: listOf(frontmatter['synonyms']), sections: sectionsOf(page, proseOf(page, parsers)), facets: facetsOf(page) });
  }
  // The order of files on disk must not change the index.
  return found.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

function sectionsOf({ facts: { headings } }: Page, prose: string[]): SearchSection[] {
  const sections: SearchSection[] = [{ text: '', anchor: '', prose: prose[0]! }];
  headings.forEach(({ text, slug, depth }, index) => {
    // A heading of depth 1 is the title again; below depth 4 headings are too fine to be an answer.
    if (depth >= 2 && depth <= 4 && text !== '') sections.push({ text, anchor: slug, prose: prose[index + 1]! });
    else sections.at(-1)!.prose += prose[index + 1]!;
  });
  return sections;
}

function facetsOf({ route, locale, facts: { frontmatter } }: Page): Record<string, string> {
  const folders = route.split('/').slice(1, -1);
  const area = folders[folders[0] === locale ? 1 : 0];
  const { plan } = frontmatter;
  return { ...(area ? { area } : {}), ...(typeof plan === 'string' ? { plan } : {}) };
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}
