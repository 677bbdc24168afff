import type { Page } from '../content/types.ts';
import { isAboutRepository } from '../content/routes.ts';
import { type LinkGraph, siteAddress } from './links.ts';
import { isPart } from './parts.ts';
import type { Site } from './types.ts';

/** A page that a base has, and whose address leads nowhere today. */
export interface GonePage {
  /** As it stands on the base. */
  before: Page;
  /** Where it stands today; null where it was deleted. */
  now: Page | null;
  /** The address that readers, search engines and other sites know, with leading slash. */
  address: string;
}

/**
 * Of pages of a base, those whose addresses lead nowhere today: no page has them, today or as an address that it had
 * before, and no redirect of the site's configuration.
 * @param paths path of each of them today; null where it was deleted
 */
export function gonePages(pages: readonly Page[], base: LinkGraph, site: Site, paths: ReadonlyMap<string, string | null>): GonePage[] {
  return pages.filter(isPublished).flatMap((before) => {
    const address = siteAddress(base, before);
    // A translation that is gone shows the page of the first language in its place.
    const stands = before.locale === '' ? address : address.replace(new RegExp(`/${before.locale}(?=/|$)`, 'i'), '');
    if ([before.route, address, stands].some((each) => site.links.serves(each))) return [];
    return [{ before, now: site.byPath.get(paths.get(before.path) ?? '') ?? null, address }];
  });
}

function isPublished({ path, facts }: Page): boolean {
  const { draft, published } = facts.frontmatter as Record<string, unknown>;
  return !isPart(path) && !isAboutRepository(path) && draft !== true && published !== false;
}
