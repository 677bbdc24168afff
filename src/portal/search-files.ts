import type { Page } from '../content/types.ts';
import { indexFiles } from '../search/files.ts';
import { indexPages, type Synonyms } from '../search/site-index.ts';
import { formatAddress, routeOfPage, type AddressFormat } from './addresses.ts';
import { localeOfRoute, routeInLocale, type SiteLocales } from './locales.ts';

/** Where the search indexes stand, relative to the site's base. */
export const searchFolder = 'waymark/search/';

/** The first file of the index of a locale's folder (empty: the site's root), in the search folder. */
export function searchFile(locale: string): string {
  return locale === '' ? 'index.bin' : `index.${locale}.bin`;
}

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

/** Pages that a reader of a locale sees, with their routes: its own, and the default locale's where there is none, as Starlight does it. */
function routesInLocale(pages: Page[], locale: string, locales: SiteLocales): Map<Page, string> {
  const routes = new Map<Page, string>();
  const taken = new Set<string>();
  for (const page of pages) {
    const route = routeOfPage(page);
    if (localeOfRoute(route, locales) !== locale) continue;
    routes.set(page, route);
    taken.add(route);
  }
  for (const page of pages) {
    const original = routeOfPage(page);
    if (localeOfRoute(original, locales) !== locales.fallback) continue;
    const route = routeInLocale(original, locales.fallback, locale);
    if (!taken.has(route)) routes.set(page, route);
  }
  return routes;
}
