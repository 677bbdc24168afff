import type { Page } from '../content/types.ts';
import { indexFiles } from '../search/files.ts';
import { indexPages, type Synonyms } from '../search/site-index.ts';
import { formatAddress, routeOfPage, type AddressFormat } from './addresses.ts';
import { searchFile } from './file-names.ts';
import { routesInLocale, type SiteLocales } from './locales.ts';

/**
 * The search indexes of a site, one for each locale, as files of the search folder.
 * @param isPublished whether the site has a page at a route; a page of the tree may be a draft
 */
export async function searchFiles(
  pages: Page[],
  locales: SiteLocales,
  format: AddressFormat,
  isPublished: (route: string) => boolean,
  synonyms: Synonyms = {},
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const locale of new Set([locales.fallback, ...locales.folders])) {
    const routes = routesInLocale(pages, locale, locales);
    for (const [page, route] of routes) if (!isPublished(route)) routes.delete(page);
    const index = await indexPages([...routes.keys()], (page) => formatAddress(routes.get(page) ?? routeOfPage(page), format), synonyms);
    for (const [name, bytes] of await indexFiles(index, searchFile(locale))) files.set(name, bytes);
  }
  return files;
}
