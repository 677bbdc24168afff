import { expect, test } from 'vitest';
import type { Page } from '../../src/content/types.ts';
import { buildIndex } from '../../src/search/build.ts';
import { page } from './page.ts';

const addressOf = ({ route }: Page) => `/docs${route}/`;

test('an index holds title, description and the headings between title and fine print', () => {
  const headings: [number, string][] = [[1, 'HTTPS'], [2, 'Turn it on'], [4, 'By record'], [5, 'Small print']];
  const index = buildIndex([page('guides/https.md', { title: 'HTTPS', description: 'Links with a lock.', headings })], addressOf);
  expect(index).toEqual({
    version: 1,
    pages: [
      {
        address: '/docs/guides/https/',
        title: 'HTTPS',
        description: 'Links with a lock.',
        headings: [
          { text: 'Turn it on', anchor: 'turn-it-on' },
          { text: 'By record', anchor: 'by-record' },
        ],
      },
    ],
  });
});

test('the order of the pages does not change the index', () => {
  const pages = ['b.md', 'a.md', 'c.md'].map((path) => page(path));
  expect(buildIndex(pages, addressOf)).toEqual(buildIndex(pages.toReversed(), addressOf));
});

test('a page that asks to be left out is left out', () => {
  expect(buildIndex([page('a.md', { frontmatter: { pagefind: false } })], addressOf).pages).toEqual([]);
});
