import { describe, expect, test } from 'vitest';
import { formatAddress, routeOfBuiltPage, routeOfPage, type AddressFormat } from '../../src/portal/addresses.ts';
import { page } from '../search/page.ts';

const format = (options: Partial<AddressFormat>): AddressFormat => ({
  base: '/',
  trailingSlash: 'ignore',
  build: { format: 'directory' },
  ...options,
});

describe('an address is written as Astro serves it', () => {
  test.each([
    ['/guides/https', {}, '/guides/https/'],
    ['/', {}, '/'],
    ['/guides/https', { trailingSlash: 'never' }, '/guides/https'],
    ['/', { trailingSlash: 'never' }, '/'],
    ['/guides/https', { base: '/docs' }, '/docs/guides/https/'],
    ['/', { base: '/docs/' }, '/docs/'],
    ['/', { base: '/docs', trailingSlash: 'never' }, '/docs'],
    ['/guides/https', { base: '/docs', build: { format: 'file' } }, '/docs/guides/https.html'],
    ['/', { build: { format: 'file' } }, '/index.html'],
  ] satisfies [string, Partial<AddressFormat>, string][])('%s with %j', (route, options, address) => {
    expect(formatAddress(route, format(options))).toBe(address);
  });
});

test.each([
  ['', '/'],
  ['guides/https/', '/guides/https'],
  ['guides/https.html', '/guides/https'],
  ['index.html', '/'],
  ['guides/%C3%BCber/', '/guides/über'],
])('the built page “%s” has the route %s', (pathname, route) => {
  expect(routeOfBuiltPage(pathname)).toBe(route);
});

test.each([
  ['index.mdx', {}, '/'],
  ['rules/index.md', {}, '/rules'],
  ['Guides/Set up HTTPS.md', {}, '/guides/set-up-https'],
  ['guides/v1.2.md', {}, '/guides/v12'],
  ['guides/https.md', { slug: 'lock' }, '/lock'],
])('the page %s with %j has the route %s', (path, frontmatter, route) => {
  expect(routeOfPage(page(path, { frontmatter }))).toBe(route);
});
