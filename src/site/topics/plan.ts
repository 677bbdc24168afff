import type { Page } from '../../content/types.ts';
import type { Site } from '../types.ts';
import { relink, type Relink } from './relink.ts';
import { alignSections, type AlignedSection } from './sections.ts';
import type { Cluster } from './types.ts';

/** What there is to do to make one page of a cluster. */
export interface MergePlan {
  /** The page to keep, and why. */
  keep: Cluster['keep'];
  /** Each other page, and what it holds beside what the page to keep has of it. */
  merges: Merge[];
  /** Links of pages that stay which lead to a page that goes. */
  relinks: Relink[];
}

/** A page that goes. */
export interface Merge {
  page: Page;
  sections: AlignedSection[];
  /** Addresses that have to lead to the page to keep: its own, and those that it had before. */
  redirects: string[];
}

/** Plans how a cluster becomes one page. */
export function planMerge({ links }: Site, { pages, keep }: Cluster): MergePlan {
  const others = pages.filter((page) => page !== keep.page && page.channel === undefined);
  const merges = others.map((page): Merge => ({ page, sections: alignSections(page, keep.page), redirects: [page.route, ...[page.facts.frontmatter.formerly ?? []].flat()] }));
  const relinks = merges.flatMap(({ page, sections }) =>
    (links.in.get(page) ?? []).filter(({ from }) => !others.includes(from)).map((link) => relink(links, link, keep.page, (anchor) => anchorIn(sections, anchor))),
  );
  return { keep, merges, relinks: relinks.sort((a, b) => (a.from.path < b.from.path ? -1 : a.from.path > b.from.path ? 1 : (a.range?.start ?? 0) - (b.range?.start ?? 0))) };
}

/** The anchor of the section that tells what an anchor of a page that goes led to; empty for the page as a whole. */
function anchorIn(sections: AlignedSection[], anchor: string): string {
  const aligned = sections.find(({ section }) => section.slug !== '' && section.slug === anchor);
  if (!aligned) return '';
  return aligned.standing === 'missing' ? anchor : (aligned.match?.slug ?? '');
}
