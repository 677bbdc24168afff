import { hash } from 'node:crypto';
import type { Cache } from '../../content/cache.ts';
import type { Page } from '../../content/types.ts';
import type { Task } from '../tasks/types.ts';
import { findTopics } from './index.ts';
import type { Inbound, Listed } from './keep.ts';
import type { Cluster, TopicEdge } from './types.ts';

/** A cache, and what tells the pages of a tree, their facts and the code that made them from all others. */
export interface KeptIndex {
  cache: Cache;
  /** Name of the tree's files in the cache. */
  name: string;
  digest: string;
}

/** Edges with pages as indexes into the tree's. */
interface KeptEdge extends Omit<TopicEdge, 'a' | 'b'> {
  a: number;
  b: number;
}

interface KeptCluster extends Omit<Cluster, 'pages' | 'edges' | 'keep'> {
  pages: number[];
  edges: KeptEdge[];
  keep: { page: number; why: string };
}

interface Kept {
  digest: string;
  clusters: KeptCluster[];
}

/** Finds topics, unless an earlier run found those of the very same pages, links and tasks: they take a third of an index. */
export function findTopicsOnce(pages: Page[], inbound: Inbound, tasks: Task[], isListed: Listed, { cache, name, digest }: KeptIndex): Cluster[] {
  const indexes = new Map(pages.map((page, index): [unknown, number] => [page, index]));
  /** JSON with pages as their indexes. */
  const toJson = (value: unknown): string => JSON.stringify(value, (_, each: unknown) => indexes.get(each) ?? (each instanceof Map || each instanceof Set ? [...each] : each));
  const read = [digest, pages.map(({ route, locale }) => [route, locale]), pages.map((page) => [...inbound(page)]), pages.map(isListed), tasks];
  const wanted = hash('sha256', toJson(read), 'hex');
  const bytes = cache.read(`${name}.topics`);
  const kept = bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Kept) : null;
  if (kept?.digest === wanted) return kept.clusters.map((cluster) => restore(cluster, pages));
  const clusters = findTopics(pages, inbound, tasks, isListed);
  cache.write(`${name}.topics`, [Buffer.from(toJson({ digest: wanted, clusters }))]);
  return clusters;
}

function restore({ pages: members, edges, keep, ...cluster }: KeptCluster, pages: Page[]): Cluster {
  return {
    ...cluster,
    pages: members.map((index) => pages[index]!),
    edges: edges.map(({ a, b, ...edge }) => ({ a: pages[a]!, b: pages[b]!, ...edge })),
    keep: { ...keep, page: pages[keep.page]! },
  };
}
