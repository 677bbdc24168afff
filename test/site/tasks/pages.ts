import { extractPage } from '../../../src/content/extract/index.ts';
import { createParsers } from '../../../src/content/parse.ts';
import type { Page } from '../../../src/content/types.ts';
import type { Product } from '../../../src/product/types.ts';

const parsers = await createParsers('satteri');

/** A page of a tree, from its path and source. */
export function page(path: string, source: string): Page {
  const extracted = extractPage(path, 'md', source, parsers, { labels: true }, { parse: 0, extract: 0 });
  return { path, route: `/${path.replace(/\.md$/, '')}`, dialect: 'md', locale: '', source, ...extracted };
}

/** A product with these names and nothing else. */
export function product(...names: string[]): Product {
  return { names, domains: ['postwing.example'], origin: 'configuration', interface: null, facts: null, selfServe: null };
}
