import type { OwnersOf } from '../content/codeowners.ts';
import type { Page } from '../content/types.ts';
import type { Product } from '../product/types.ts';
import { judgeLabels } from './labels/index.ts';
import { buildLinks, type LinkOptions } from './links.ts';
import { findPassages } from './passages/index.ts';
import { createHeadingFinder } from './tasks/headings.ts';
import { joinTasks, judgeMentions, register, registeredTasks } from './tasks/index.ts';
import { ownersOfPages } from './owners.ts';
import { findTopics } from './topics/index.ts';
import type { Site } from './types.ts';

export interface SiteOptions extends LinkOptions {
  /** Owners by the repository’s CODEOWNERS; null where it has none. */
  codeowners: OwnersOf | null;
}

/** Indexes a tree: everything that rules may ask, made once from the facts of all pages. */
export function buildSite(pages: Page[], product: Product, options: SiteOptions): Site {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const byRoute = new Map(pages.map((page) => [page.route, page]));
  const links = buildLinks(pages, options);
  const mentions = judgeMentions(pages, product);
  const registered = registeredTasks(pages, product.selfServe);
  const tasks = register(joinTasks(mentions), registered);
  const topics = findTopics(pages, links, tasks);
  return {
    pages,
    byPath,
    byRoute,
    links,
    product,
    owners: ownersOfPages(pages, options.codeowners),
    mentions,
    tasks,
    registered,
    headings: createHeadingFinder(pages),
    labels: judgeLabels(pages, product),
    topics,
    passages: findPassages(pages, links, topics),
  };
}
