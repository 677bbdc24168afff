import { expect, test } from 'vitest';
import { siteLocales } from '../../src/portal/locales.ts';
import { searchFiles } from '../../src/portal/search-files.ts';
import { page } from '../search/page.ts';

const format = { base: '/docs', trailingSlash: 'ignore', build: { format: 'directory' } } as const;
const everywhere = () => true;

const addresses = (files: ReturnType<typeof searchFiles>) =>
  Object.fromEntries([...files].map(([file, index]) => [file, index.pages.map((each) => each.address)]));

test('a site in one language has one index, with the base in every address', () => {
  const files = searchFiles([page('index.md'), page('guides/https.md')], siteLocales({}), format, everywhere);
  expect(addresses(files)).toEqual({ 'waymark/search.json': ['/docs/', '/docs/guides/https/'] });
});

test('pages that the site does not publish are not found', () => {
  const files = searchFiles([page('index.md'), page('draft.md')], siteLocales({}), format, (route) => route !== '/draft');
  expect(addresses(files)).toEqual({ 'waymark/search.json': ['/docs/'] });
});

test('every locale has an index, filled up with the default locale as Starlight does it', () => {
  const pages = [page('a.md', { title: 'A' }), page('b.md', { title: 'B' }), page('de/a.md', { title: 'Ä' })];
  const files = searchFiles(pages, siteLocales({ locales: { root: {}, de: {} }, defaultLocale: 'root' }), format, everywhere);
  expect(addresses(files)).toEqual({
    'waymark/search.json': ['/docs/a/', '/docs/b/'],
    'waymark/search.de.json': ['/docs/de/a/', '/docs/de/b/'],
  });
  expect(files.get('waymark/search.de.json')?.pages.map((each) => each.title)).toEqual(['Ä', 'B']);
});

test('a default locale with a folder of its own has its index under its name', () => {
  const pages = [page('en/a.md'), page('de/b.md')];
  const files = searchFiles(pages, siteLocales({ locales: { en: {}, de: {} }, defaultLocale: 'en' }), format, everywhere);
  expect(addresses(files)).toEqual({
    'waymark/search.en.json': ['/docs/en/a/'],
    'waymark/search.de.json': ['/docs/de/a/', '/docs/de/b/'],
  });
});
