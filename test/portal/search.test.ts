import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AXE_TIMEOUT_MS, builtPortal, openSite, violations, type OpenSite } from './site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite(builtPortal);
});
afterAll(() => site.close());

const input = (page: Page) => page.getByRole('dialog').getByRole('combobox', { name: 'Search' });
const status = (page: Page) => page.getByRole('dialog').getByRole('status');
// Choices of the theme and of filters are options too.
const options = (page: Page) => page.getByRole('dialog').locator('a[role="option"]');
const active = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

/** Opens the search with the slash, types, and waits for the answer. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await status(page).getByText('Type a word or two').waitFor();
  await page.keyboard.type(text);
  await page.locator('[role="listbox"][aria-busy="false"]').waitFor({ state: 'attached' });
}

describe('by keyboard alone', () => {
  test('from the slash to the right heading', async () => {
    const page = await site.open('/');
    await type(page, 'classes of evidence broken');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
    expect(await active(page).getAttribute('href')).toBe('/rules/link/broken/');
    await page.keyboard.press('ArrowDown');
    expect(await active(page).textContent()).toBe('Classes of evidence');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rules/link/broken/#classes-of-evidence');
    const heading = page.getByRole('heading', { name: 'Classes of evidence' });
    expect((await heading.boundingBox())?.y).toBeLessThan(400);
  });

  test('the arrows go round, Home and End go to the ends', async () => {
    const page = await site.open('/');
    await type(page, 'link');
    const count = await options(page).count();
    expect(count).toBeGreaterThan(2);
    const position = () => options(page).evaluateAll((all) => all.findIndex((option) => option.getAttribute('aria-selected') === 'true'));

    await page.keyboard.press('ArrowUp');
    expect(await position()).toBe(count - 1);
    await page.keyboard.press('ArrowDown');
    expect(await position()).toBe(0);
    await page.keyboard.press('End');
    expect(await position()).toBe(count - 1);
    await page.keyboard.press('Home');
    expect(await position()).toBe(0);
    expect(await input(page).getAttribute('aria-activedescendant')).toBe(await active(page).getAttribute('id'));
  });

  test('Home stays in the text until an arrow goes into the list', async () => {
    const page = await site.open('/');
    await type(page, 'roken');
    await page.keyboard.press('Home');
    await page.keyboard.type('b');
    expect(await input(page).inputValue()).toBe('broken');
    expect(await active(page).getAttribute('href')).toBe('/rules/link/broken/');
  });

  test.each(['Control+k', 'Meta+k'])('%s opens and closes', async (keys) => {
    const page = await site.open('/');
    await page.keyboard.press(keys);
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press(keys);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });

  test('Escape closes and gives the focus back', async () => {
    const page = await site.open('/');
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('link');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Search');
  });

  test('a heading of the page one is on closes the dialog', async () => {
    const page = await site.open('/rules/link/broken/');
    await type(page, 'classes of evidence broken');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#classes-of-evidence');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });
});

test('what answers is marked, and the number of pages is told', async () => {
  const page = await site.open('/');
  await type(page, 'brokn');
  await options(page).first().waitFor();
  expect(await page.locator('[role="option"] mark').first().textContent()).toMatch(/^broken$/i);
  expect(await status(page).textContent()).toMatch(/^No page has “brokn”; searching for “broken” instead\. \d+ pages? found$/);
});

test('where nothing is found it says so, and what to do next', async () => {
  const page = await site.open('/');
  await type(page, '<xqzzy>');
  expect(await status(page).textContent()).toBe('Nothing found for “<xqzzy>”.');
  expect(await options(page).count()).toBe(0);
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByText('Try another word for it, or fewer words.').isVisible()).toBe(true);
  expect(await dialog.getByRole('link', { name: 'Go to the start page' }).getAttribute('href')).toBe('/');
});

test('engine and index are loaded when the search is opened, and not before', async () => {
  const page = await site.open('/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: 'networkidle' });
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((address) => /waymark\/search|worker/.test(address))).toEqual([]);
  await type(page, '');
  expect(requests.filter((address) => /waymark\/search\/index\.bin|worker/.test(address))).toHaveLength(2);
});

test('when the index cannot be loaded it says so, and the next letter tries again', async () => {
  const page = await site.open('/');
  await page.route('**/waymark/search/index.bin', (route) => route.abort());
  await page.keyboard.press('/');
  await status(page).getByText('could not be loaded').waitFor();
  await page.unroute('**/waymark/search/index.bin');
  await page.keyboard.type('link');
  await options(page).first().waitFor();
});

test.each([
  [360, 'light'],
  [1280, 'dark'],
] as const)('the open dialog fits and is accessible at %i px, %s', { timeout: AXE_TIMEOUT_MS }, async (width, scheme) => {
  const page = await site.open('/', { width, scheme });
  await page.getByRole('button', { name: 'Search' }).click();
  await page.keyboard.type('link');
  await options(page).first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await violations(page, 'dialog')).toEqual([]);
  const box = await page.getByRole('dialog').boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect(await page.locator('dialog [role="listbox"]').evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  await input(page).fill('xqzzy');
  await page.getByRole('dialog').getByText('Try another word for it').waitFor();
  expect(await violations(page, 'dialog')).toEqual([]);
});
