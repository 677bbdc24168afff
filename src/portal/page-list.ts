import type { Page } from '../content/types.ts';
import type { ListedPage } from './browser/nearest.ts';
import { formatAddress, type AddressFormat } from './addresses.ts';
import { routesInLocale, type SiteLocales } from './locales.ts';

/** All pages of a site, in every locale in which a reader sees them. */
export function pageList(pages: readonly Page[], languages: Record<string, string>, locales: SiteLocales, format: AddressFormat, isPublished: (route: string) => boolean): ListedPage[] {
  return Object.entries(languages).flatMap(([folder, lang]) =>
    [...routesInLocale(pages, folder, locales)]
      .filter(([, route]) => isPublished(route))
      .map(([{ facts }, route]): ListedPage => [formatAddress(route, format), facts.title, [facts.frontmatter.formerly ?? []].flat(), lang]),
  );
}
