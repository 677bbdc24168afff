import type { Page } from '../content/types.ts';
import { buildIndex } from '../search/build.ts';
import type { SearchIndex } from '../search/types.ts';
import { formatAddress, routeOfPage, type AddressFormat } from './addresses.ts';
import { localeOfRoute, routeInLocale, type SiteLocales } from './locales.ts';

/** Where the search index of a locale's folder (empty: the site's root) stands, relative to the site's base. */
export function searchFile(locale: string): string {
  return locale === '' ? 'waymark/search.json' : `waymark/search.${locale}.json`;
}

/**
 * The search indexes of a site, one for each locale, by file.
 * @param isPublished whether the site has a page at a route; a page of the tree may be a draft
 */
export function searchFiles(
  pages: Page[],
  locales: SiteLocales,
  format: AddressFormat,
  isPublished: (route: string) => boolean,
): Map<string, SearchIndex> {
  const files = new Map<string, SearchIndex>();
  for (const locale of new Set([locales.fallback, ...locales.folders])) {
    const routes = routesInLocale(pages, locale, locales);
    for (const [page, route] of routes) if (!isPublished(route)) routes.delete(page);
    files.set(
      searchFile(locale),
      buildIndex(routes.keys(), (page) => formatAddress(routes.get(page) ?? routeOfPage(page), format)),
    );
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
