import type { Page } from '../../content/types.ts';
import type { LinkGraph } from '../links.ts';
import { isDefinition } from './places.ts';

/** Pages that link to a page, itself left out. */
export type Inbound = (page: Page) => ReadonlySet<Page>;

/** Pages that link to a page, by the links of the tree. */
export function inboundOf(links: LinkGraph): Inbound {
  const known = new Map<Page, Set<Page>>();
  return (page) => {
    let from = known.get(page);
    if (!from) known.set(page, (from = new Set(links.in.get(page)?.map((link) => link.from))));
    return from;
  };
}

/** Whether the site's navigation lists a page. */
export type Listed = (page: Page) => boolean;

interface Standing {
  page: Page;
  /** Whether it stands outside of the content tree, in another channel. */
  channel: boolean;
  /** Whether it stands in a glossary: linked from everywhere for its term, and no place for a guide. */
  definition: boolean;
  /** Whether the navigation of the site lists it. */
  listed: boolean;
  /** Number of pages outside the group that link to it. */
  linked: number;
  steps: number;
  words: number;
  /** Day that its frontmatter says it was last changed, ISO 8601; empty where it says none. */
  changed: string;
}

const changeKeys = ['lastUpdated', 'last_updated', 'last_update', 'lastmod', 'updated', 'modified'];

/**
 * The page of a group that should stay: one of the content tree, no definition, then one that the navigation lists, then the one that most other pages lead to, then the fresher, then
 * the more complete one.
 */
export function keepOf(pages: Page[], inbound: Inbound, isListed: Listed): { page: Page; why: string } {
  const standings = pages.map((page) => standingOf(page, pages, inbound, isListed));
  const [best, next] = standings.sort(
    (a, b) => Number(a.channel) - Number(b.channel) || Number(a.definition) - Number(b.definition) || Number(b.listed) - Number(a.listed) || b.linked - a.linked || compare(b.changed, a.changed) || b.steps - a.steps || b.words - a.words || compare(a.page.path, b.page.path),
  );
  return { page: best!.page, why: reason(best!, next!) };
}

function standingOf(page: Page, group: Page[], inbound: Inbound, isListed: Listed): Standing {
  const { frontmatter, steps } = page.facts;
  const changed = changeKeys.map((key) => dayOf(frontmatter[key])).find(Boolean) ?? '';
  const linked = [...inbound(page)].filter((from) => !group.includes(from)).length;
  return { page, channel: page.channel !== undefined, definition: isDefinition(page), listed: isListed(page), linked, steps: steps.length, words: page.words.length, changed };
}

function dayOf(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : '';
}

function reason(best: Standing, next: Standing): string {
  if (next.channel && !best.channel) return 'the other stands outside of the documentation';
  if (next.definition && !best.definition) return 'the other stands among definitions of terms';
  if (best.listed && !next.listed) return 'the navigation lists it, and not the other';
  if (best.linked > next.linked) {
    const links = best.linked === 1 ? 'one other page links' : `${best.linked} other pages link`;
    return `${links} to it`;
  }
  if (best.changed > next.changed) return `it was changed last, on ${best.changed}`;
  if (best.steps > next.steps) return `it has the most steps`;
  if (best.words > next.words) return `it is the longest`;
  return 'the pages are equal, and it comes first';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
