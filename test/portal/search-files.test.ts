import { expect, test } from 'vitest';
import { siteLocales } from '../../src/portal/locales.ts';
import { searchFiles } from '../../src/portal/search-files.ts';
import { openIndex } from '../../src/search/files.ts';
import { entriesOf } from '../search/entries.ts';
import { page } from '../search/page.ts';

const format = { base: '/docs', trailingSlash: 'ignore', build: { format: 'directory' } } as const;
const everywhere = () => true;

/** What the index behind one file says of each page. */
const entries = async (files: Map<string, Uint8Array>, first: string) => entriesOf(await openIndex(files.get(first)!, async (name) => files.get(name)!));
const addresses = async (files: Map<string, Uint8Array>) =>
  Object.fromEntries(await Promise.all([...files.keys()].map(async (file) => [file, (await entries(files, file)).map((each) => each.address)])));

test('a site in one language has one index, with the base in every address', async () => {
  const files = await searchFiles([page('index.md'), page('guides/https.md')], siteLocales({}), format, everywhere);
  expect(await addresses(files)).toEqual({ 'index.bin': ['/docs/', '/docs/guides/https/'] });
});

test('pages that the site does not publish are not found', async () => {
  const files = await searchFiles([page('index.md'), page('draft.md')], siteLocales({}), format, (route) => route !== '/draft');
  expect(await addresses(files)).toEqual({ 'index.bin': ['/docs/'] });
});

test('every locale has an index, filled up with the default locale as Starlight does it', async () => {
  const pages = [page('a.md', { title: 'A' }), page('b.md', { title: 'B' }), page('de/a.md', { title: 'Ä' })];
  const files = await searchFiles(pages, siteLocales({ locales: { root: {}, de: {} }, defaultLocale: 'root' }), format, everywhere);
  expect(await addresses(files)).toEqual({
    'index.bin': ['/docs/a/', '/docs/b/'],
    'index.de.bin': ['/docs/de/a/', '/docs/de/b/'],
  });
  expect((await entries(files, 'index.de.bin')).map((each) => each.title)).toEqual(['Ä', 'B']);
});

test('a default locale with a folder of its own has its index under its name', async () => {
  const pages = [page('en/a.md'), page('de/b.md')];
  const files = await searchFiles(pages, siteLocales({ locales: { en: {}, de: {} }, defaultLocale: 'en' }), format, everywhere);
  expect(await addresses(files)).toEqual({
    'index.en.bin': ['/docs/en/a/'],
    'index.de.bin': ['/docs/de/a/', '/docs/de/b/'],
  });
});
