import type { Link } from '../content/extract/links.ts';
import type { Page } from '../content/types.ts';
import { routeOf } from '../product/crawl/routes.ts';
import type { CrawledScreens, PastScreen, Product } from '../product/types.ts';
import { escapeRegExp } from '../text/escape.ts';

/** A link of a page into the product, to a route that no screen of today has. */
export interface LostLink {
  page: Page;
  link: Link;
  /** As the crawl has it, whatever the readers' address is. */
  route: string;
  /** The screen that was there; null where no crawl has seen one. */
  past: PastScreen | null;
  /** Address of the screen that has its place today, as readers have it; empty for none. */
  today: string;
}

/** Links into the product that lead to no screen of today, in the order of the pages. */
export function lostLinks(pages: readonly Page[], { interface: map }: Pick<Product, 'interface'>): LostLink[] {
  const crawls = map?.crawls.map(routesOf) ?? [];
  if (crawls.length === 0) return [];
  return pages.flatMap((page) =>
    page.facts.links.flatMap((link) => (link.kind === 'link' && /^https?:/i.test(link.target) ? crawls.flatMap((crawl) => lost(page, link, crawl) ?? []).slice(0, 1) : [])),
  );
}

interface Routes {
  crawl: CrawledScreens;
  /** Routes of today; a part of `:id` stands for any. */
  known: Set<string>;
  patterns: RegExp[];
  past: Map<string, PastScreen>;
}

function routesOf(crawl: CrawledScreens): Routes {
  const known = new Set(crawl.screens.map(({ route }) => route));
  const patterns = [...known].filter((route) => route.includes('/:id')).map((route) => new RegExp(`^${route.split('/').map((part) => (part === ':id' ? '[^/]+' : escapeRegExp(part))).join('/')}$`));
  return { crawl, known, patterns, past: new Map(crawl.past.map((screen) => [screen.route, screen])) };
}

function lost(page: Page, link: Link, { crawl, known, patterns, past }: Routes): LostLink | null {
  // What the reader has to fill in is no address yet.
  if (!URL.canParse(link.target) || /[{}<>[\]]|%7B|%3C/i.test(link.target)) return null;
  const { href } = new URL(link.target);
  const [begin, crawled] = [crawl.address, crawl.name].map((address) => address.replace(/\/$/, '')) as [string, string];
  const rest = href.slice(begin.length);
  if (!href.startsWith(begin) || !/^(?:$|[/?#])/.test(rest)) return null;
  const route = routeOf(crawled + rest);
  if (known.has(route) || patterns.some((pattern) => pattern.test(route))) return null;
  const gone = past.get(route) ?? null;
  const today = gone?.movedTo ? (new URL(crawl.name).origin + gone.movedTo).replace(crawled, begin) : '';
  return { page, link, route, past: gone, today };
}
