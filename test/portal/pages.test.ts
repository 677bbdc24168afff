import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AXE_TIMEOUT_MS, builtPortal, openSite, readEntries, violations, type OpenSite } from './site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite(builtPortal);
});
afterAll(() => site.close());

const entries = await readEntries(builtPortal);
const html = (address: string) => readFileSync(path.join(builtPortal, address, 'index.html'), 'utf8');
const rulePage = '/rules/link/broken/';

const widths = [360, 1280];
const schemes = ['light', 'dark'] as const;
const looks = widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme })));

test.each(looks)('the start page fits and has its colours at $width px, $scheme', async ({ width, scheme }) => {
  const page = await site.open('/', { width, scheme });
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(scheme);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(22, 27, 29)'];
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(scheme === 'light' ? light : dark);
  await page.context().close();
});

// Every page in both themes and both widths once; colours do not depend on the width, nor the layout on the theme.
test.each([
  ['/', 360, 'light'],
  ['/', 1280, 'dark'],
  [rulePage, 360, 'dark'],
  [rulePage, 1280, 'light'],
  ['/no/such/page/', 360, 'light'],
] as const)('%s is accessible at %i px, %s', { timeout: AXE_TIMEOUT_MS }, async (route, width, scheme) => {
  const page = await site.open(route, { width, scheme });
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('every page fits on a phone', async () => {
  const page = await site.open('/', { width: 360 });
  const tooWide: string[] = [];
  for (const { address } of entries) {
    await page.goto(site.address + address);
    if (Number(await page.evaluate('document.documentElement.scrollWidth')) > 360) tooWide.push(address);
  }
  expect(tooWide).toEqual([]);
  await page.context().close();
});

test('the sidebar lists every page, and every section of content/', async () => {
  const page = await site.open('/');
  const sidebar = page.locator('nav.sidebar');
  const listed = await sidebar.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(listed.toSorted()).toEqual(entries.map((each) => each.address).filter((address) => address !== '/').toSorted());
  expect(await sidebar.locator('summary').count()).toBeGreaterThanOrEqual(3);
  await page.context().close();
});

test('on a phone the menu opens the same sidebar', async () => {
  const page = await site.open('/', { width: 360 });
  const link = page.locator('nav.sidebar').getByRole('link', { name: 'link/broken' });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  await link.click();
  await page.waitForURL(`**${rulePage}`);
  await page.context().close();
});

test('every heading in the search index is an anchor of the page that the site built', () => {
  expect(entries.length).toBeGreaterThan(10);
  const missing = entries.flatMap(({ address, headings }) => {
    const built = html(address);
    return headings.filter(({ anchor }) => anchor !== '' && !built.includes(` id="${anchor}"`)).map(({ anchor }) => `${address}#${anchor}`);
  });
  expect(missing).toEqual([]);
});

test('headings of pages outside Starlight’s own folder carry their anchor links', () => {
  expect(html(rulePage)).toContain('class="sl-anchor-link" href="#examples"');
});

test('a missing page offers to search for the words of its address', async () => {
  const page = await site.open('/rules/broken-links/');
  await page.getByRole('button', { name: 'Search for it' }).click();
  expect(await page.getByRole('dialog').getByRole('combobox').inputValue()).toBe('rules broken links');
  await page.getByRole('dialog').getByRole('option').filter({ hasText: 'link/broken' }).first().waitFor();
  await page.context().close();
});
