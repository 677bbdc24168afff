import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import type { AddressFormat } from '../../src/portal/addresses.ts';
import type { SiteLocales } from '../../src/portal/locales.ts';
import { redirectsOf } from '../../src/portal/redirects.ts';
import { pagesOf } from '../site/pages.ts';

const oneLocale: SiteLocales = { folders: [], fallback: '' };
const plain: AddressFormat = { base: '/', trailingSlash: 'ignore', build: { format: 'directory' } };
const page = (formerly: string) => `---\ntitle: A page\nformerly: ${formerly}\n---\n\nText.\n`;

function redirects(files: Record<string, string>, format: Partial<AddressFormat> = {}, locales = oneLocale): Record<string, string> {
  return redirectsOf(pagesOf(files), locales, { ...plain, ...format });
}

test('every former address leads to the page', () => {
  const files = { 'index.md': 'Home.', 'guides/https.md': page('[/old/ssl/, cdn]'), 'guides/dns.md': page('/dns#records') };
  expect(redirects(files)).toEqual({ '/dns': '/guides/dns/', '/old/ssl': '/guides/https/', '/cdn': '/guides/https/' });
});

test('an address counts with and without the base, and leads to one with it', () => {
  const files = { 'index.md': 'Home.', 'a.md': page('[/docs/old, /older]') };
  expect(redirects(files, { base: '/docs/', trailingSlash: 'never' })).toEqual({ '/old': '/docs/a', '/older': '/docs/a' });
});

test('an ending stays where Astro does not write it itself', () => {
  const files = { 'index.md': 'Home.', 'a.md': page('/old.html') };
  expect(redirects(files)).toEqual({ '/old.html': '/a/' });
  expect(redirects(files, { build: { format: 'file' } })).toEqual({ '/old': '/a.html' });
});

test('an address on another site is left alone', () => {
  expect(redirects({ 'index.md': 'Home.', 'a.md': page('https://old.example/a') })).toEqual({});
});

describe('in a site with locales', () => {
  const locales: SiteLocales = { folders: ['de', 'fr'], fallback: '' };

  test('a page that stands in for its translations does so under its old address', () => {
    expect(redirects({ 'index.md': 'Home.', 'a.md': page('/old') }, { base: '/docs' }, locales)).toEqual({
      '/old': '/docs/a/',
      '/de/old': '/docs/de/a/',
      '/fr/old': '/docs/fr/a/',
    });
  });

  test('what a translation says of itself comes first', () => {
    const files = { 'index.md': 'Home.', 'a.md': page('/old'), 'de/a.md': 'Text.', 'de/b.md': page('/de/old'), 'fr/old.md': 'Text.' };
    expect(redirects(files, {}, locales)).toEqual({ '/old': '/a/', '/de/old': '/de/b/' });
  });
});

describe('conflicts name both places', () => {
  test('an old address that is a page today', () => {
    const files = { 'index.md': 'Home.', 'a.md': page('/b'), 'b.md': 'Text.' };
    expect(() => redirects(files)).toThrow(UsageError);
    expect(() => redirects(files)).toThrow('a.md:3: the former address “/b” is the address of b.md today.');
  });

  test('an old address that two pages claim', () => {
    const files = { 'index.md': 'Home.', 'a.md': page('/old'), 'b.md': page('\n  - /older\n  - /old') };
    expect(() => redirects(files)).toThrow('b.md:5: the former address “/old” is claimed by a.md:3 too.');
  });

  test('a page may name one address twice', () => {
    expect(redirects({ 'index.md': 'Home.', 'a.md': page('[/old, /old/]') })).toEqual({ '/old': '/a/' });
  });
});
