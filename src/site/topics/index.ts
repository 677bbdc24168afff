import type { Page } from '../../content/types.ts';
import type { Task } from '../tasks/types.ts';
import { clusterEdges } from './clusters.ts';
import { compare } from './compare.ts';
import { comparedPages } from './editions.ts';
import type { Inbound } from './keep.ts';
import type { Cluster } from './types.ts';

/** Groups of pages that may tell one topic or serve one task, best first. */
export function findTopics(pages: Page[], inbound: Inbound, tasks: Task[]): Cluster[] {
  return clusterEdges(compare(comparedPages(pages).pages, inbound, tasks).edges(), inbound);
}
