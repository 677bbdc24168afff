import { expect, test } from 'vitest';
import { sidebarOf } from '../../src/portal/sidebar.ts';
import { page } from '../search/page.ts';

const one = { folders: [], fallback: '' };

test('a folder is a group, named after its index page or else its own name', () => {
  const pages = [page('index.md'), page('rules/index.md', { title: 'All rules' }), page('rules/broken.md'), page('getting-started/ci.md')];
  expect(sidebarOf(pages, one)).toEqual([
    { label: 'Getting started', collapsed: false, items: [{ slug: 'getting-started/ci' }] },
    { label: 'All rules', collapsed: false, items: [{ slug: 'rules', label: 'Overview' }, { slug: 'rules/broken' }] },
  ]);
});

test('below the top level a folder without an index page makes no group', () => {
  const pages = [page('rules/topic/duplicate.md'), page('rules/link/broken.md')];
  expect(sidebarOf(pages, one)).toEqual([
    { label: 'Rules', collapsed: false, items: [{ slug: 'rules/link/broken' }, { slug: 'rules/topic/duplicate' }] },
  ]);
});

test('pages stand in the order they ask for, and a folder where its first page would', () => {
  const order = (number: number) => ({ frontmatter: { sidebar: { order: number } } });
  const pages = [page('a.md'), page('b.md', order(2)), page('z/first.md', order(1)), page('z/last.md')];
  expect(sidebarOf(pages, one)).toEqual([
    { label: 'Z', collapsed: false, items: [{ slug: 'z/first' }, { slug: 'z/last' }] },
    { slug: 'b' },
    { slug: 'a' },
  ]);
});

test('hidden pages, the home page and the 404 page are not listed', () => {
  const pages = [page('index.md'), page('404.md'), page('a.md', { frontmatter: { sidebar: { hidden: true } } }), page('b.md')];
  expect(sidebarOf(pages, one)).toEqual([{ slug: 'b' }]);
});

test('the default locale makes the sidebar of all, without its folder', () => {
  const pages = [page('en/a.md'), page('de/a.md'), page('de/b.md')];
  expect(sidebarOf(pages, { folders: ['en', 'de'], fallback: 'en' })).toEqual([{ slug: 'a' }]);
  expect(sidebarOf([page('a.md'), page('de/a.md')], { folders: ['de'], fallback: '' })).toEqual([{ slug: 'a' }]);
});
