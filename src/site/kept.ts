import { hash } from 'node:crypto';
import type { Cache } from '../content/cache.ts';
import type { Page } from '../content/types.ts';
import type { Conflict } from './conflicts/types.ts';
import type { Passage } from './passages/types.ts';
import type { Task } from './tasks/types.ts';
import type { Inbound, Listed } from './topics/keep.ts';
import type { Cluster } from './topics/types.ts';

/** A cache, and what tells the pages of a tree, their facts and the code that made them from all others. */
export interface KeptIndex {
  cache: Cache;
  /** Name of the tree's files in the cache. */
  name: string;
  digest: string;
}

/** What is found by holding the pages of a tree against one another. */
export interface Compared {
  topics: Cluster[];
  passages: Passage[];
  conflicts: Conflict[];
}

interface Kept {
  digest: string;
  found: Compared;
}

/** Compares pages, unless an earlier run compared the very same pages, links and tasks: it takes half of an index. */
export function compareOnce(pages: Page[], inbound: Inbound, tasks: Task[], isListed: Listed, { cache, name, digest }: KeptIndex, compare: () => Compared): Compared {
  const indexes = new Map(pages.map((page, index): [unknown, number] => [page, index]));
  /** JSON with pages as their indexes. */
  const toJson = (value: unknown): string =>
    JSON.stringify(value, (_, each: unknown) => {
      const page = indexes.get(each);
      return page !== undefined ? { page$: page } : each instanceof Map || each instanceof Set ? [...each] : each;
    });
  const read = [digest, pages.map(({ route, locale, version }) => [route, locale, version]), pages.map((page) => [...inbound(page)]), pages.map(isListed), tasks];
  const wanted = hash('sha256', toJson(read), 'hex');
  const bytes = cache.read(`${name}.topics`);
  const kept = bytes ? (JSON.parse(new TextDecoder().decode(bytes), (_, each: unknown) => (isPlace(each) ? pages[each.page$] : each)) as Kept) : null;
  if (kept?.digest === wanted) return kept.found;
  const found = compare();
  cache.write(`${name}.topics`, [Buffer.from(toJson({ digest: wanted, found }))]);
  return found;
}

/** A page, as its index into the pages of the tree. */
function isPlace(value: unknown): value is { page$: number } {
  return typeof value === 'object' && value !== null && 'page$' in value;
}
