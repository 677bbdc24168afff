import { z } from 'zod';
import type { Page } from '../content/types.ts';
import { routeOfPage } from './addresses.ts';
import { localeOfRoute, routeInLocale, type SiteLocales } from './locales.ts';
import { inWords } from './words.ts';

/** The part of Starlight's `sidebar` configuration that this makes. */
export type SidebarItem = { slug: string; label?: string } | { label: string; items: SidebarItem[]; collapsed: boolean };

// Starlight's own frontmatter keys, so that a tree reads the same with and without this plugin.
const sidebarKeys = z
  .object({ order: z.number(), label: z.string(), hidden: z.boolean() })
  .partial()
  .catch({});

/** A place in the tree of routes: a page, a folder, or a folder with a page of its own. */
interface Branch {
  segment: string;
  page: Page | null;
  /** Starlight's name for the page: its route in the default locale, without slashes at the ends. */
  slug: string;
  children: Map<string, Branch>;
}

/**
 * The sidebar of a content tree, from its folders: a folder is a group, named after its index page. Below the top level a
 * folder without an index page makes no group: its pages join the folder above. Starlight does this itself, but only for
 * pages in its own folder.
 * @param pages the published pages; those of the default locale make the sidebar of all
 */
export function sidebarOf(pages: Page[], locales: SiteLocales): SidebarItem[] {
  const root: Branch = { segment: '', slug: '', page: null, children: new Map() };
  for (const page of pages) {
    const original = routeOfPage(page);
    if (localeOfRoute(original, locales) !== locales.fallback) continue;
    const slug = routeInLocale(original, locales.fallback, '').slice(1);
    // The home page is the site's title, in every Starlight header.
    if (slug === '' || slug === '404' || keysOf(page).hidden) continue;
    let branch = root;
    for (const segment of slug.split('/')) {
      let next = branch.children.get(segment);
      if (!next) branch.children.set(segment, (next = { segment, slug, page: null, children: new Map() }));
      branch = next;
    }
    branch.page = page;
    branch.slug = slug;
  }
  return inOrder(root).map(itemOf);
}

function itemOf(branch: Branch): SidebarItem {
  const { page } = branch;
  if (page && branch.children.size === 0) return { slug: branch.slug };
  const own: SidebarItem[] = page ? [{ slug: branch.slug, label: 'Overview' }] : [];
  const label = page ? (keysOf(page).label ?? page.facts.title) : inWords(branch.segment);
  return { label, items: [...own, ...inOrder(branch).flatMap(itemsBelow)], collapsed: false };
}

function itemsBelow(branch: Branch): SidebarItem[] {
  return branch.page ? [itemOf(branch)] : inOrder(branch).flatMap(itemsBelow);
}

function inOrder(branch: Branch): Branch[] {
  return [...branch.children.values()].toSorted(
    (a, b) => orderOf(a) - orderOf(b) || a.segment.localeCompare(b.segment, 'en'),
  );
}

/** A folder stands where its first page would stand. */
function orderOf(branch: Branch): number {
  const own = branch.page ? keysOf(branch.page).order : undefined;
  // Number.MAX_VALUE, as in Starlight: without an order a page comes last.
  return own ?? Math.min(Number.MAX_VALUE, ...[...branch.children.values()].map(orderOf));
}

function keysOf(page: Page): z.infer<typeof sidebarKeys> {
  return sidebarKeys.parse(page.facts.frontmatter['sidebar'] ?? {});
}
