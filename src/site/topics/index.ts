import type { Page } from '../../content/types.ts';
import type { LinkGraph } from '../links.ts';
import type { Task } from '../tasks/types.ts';
import { clusterEdges } from './clusters.ts';
import { compare } from './compare.ts';
import { comparedPages } from './editions.ts';
import { inboundOf } from './keep.ts';
import type { Cluster } from './types.ts';

/** Groups of pages that may tell one topic or serve one task, best first. */
export function findTopics(pages: Page[], links: LinkGraph, tasks: Task[]): Cluster[] {
  const inbound = inboundOf(links);
  return clusterEdges(compare(comparedPages(pages).pages, inbound, tasks).edges(), inbound);
}
