import type { Page } from '../content/types.ts';
import { judgeLabels } from './labels/index.ts';
import { resolveAgain, type ResolvedLink } from './links.ts';
import type { Site } from './types.ts';

/**
 * The index with other texts for some of its pages, while somebody writes them: links and labels are judged again, and
 * everything that takes the words of all pages (tasks, topics, passages) stays as it was.
 */
export function withTexts(site: Site, texts: readonly Page[]): Site {
  const replaced = new Map(texts.flatMap((page): [Page, Page][] => (site.byPath.has(page.path) ? [[site.byPath.get(page.path)!, page]] : [])));
  if (replaced.size === 0) return site;
  const today = (page: Page) => replaced.get(page) ?? page;
  const pages = site.pages.map(today);
  const labels = Map.groupBy(site.labels, ({ page }) => page);
  for (const page of replaced.values()) labels.set(page, judgeLabels([page], site.product));
  return {
    ...site,
    pages,
    byPath: new Map(pages.map((page) => [page.path, page])),
    byRoute: new Map(pages.map((page) => [page.route, page])),
    links: resolveAgain(site.links, pages, replaced),
    labels: [...pages, ...site.channels].flatMap((page) => labels.get(page) ?? []),
  };
}

/**
 * The index with those links only that lead where links of some pages lead: rules on links say of these what they say in
 * the whole, and need not look at all others.
 */
export function narrowed(site: Site, pages: readonly Page[]): Site {
  const wanted = new Set(pages.flatMap((page) => (site.links.out.get(page) ?? []).map(placeOf)));
  wanted.delete('');
  const own = new Set(pages);
  const out = new Map(Array.from(site.links.out, ([page, links]) => [page, own.has(page) ? links : links.filter((link) => wanted.has(placeOf(link)))]));
  return { ...site, links: { ...site.links, out } };
}

/** What links have in common that may be one finding: they lead to one page, or to one place that is none. Empty for what no rule looks at. */
function placeOf({ target }: ResolvedLink): string {
  if (target.kind === 'missing' || target.kind === 'redirected') return target.address;
  return target.kind === 'page' ? target.page.path : '';
}
