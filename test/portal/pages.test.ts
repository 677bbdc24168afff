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

const looks = [360, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

test.each(looks)('the start page fits and has its colours at $width px, $scheme', async ({ width, scheme }) => {
  const page = await site.open('/', { width, scheme });
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(scheme);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(22, 27, 29)'];
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(scheme === 'light' ? light : dark);
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
});

test('every page fits on a phone', async () => {
  const page = await site.open('/', { width: 360, script: false });
  const tooWide: string[] = [];
  for (const { address } of entries) {
    await page.goto(site.address + address);
    if (Number(await page.evaluate('document.documentElement.scrollWidth')) > 360) tooWide.push(address);
  }
  expect(tooWide).toEqual([]);
});

test('the sidebar lists the pages of the own area, and leads to every other one', async () => {
  const page = await site.open(rulePage);
  const sidebar = page.locator('nav.sidebar');
  const listed = await sidebar.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const addresses = entries.map((each) => each.address);
  expect(listed.filter((address) => address.startsWith('/rules/')).toSorted()).toEqual(addresses.filter((address) => address.startsWith('/rules/')).toSorted());
  const areas = (all: string[]) => [...new Set(all.map((address) => address.split('/')[1]))].filter((area) => area !== '').toSorted();
  expect(areas(listed)).toEqual(areas(addresses));
  expect(listed.filter((address) => address.startsWith('/problems/'))).toHaveLength(1);
});

test('breadcrumbs lead to the area and to the start', async () => {
  const page = await site.open(rulePage);
  const trail = page.getByRole('navigation', { name: 'Where this page stands' });
  expect(await trail.getByRole('link').evaluateAll((links) => links.map((link) => [link.textContent?.trim(), link.getAttribute('href')]))).toEqual([['Waymark', '/'], ['Rules', '/rules/']]);
});

test('every page is there as Markdown, and agents find them all', () => {
  const read = (file: string) => readFileSync(path.join(builtPortal, file), 'utf8');
  const list = read('llms.txt');
  for (const { address, title } of entries) {
    const file = address === '/' ? '/index.md' : address.replace(/\/$/, '.md');
    expect(list).toContain(`](${file})`);
    expect(read(file)).toContain(title);
  }
  expect(read('llms-full.txt')).toContain(read('rules/link/broken.md'));
  expect(html(rulePage)).toContain('<link rel="alternate" type="text/markdown" href="/rules/link/broken.md"');
});

test('on a phone the menu opens the same sidebar', async () => {
  const page = await site.open('/', { width: 360 });
  const link = page.locator('nav.sidebar').getByRole('link', { name: 'Rules' });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  await link.click();
  await page.waitForURL('**/rules/');
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

test('a missing page offers what comes nearest to its address', async () => {
  const page = await site.open('/rules/broken-links/');
  const nearest = page.locator('waymark-lost');
  expect(await nearest.getByRole('link').first().textContent()).toBe('link/broken');
  await nearest.getByRole('link').first().click();
  await page.waitForURL(`**${rulePage}`);
});
