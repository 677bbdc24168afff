import type { Page } from '../content/types.ts';
import type { Site } from '../site/types.ts';
import { formatAddress, routeOfPage, type AddressFormat } from './addresses.ts';
import { localeOfRoute, routeInLocale, type SiteLocales } from './locales.ts';

/** The module by which components and the portal's own pages know the site. */
export const portalModule = 'virtual:waymark/portal';

/** What an owner chooses for the portal beside its pages. */
export interface PortalChoices {
  /** What stands before `/api/…` of the service that takes what readers send; null where there is none. */
  endpoint: string | null;
  /** Where the state of the service is told, as JSON; null where it is not. */
  status: string | null;
  /** Whether readers are asked how satisfied they are. */
  satisfaction: boolean;
  /** Share of readers who are asked whether they would recommend the product: 0 to 1. */
  recommend: number;
}

/** What components and the portal's own pages know of the site. */
export interface PortalData extends PortalChoices {
  /** The default locale first. */
  locales: PortalLocale[];
  /** Addresses of the portal's own pages in each locale, by its folder. */
  addresses: Record<string, PortalAddresses>;
  /** Whether the sidebar was made by the plugin, which then may shorten it. */
  ownsSidebar: boolean;
  /** What is told under each page of the tree, by its path from the project's root. */
  pages: Record<string, PageCare>;
}

export interface PortalLocale {
  /** Empty at the site's root. */
  folder: string;
  /** Language tag. */
  lang: string;
  /** Name of the language in itself. */
  label: string;
}

/** Empty where the site has no such page. */
export interface PortalAddresses {
  home: string;
  search: string;
  contact: string;
  troubleshooter: string;
  plans: string;
  changes: string;
}

/** Who looks after a page; empty where its frontmatter does not tell. */
export interface PageCare {
  owner: string;
  /** Day of the last review (`2026-03-31`), by whom, and which version of the product it was compared with. */
  reviewed: string;
  reviewedBy: string;
  version: string;
  /** Id of the task that it resolves; null for none. */
  task: string | null;
  /** Whether it is the tree's own page of contacts, and has no message to write. */
  needsHandoff: boolean;
}

/** Routes of the pages that the portal makes, or the tree in their place. */
const ownRoutes = { home: '/', search: '/search', contact: '/contact', troubleshooter: '/fix', plans: '/plans', changes: '/changes' } as const satisfies Record<keyof PortalAddresses, string>;

/** What the portal's data is made from. */
interface Sources {
  /** The published pages. */
  pages: readonly Page[];
  owners: Site['owners'];
  /** Path of the content from the project's root. */
  folder: string;
  /** Routes of pages that the portal makes itself. */
  made: ReadonlySet<string>;
  ownsSidebar: boolean;
  languages: Record<string, string>;
  locales: SiteLocales;
  format: AddressFormat;
}

/** What the portal knows of its site. */
export function portalData({ pages, owners, folder, made, ownsSidebar, languages, locales, format }: Sources, choices: PortalChoices): PortalData {
  const written = new Set(pages.map(routeOfPage));
  const addressesIn = (locale: string): PortalAddresses => {
    const entries = Object.entries(ownRoutes).map(([name, route]) => {
      const exists = name === 'home' || made.has(route) || written.has(routeInLocale(route, '', locales.fallback));
      return [name, exists ? formatAddress(routeInLocale(route, '', locale), format) : ''];
    });
    return Object.fromEntries(entries) as PortalAddresses;
  };
  const folders = Object.keys(languages).sort((a, b) => Number(b === locales.fallback) - Number(a === locales.fallback));
  return {
    ...choices,
    ownsSidebar,
    locales: folders.map((locale) => ({ folder: locale, lang: languages[locale]!, label: nameOf(languages[locale]!) })),
    addresses: Object.fromEntries(folders.map((locale) => [locale, addressesIn(locale)])),
    pages: Object.fromEntries(pages.map((page) => [`${folder}/${page.path}`, careOf(page, owners, locales)])),
  };
}

function careOf(page: Page, owners: Site['owners'], locales: SiteLocales): PageCare {
  const { frontmatter } = page.facts;
  const text = (key: string): string => {
    const value = frontmatter[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const reviewed = text('reviewed').slice(0, 10);
  const [task] = [frontmatter.resolves ?? []].flat();
  return {
    owner: (owners.get(page) ?? []).join(', '),
    reviewed: Number.isNaN(Date.parse(reviewed)) ? '' : reviewed,
    reviewedBy: text('reviewedBy'),
    version: text('reviewedAgainst'),
    task: task ?? null,
    needsHandoff: routeOfPage(page) === routeInLocale(ownRoutes.contact, '', localeOfRoute(routeOfPage(page), locales)) && !page.facts.showsContact,
  };
}

function nameOf(lang: string): string {
  const name = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
