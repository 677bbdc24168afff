/** The locales of a Starlight site. */
export interface SiteLocales {
  /** Folders with a locale of their own (`de`, `pt-br`). */
  folders: string[];
  /** Folder of the default locale; empty where its pages stand at the site's root. */
  fallback: string;
}

/** Reads the locales from Starlight's configuration. */
export function siteLocales(config: { locales?: Record<string, unknown>; defaultLocale?: string }): SiteLocales {
  const folders = Object.keys(config.locales ?? {}).filter((locale) => locale !== 'root');
  const fallback = config.defaultLocale ?? 'root';
  return { folders, fallback: folders.includes(fallback) ? fallback : '' };
}

/** The locale's folder that a route begins with, or empty. */
export function localeOfRoute(route: string, { folders }: SiteLocales): string {
  const first = route.split('/')[1] ?? '';
  return folders.includes(first) ? first : '';
}

/** The route of the same page in another locale. */
export function routeInLocale(route: string, from: string, to: string): string {
  const rest = from === '' ? route : route.slice(from.length + 1);
  const path = `${to === '' ? '' : `/${to}`}${rest === '/' ? '' : rest}`;
  return path === '' ? '/' : path;
}

/** The language of each locale, by its folder; the default locale of pages at the site's root is the empty one. */
export function languagesOf(config: { locales?: Record<string, { lang?: string } | undefined>; defaultLocale?: string }): Record<string, string> {
  const told = Object.entries(config.locales ?? {}).map(([folder, locale]): [string, string] => [folder === 'root' ? '' : folder, locale?.lang ?? (folder === 'root' ? 'en' : folder)]);
  return told.length > 0 ? Object.fromEntries(told) : { '': 'en' };
}
