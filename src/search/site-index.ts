import type { Page } from '../content/types.ts';
import { defaultLanguage } from '../text/language.ts';
import { lexicons } from '../text/lexicon/index.ts';
import { buildIndex } from './build.ts';
import { searchPages } from './pages.ts';
import type { SearchIndex } from './types.ts';

/** Words that readers use, each with the words that the docs use for it. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/**
 * Makes the search index of a site's pages, in the language that most of them are written in.
 * @param addressOf where a page stands in the site, base included
 */
export async function indexPages(pages: Page[], addressOf: (page: Page) => string, synonyms: Synonyms = {}): Promise<SearchIndex> {
  const language = languageOf(pages);
  const stopWords = lexicons.find((lexicon) => lexicon.language === language)?.stopWords ?? [];
  return buildIndex(await searchPages(pages, addressOf), { language, stopWords, synonyms });
}

function languageOf(pages: Page[]): string {
  const counts = new Map<string, number>();
  for (const { facts } of pages) counts.set(facts.language, (counts.get(facts.language) ?? 0) + 1);
  let language = defaultLanguage;
  for (const [each, count] of counts) if (count > (counts.get(language) ?? 0)) language = each;
  return language;
}
