import type { Page } from '../../content/types.ts';
import type { Task } from '../tasks/types.ts';
import { clusterEdges } from './clusters.ts';
import { compare } from './compare.ts';
import { comparedPages } from './editions.ts';
import type { Inbound, Listed } from './keep.ts';
import type { Cluster, TopicEdge } from './types.ts';

/** Groups of pages that may tell one topic or serve one task, best first. */
export function findTopics(pages: Page[], inbound: Inbound, tasks: Task[], isListed: Listed = () => false): Cluster[] {
  const edges = compare(comparedPages(pages).pages, inbound, tasks).edges();
  // What other channels tell is held against the tree, never against one another.
  return clusterEdges(edges.filter(({ a, b }) => !a.channel || !b.channel), inbound, isListed);
}

/** A page that seems to tell what another one tells. */
export interface LikePage {
  page: Page;
  /** What was seen. */
  evidence: TopicEdge['evidence'];
}

/** Pages named beside a page that is new or whose subject changed: more would not be read. */
const mostLikePages = 3;

/** The pages that seem to tell what a page tells, the likeliest first, three at most: for its writer, before it is published. */
export function pagesLike(topics: Cluster[], page: Page): LikePage[] {
  const found = new Map<Page, LikePage>();
  for (const { edges } of topics) {
    for (const { a, b, evidence } of edges.toSorted((one, other) => other.strength - one.strength)) {
      const other = a === page ? b : b === page ? a : null;
      if (other && !found.has(other)) found.set(other, { page: other, evidence });
    }
  }
  return [...found.values()].slice(0, mostLikePages);
}
