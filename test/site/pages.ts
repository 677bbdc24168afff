import { readFrontmatter } from '../../src/content/frontmatter.ts';
import { readTree } from '../../src/content/extract/tree.ts';
import { createParsers, parse } from '../../src/content/parse.ts';
import { routesOf } from '../../src/content/routes.ts';
import type { Page, PageFacts } from '../../src/content/types.ts';

const parsers = await createParsers('satteri');

/** Pages of a tree that is written down in a test, with the facts that links need. */
export function pagesOf(files: Record<string, string>, content?: string): Page[] {
  const extracted = Object.entries(files).map(([path, source]) => {
    const dialect = path.endsWith('.mdx') ? 'mdx' : 'md';
    const { tree } = parse(parsers, dialect, source);
    if (!tree) throw new Error(`${path} does not parse.`);
    const { headings, anchors, links, includes, frontmatter: written } = readTree(tree, source);
    const frontmatter = written ? readFrontmatter(written).frontmatter : {};
    const titleRange = { start: 0, end: frontmatter.title !== undefined || headings.length > 0 ? 1 : 0 };
    const facts = { title: path, titleRange, frontmatter, headings, anchors, links, problems: [], text: { includes } } as unknown as PageFacts;
    return { path, dialect, source, facts, words: new Uint32Array(), blocks: new Uint32Array(), prints: new Uint32Array() } as const;
  });
  const routes = routesOf(extracted, { content });
  return extracted.map((page, index) => ({ ...page, ...routes[index]! }));
}
