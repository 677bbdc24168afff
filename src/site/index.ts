import type { OwnersOf } from '../content/codeowners.ts';
import type { Page } from '../content/types.ts';
import type { Product } from '../product/types.ts';
import { findConflicts } from './conflicts/index.ts';
import { judgeLabels } from './labels/index.ts';
import { type Compared, compareOnce, type KeptIndex } from './kept.ts';
import { buildLinks, type LinkOptions } from './links.ts';
import { findPassages } from './passages/index.ts';
import { listedBy, type Navigation } from './navigation.ts';
import { createHeadingFinder } from './tasks/headings.ts';
import { ownersOfPages } from './owners.ts';
import { excuseByWays, joinTasks, judgeMentions, register, registeredTasks } from './tasks/index.ts';
import { findTopics } from './topics/index.ts';
import { inboundOf } from './topics/keep.ts';
import type { Site } from './types.ts';

export interface SiteOptions extends LinkOptions {
  /** Owners by the repository’s CODEOWNERS; null where it has none. */
  codeowners: OwnersOf | null;
  /** What the site's navigation lists; not known when left out. */
  navigation?: Navigation | null;
  /** Pages of other channels; none when left out. */
  channels?: Page[];
  /** Day of the last commit that changed an image; none is known when left out. */
  fileChanged?: Site['fileChanged'];
  /** Where what an earlier run found may be taken from; none when left out. */
  kept?: KeptIndex | null;
}

/** Indexes a tree: everything that rules may ask, made once from the facts of all pages. */
export function buildSite(pages: Page[], product: Product, { channels = [], ...options }: SiteOptions): Site {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const byRoute = new Map(pages.map((page) => [page.route, page]));
  const links = buildLinks(pages, options);
  const mentions = excuseByWays(judgeMentions(pages, product), links);
  const registered = registeredTasks(pages, product.selfServe);
  const tasks = register(joinTasks(mentions), registered);
  const inbound = inboundOf(links);
  const isListed = options.navigation ? listedBy(options.navigation) : () => false;
  const told = [...pages, ...channels];
  const compare = (): Compared => {
    const topics = findTopics(told, inbound, tasks, isListed);
    return { topics, passages: findPassages(pages, links, topics), conflicts: findConflicts(told) };
  };
  const compared = options.kept && channels.length === 0 ? compareOnce(pages, inbound, tasks, isListed, options.kept, compare) : compare();
  return {
    pages,
    channels,
    byPath,
    byRoute,
    links,
    navigation: options.navigation ?? null,
    external: null,
    gone: null,
    product,
    owners: ownersOfPages(pages, options.codeowners),
    mentions,
    tasks,
    registered,
    headings: createHeadingFinder(pages),
    labels: judgeLabels(told, product),
    ...compared,
    fileChanged: options.fileChanged ?? (() => null),
  };
}
