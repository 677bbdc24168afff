import { UsageError } from '../content/errors.ts';
import type { Page } from '../content/types.ts';
import { formatAddress, routeOfPage, type AddressFormat } from './addresses.ts';
import { localeOfRoute, routeInLocale, type SiteLocales } from './locales.ts';

/**
 * Redirects, as Astro's configuration has them, from the addresses that pages had before: what their frontmatter names
 * as `formerly`, with or without the site's base. Where a page stands in for its translations, so does its old address.
 * @param pages the published pages
 * @throws UsageError where an old address is one of a page today, or two pages claim it
 */
export function redirectsOf(pages: Page[], locales: SiteLocales, format: AddressFormat): Record<string, string> {
  const today = new Map(pages.map((page) => [routeOfPage(page), page]));
  const claims = new Map<string, Claim>();
  for (const claim of pages.flatMap(claimsOf)) {
    const old = oldRoute(claim.address, format);
    const living = today.get(old);
    if (living) throw conflict(claim, `is the address of ${living.path} today. Merge that page and delete it, or take the address out`);
    const other = claims.get(old);
    if (other && other.page !== claim.page) throw conflict(claim, `is claimed by ${placeOf(other)} too. Leave it with the page that answers for it now`);
    claims.set(old, claim);
  }
  const redirects = new Map<string, string>();
  for (const [old, { page }] of claims) redirects.set(old, routeOfPage(page));
  for (const [old, { page }] of claims) {
    for (const [from, to] of standIns(old, routeOfPage(page), locales)) if (!today.has(from) && !redirects.has(from)) redirects.set(from, to);
  }
  return Object.fromEntries(Array.from(redirects, ([from, to]) => [from, formatAddress(to, format)]));
}

/** A former address, as a page's frontmatter has it. */
interface Claim {
  page: Page;
  address: string;
}

/** Addresses on this site; one with a scheme is elsewhere, and nothing here can redirect it. */
function claimsOf(page: Page): Claim[] {
  const addresses = [page.facts.frontmatter.formerly ?? []].flat();
  return addresses.filter((address) => address !== '' && !address.includes(':')).map((address) => ({ page, address }));
}

/** The route of an old address: no base, no part behind `#` or `?`, and no ending where Astro writes it. */
function oldRoute(address: string, { base, build }: AddressFormat): string {
  const path = `/${address.replace(/[?#].*$/, '')}`.replaceAll(/\/+/g, '/').replace(/(?!^)\/$/, '');
  const prefix = base.replace(/\/$/, '');
  const inside = path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) || '/' : path;
  return build.format === 'directory' ? inside : inside.replace(/\.html$/, '');
}

/** A page of the default locale has an address in each other one, translated or not; so had the old. */
function standIns(old: string, route: string, locales: SiteLocales): [string, string][] {
  const { fallback, folders } = locales;
  if (localeOfRoute(old, locales) !== fallback || localeOfRoute(route, locales) !== fallback) return [];
  return folders.filter((locale) => locale !== fallback).map((locale) => [routeInLocale(old, fallback, locale), routeInLocale(route, fallback, locale)]);
}

function conflict(claim: Claim, problem: string): UsageError {
  return new UsageError(`${placeOf(claim)}: the former address “${claim.address}” ${problem}.`);
}

/** `path:line` of a former address. */
function placeOf({ page: { path, source }, address }: Claim): string {
  const lines = source.split('\n');
  const key = lines.findIndex((line) => /^["']?formerly\b/.test(line));
  const line = lines.findIndex((line, index) => index >= key && line.split(/[\s,'"[\]]+/).includes(address));
  return `${path}:${(line < 0 ? key : line) + 1}`;
}
