import type { Page } from '../content/types.ts';
import { routeOfPage } from './addresses.ts';

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

/** Pages that a reader of a locale sees, with their routes: its own, and the default locale's where there is none, as Starlight does it. */
export function routesInLocale(pages: readonly Page[], locale: string, locales: SiteLocales): Map<Page, string> {
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
