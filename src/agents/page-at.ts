import { UsageError } from '../content/errors.ts';
import type { Page } from '../content/types.ts';
import type { Site } from '../site/types.ts';

/**
 * The page that is meant by its path in the tree or by its address in the site; nothing outside of the tree can be meant.
 * @throws UsageError where there is none
 */
export function pageAt({ byPath, byRoute }: Site, named: string): Page {
  const address = `/${named.replace(/^\/+|\/+$/g, '')}`;
  const page = byPath.get(named.replace(/^\.\//, '')) ?? byRoute.get(address);
  if (!page) throw new UsageError(`There is no page “${named}” in the documentation. Name it by its path, as search_docs and the list of resources do.`);
  return page;
}
