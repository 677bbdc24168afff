import { expect, test } from 'vitest';
import type { Page } from '../../src/content/types.ts';
import { openBuilt } from '../../src/search/files.ts';
import { indexPages } from '../../src/search/site-index.ts';
import { entriesOf } from './entries.ts';
import { page } from './page.ts';

const addressOf = ({ route }: Page) => `/docs${route}/`;
const entries = async (pages: Page[]) => entriesOf(openBuilt(await indexPages(pages, addressOf)));

test('an entry holds title, description and the headings between title and fine print', async () => {
  const headings: [number, string][] = [[1, 'HTTPS'], [2, 'Turn it on'], [4, 'By record'], [5, 'Small print']];
  expect(await entries([page('guides/https.md', { title: 'HTTPS', description: 'Links with a lock.', headings })])).toEqual([
    {
      address: '/docs/guides/https/',
      title: 'HTTPS',
      description: 'Links with a lock.',
      headings: [
        { text: '', anchor: '' },
        { text: 'Turn it on', anchor: 'turn-it-on' },
        { text: 'By record', anchor: 'by-record' },
      ],
    },
  ]);
});

test('the order of the pages does not change the index', async () => {
  const pages = ['b.md', 'a.md', 'c.md'].map((path) => page(path));
  expect(await indexPages(pages, addressOf)).toEqual(await indexPages(pages.toReversed(), addressOf));
});

test('a page that asks to be left out is left out', async () => {
  expect(await entries([page('a.md', { frontmatter: { pagefind: false } })])).toEqual([]);
});

test('areas and plans are there to narrow a search by, where there is a choice', async () => {
  const pages = [page('guides/a.md', { frontmatter: { plan: 'pro' } }), page('billing/b.md', { frontmatter: { plan: 'pro' } })];
  const { head } = await indexPages(pages, addressOf);
  expect(head.facets).toEqual({ area: ['billing', 'guides'] });
});
