import { expect, test } from 'vitest';
import { routesOf } from '../../../src/content/routes.ts';
import { comparedPages } from '../../../src/site/topics/editions.ts';
import { pagesOf } from '../pages.ts';

const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');

/** Paths of the pages that are compared, of those of three editions. */
function comparedOf(versions?: string[]): string[] {
  const pages = pagesOf(Object.fromEntries(['docs/aurora/setup.md', 'docs/borealis/setup.md', 'docs/next/setup.md', 'docs/faq.md'].map((path) => [path, `# Setup\n\n${text}`])));
  const routes = routesOf(pages, { versions });
  return comparedPages(pages.map((page, index) => ({ ...page, ...routes[index]!, words: new Uint32Array(60) }))).pages.map(({ path }) => path);
}

test('of versions that the configuration names, the first is the one that is compared', () => {
  expect(comparedOf(['borealis', 'aurora', 'next'])).toEqual(['docs/borealis/setup.md', 'docs/faq.md']);
});

test('a folder that is no version by its name, and told by nobody, is compared', () => {
  expect(comparedOf()).toHaveLength(4);
});

test('of locales the original is compared, also where translations have other names', () => {
  const folders = ['cs', 'de', 'en', 'fr', 'pl', 'sk'];
  const pages = pagesOf(Object.fromEntries([...folders.map((folder, index) => `docs/${folder}/name-${index}.md`), 'docs/en/other.md'].map((path) => [path, `# Setup\n\n${text}`])));
  const routes = routesOf(pages, {});
  const compared = comparedPages(pages.map((page, index) => ({ ...page, ...routes[index]!, words: new Uint32Array(60) })));
  expect(compared.pages.map(({ path }) => path)).toEqual(['docs/en/name-2.md', 'docs/en/other.md']);
});

test('a folder that begins with an underscore holds pieces of pages, but not where it holds most pages, as in Jekyll', () => {
  const pages = pagesOf(Object.fromEntries(['_docs/setup.md', '_docs/guides/teams.md', '_includes/note.md'].map((path) => [path, `# Setup\n\n${text}`])));
  const compared = comparedPages(pages.map((page) => ({ ...page, words: new Uint32Array(60) }))).pages.map(({ path }) => path);
  expect(compared).toEqual(['_docs/setup.md', '_docs/guides/teams.md']);
});
