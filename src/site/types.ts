import type { Page } from '../content/types.ts';
import type { Product } from '../product/types.ts';
import type { LinkGraph } from './links.ts';
import type { Task } from './tasks/types.ts';
import type { Cluster } from './topics/types.ts';

/** Everything that rules may ask about the tree. */
export interface Site {
  pages: Page[];
  byPath: Map<string, Page>;
  byRoute: Map<string, Page>;
  links: LinkGraph;
  product: Product;
  /** Tasks that contact mentions and guides serve, joined over pages. */
  tasks: Task[];
  /** Groups of pages that may tell one topic. */
  topics: Cluster[];
}
