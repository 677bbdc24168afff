import type { Page } from '../content/types.ts';
import type { Product } from '../product/types.ts';
import type { Conflict } from './conflicts/types.ts';
import type { ExternalAnswers } from './external.ts';
import type { GonePage } from './gone.ts';
import type { JudgedLabel } from './labels/types.ts';
import type { LinkGraph } from './links.ts';
import type { Navigation } from './navigation.ts';
import type { Passage } from './passages/types.ts';
import type { HeadingFinder } from './tasks/headings.ts';
import type { Registered } from './tasks/registry.ts';
import type { JudgedMention, Task } from './tasks/types.ts';
import type { Cluster } from './topics/types.ts';

/** Everything that rules may ask about the tree. */
export interface Site {
  pages: Page[];
  /** Pages of other channels, which are judged by topic, conflict and label only. */
  channels: Page[];
  byPath: Map<string, Page>;
  byRoute: Map<string, Page>;
  links: LinkGraph;
  /** What the site's navigation lists; null where it is not known. */
  navigation: Navigation | null;
  /** Pages of the base that lead nowhere today; null where no base is known. */
  gone: readonly GonePage[] | null;
  /** What links to other sites answered; null where nobody followed them. */
  external: ExternalAnswers | null;
  product: Product;
  /** Who owns each page; pages without an owner are not in it. */
  owners: ReadonlyMap<Page, readonly string[]>;
  /** Every mention of support, sales or another contact, judged. */
  mentions: JudgedMention[];
  /** Tasks that contact mentions and guides serve, joined over pages. */
  tasks: Task[];
  /** Tasks of the self-serve registry, with the pages that serve them; empty where there is none. */
  registered: Registered[];
  /** Finds titles and headings by the task they tell. */
  headings: HeadingFinder;
  /** Names of controls that pages tell, judged by the interface map; empty where the product has none. */
  labels: JudgedLabel[];
  /** Groups of pages that may tell one topic. */
  topics: Cluster[];
  /** Text that stands on several pages. */
  passages: Passage[];
  /** Day of the last commit that changed a file, by its path relative to the root; null where git does not tell. */
  fileChanged: (file: string) => string | null;
  /** Pages that tell different values for one thing. */
  conflicts: Conflict[];
}
