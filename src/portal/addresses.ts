import { slug } from 'github-slugger';
import type { Page } from '../content/types.ts';

/** The part of Astro's configuration that decides what an address looks like. */
export interface AddressFormat {
  base: string;
  trailingSlash: 'always' | 'never' | 'ignore';
  build: { format: 'file' | 'directory' | 'preserve' };
}

/**
 * The route that Astro's content loader gives a page, by its path in the content folder: a `slug` of its own, else the
 * path with every part as a slug. Begins with `/`, without base.
 */
export function routeOfPage({ path, facts }: Pick<Page, 'path' | 'facts'>): string {
  const own = facts.frontmatter.slug;
  const parts = path.replace(/\.[^./]+$/, '').split('/').map((part) => slug(part));
  const route = own === undefined ? parts.join('/').replace(/(^|\/)index$/, '') : own.replace(/^\/+|\/+$/g, '');
  return `/${route}`;
}

/** Makes the address of a route (`/guides/https`) as Starlight writes it in its own links, base included. */
export function formatAddress(route: string, { base, trailingSlash, build }: AddressFormat): string {
  const prefix = base.replace(/\/$/, '');
  const path = route === '/' ? '' : route;
  if (build.format === 'file') return `${prefix}${path === '' ? '/index' : path}.html`;
  if (trailingSlash === 'never') return `${prefix}${path}` || '/';
  return `${prefix}${path}/`;
}

/** The route of a page as Astro names it after a build (`guides/https/`, `guides/https.html`). */
export function routeOfBuiltPage(pathname: string): string {
  const path = decodeURI(pathname).replace(/(^|\/)index\.html$|\.html$/, '').replace(/^\/+|\/+$/g, '');
  return `/${path}`;
}
