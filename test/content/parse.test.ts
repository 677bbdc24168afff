import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createParsers, parse } from '../../src/content/parse.ts';
import { readTree } from '../../src/content/extract/tree.ts';
import { extractPage } from '../../src/content/extract/index.ts';

const corpora = path.resolve('../shared/corpora');
const satteri = await createParsers('satteri');
const remark = await createParsers('remark');

describe('problems', () => {
  test('an unclosed component in MDX has its place', () => {
    const source = '# Title\n\n<Card title="x">\n\ntext\n';
    const { problem } = parse(satteri, 'mdx', source);
    expect(problem).toMatchObject({ kind: 'syntax' });
    expect(source.slice(0, problem!.range.start).split('\n').length).toBeGreaterThanOrEqual(3);
  });

  test('a page of broken MDX is still read as Markdown', () => {
    const { facts } = extractPage('a.mdx', 'mdx', '# Title\n\n<Card>\n\n[x](y.md) {\n', satteri, { labels: true }, { parse: 0, extract: 0 });
    expect(facts.problems).toHaveLength(1);
    expect(facts.links.map(({ target }) => target)).toEqual(['y.md']);
  });

  test('a heading id in braces is no expression', () => {
    const source = '## Set it up {#set-up}\n';
    const { tree } = parse(satteri, 'mdx', source);
    expect(readTree(tree!, source).headings).toEqual([{ depth: 2, text: 'Set it up', slug: 'set-up', range: { start: 0, end: 22 } }]);
  });
});

/**
 * Both parsers must read the corpora alike, for the linter reads a page as the site renders it. What differs is known:
 * Sätteri accepts some MDX that remark refuses, and gives no places of attributes.
 */
describe.skipIf(!existsSync(corpora))('Sätteri and remark agree on the corpora', () => {
  for (const corpus of existsSync(corpora) ? readdirSync(corpora) : []) {
    const content = path.join(corpora, corpus, 'content');
    if (!existsSync(content)) continue;
    // Every fifth page: remark takes a minute for all of them.
    const pages = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => /\.mdx?$/.test(file)).filter((_, index) => index % 5 === 0);
    test(`${corpus}, ${pages.length} pages`, () => {
      const differing = pages.filter((file) => {
        const source = readFileSync(path.join(content, file), 'utf8');
        const dialect = file.endsWith('x') ? 'mdx' : 'md';
        const [one, other] = [satteri, remark].map((parsers) => {
          const { tree } = parse(parsers, dialect, source);
          return tree ? JSON.stringify(readTree(tree, source)) : 'refused';
        });
        return one !== other;
      });
      expect(differing).toEqual([]);
    });
  }
});
