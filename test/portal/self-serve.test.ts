import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedbackSchema, handoffSchema, missSchema } from '../../src/service/messages.ts';
import { astroConfig, build, BUILD_TIMEOUT_MS, contentConfig, root } from './project.ts';
import { AXE_TIMEOUT_MS, openSite, violations, type OpenSite } from './site.ts';

const example = path.join(root, 'examples/postwing-mended');
const locales = `description: 'Guides for sending email.', defaultLocale: 'root', locales: { root: { label: 'English', lang: 'en' }, pl: { label: 'Polski', lang: 'pl' } },`;

/** The mended help centre of Postwing as a site, with a start page that begins with the search. */
function exampleFiles(): Record<string, string> {
  const names = readdirSync(example, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|ya?ml|json)$/.test(name));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(path.join(example, name), 'utf8')]));
  const { 'content/index.md': start, ...others } = files;
  return {
    ...others,
    'content/index.mdx': start!.replace(/\n---\n/, `\nreviewed: 2026-03-05\nreviewedBy: Support\nreviewedAgainst: 4.2\nowner: help@postwing.example\n---\n\nimport Home from '${root}/src/portal/components/Home.astro';\n\n<Home tasks={['https-links', 'invoice']} />\n\n:::note\nIt takes a minute.\n:::\n`),
    'astro.config.mjs': astroConfig(`site: 'https://help.postwing.example',`, locales, `{ content: './content', endpoint: '/', status: '/status.json', satisfaction: true, recommend: 1 }`),
    'src/content.config.ts': contentConfig(`glob({ base: './content', pattern: '**/*.{md,mdx}' })`),
    'public/status.json': '{ "text": "All services run.", "state": "ok" }',
  };
}

let scratch: string;
let folder: string;
let site: OpenSite;
beforeAll(async () => {
  mkdirSync(path.join(root, '.astro'), { recursive: true });
  scratch = mkdtempSync(path.join(root, '.astro/self-serve-'));
  folder = path.join(scratch, 'site');
  mkdirSync(folder);
  const { output, status } = build({ folder, files: exampleFiles() });
  expect(status, output).toBe(0);
  site = await openSite(path.join(folder, 'dist'));
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await site?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Both widths and both themes; colours do not depend on the width, nor the layout on the theme. */
const looks = [
  { width: 360, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const;
const kinds = ['/', '/tracking/https-for-tracked-links/', '/fix/', '/fix/lost-message/', '/fix/lost-message/vanished/', '/contact/', '/contact/https-links/', '/plans/', '/changes/', '/search/?q=certificate', '/no/such/page/'];

/** Presses Tab until an element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

test.each(looks)('by keyboard alone from a search with a slip to a person, at $width px, $scheme', async (look) => {
  const page = await site.open('/', look);

  await page.keyboard.press('/');
  await page.keyboard.type('mesages not arrive');
  await page.locator('dialog a[role="option"]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/troubleshooting/messages-do-not-arrive/**');

  await tabTo(page, 'waymark-solved button[value="no"]');
  await page.keyboard.press('Enter');
  // The answer alone is sent at once; the keyboard goes on where the next step is.
  await expect.poll(() => site.received.length).toBe(1);
  expect(feedbackSchema.parse(site.received[0]!.message)).toMatchObject({ page: '/troubleshooting/messages-do-not-arrive/', solved: false });
  await tabTo(page, '.next a[href="/fix/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fix/');

  await tabTo(page, 'main a[href="/fix/lost-message/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fix/lost-message/');
  await tabTo(page, 'a[data-answer="Delivered"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fix/lost-message/spam/');
  await tabTo(page, 'a[data-answer="No"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fix/lost-message/vanished/');

  await tabTo(page, 'waymark-handoff summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '[name="message"]');
  await page.keyboard.type('Message 4711 is nowhere.');
  await tabTo(page, '[name="address"]');
  await page.keyboard.type('ada@shop.example');
  await tabTo(page, '.did input');
  const lines = await page.locator('.did [type="text"]').evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value));
  expect(lines).toEqual(expect.arrayContaining(['Searched for: mesages not arrive', 'What does the delivery log say about the message? Delivered', 'Is it in the recipient’s spam folder? No']));
  // The first page that was read is taken out, and the third is told in other words.
  await page.keyboard.press('Space');
  await tabTo(page, '.did li:nth-child(3) [type="text"]');
  await page.keyboard.type('Read twice');
  await tabTo(page, '[name="consent"]');
  await page.keyboard.press('Space');
  expect(site.received.length).toBe(1);
  await tabTo(page, 'waymark-handoff [type="submit"]');
  await page.keyboard.press('Enter');
  await page.getByText('Your message is on its way.').waitFor();

  const handoff = handoffSchema.parse(site.received[1]!.message);
  expect(site.received[1]!.path).toBe('/api/handoff');
  expect(handoff).toMatchObject({ task: 'lost-message', channel: 'support', address: 'ada@shop.example', consent: true });
  expect(handoff.message).toContain('Message 4711 is nowhere.');
  expect(handoff.message).toContain('What you have done so far\n- Read twice');
  expect(handoff.did?.pages).not.toContain('/');
  expect(handoff.did?.pages).toContain('/troubleshooting/messages-do-not-arrive/');
  expect(handoff.did?.pages).toHaveLength(lines.filter((line) => line.startsWith('Read: ')).length - 2);
  expect(handoff.did?.answers).toEqual([
    { question: 'What does the delivery log say about the message?', answer: 'Delivered' },
    { question: 'Is it in the recipient’s spam folder?', answer: 'No' },
  ]);
});

test('nothing is sent without consent', async () => {
  const page = await site.open('/contact/https-links/');
  await page.locator('waymark-handoff summary').click();
  await page.locator('[name="message"]').fill('Help');
  await page.locator('waymark-handoff [type="submit"]').click();
  expect(await page.evaluate('document.activeElement.name')).toBe('consent');
  expect(site.received).toEqual([]);
});

test('was it solved: one answer, then effort, satisfaction, recommendation and words under the same id; not asked again', async () => {
  const page = await site.open('/account/billing/');
  const solved = page.locator('waymark-solved');
  await solved.getByRole('button', { name: 'Yes, solved' }).click();
  for (const [name, value] of [['effort', '2'], ['satisfaction', '5'], ['recommend', '10']]) await solved.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
  await solved.locator('[name="comment"]').fill('Thanks.');
  await solved.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => site.received.length).toBe(2);
  const [first, second] = site.received.map(({ message }) => feedbackSchema.parse(message));
  expect(second).toEqual({ ...first, effort: 2, satisfaction: 5, recommend: 10, comment: 'Thanks.' });
  expect(first).toMatchObject({ page: '/account/billing/', locale: 'en', solved: true });
  expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("waymark"))')).toEqual(['waymark:asked']);

  await page.goto(`${site.address}/account/api-keys/`);
  await page.locator('waymark-solved button[value="no"]').click();
  expect(await page.locator('waymark-solved .recommend').isVisible()).toBe(false);
  expect(await page.locator('waymark-solved .effort').isVisible()).toBe(true);
});

describe('the page of results', () => {
  test('keeps query and filters in its address, and searches another language', async () => {
    const page = await site.open('/search/?q=domain&area=tracking');
    const results = page.locator('waymark-search-field.page a[role="option"].page');
    await results.first().waitFor();
    await expect.poll(() => results.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['/tracking/https-for-tracked-links/']);
    await page.getByLabel('Area').last().selectOption('');
    await expect.poll(() => results.count()).toBeGreaterThan(1);
    expect(page.url()).toBe(`${site.address}/search/?q=domain`);
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('certyfikat');
    await page.getByLabel('Language').last().selectOption('pl');
    await expect.poll(() => results.first().getAttribute('href')).toBe('/pl/sledzenie/https-dla-sledzonych-linkow/');
  });

  test('remembers what was searched for', async () => {
    const page = await site.open('/search/?q=certificate');
    await page.locator('a[role="option"]').first().click();
    await page.goto(`${site.address}/search/`);
    await page.locator('a[role="option"].query').waitFor();
    expect(await page.locator('a[role="option"].query').textContent()).toBe('certificate');
    await page.keyboard.press('Enter');
    await page.locator('a[role="option"].page').first().waitFor();
  });

  test('without a result leads on: to near pages, the troubleshooter, a person with the query, and the writers', async () => {
    const page = await site.open('/search/?q=zzqqy');
      const none = page.locator('waymark-search-field.page .none');
    await none.waitFor();
    expect(await none.getByRole('link', { name: 'Find the reason step by step' }).getAttribute('href')).toBe('/fix/');
    await none.getByRole('button').click();
    await page.getByText('The writers know now').waitFor();
    expect(missSchema.parse(site.received[0]!.message)).toMatchObject({ query: 'zzqqy', results: 0, locale: 'en' });
    await none.getByRole('link', { name: 'Ask a person' }).click();
    await page.waitForURL('**/contact/?q=zzqqy');
    expect(await page.locator('[name="message"]').inputValue()).toBe('zzqqy');
  });

  test.each([['10,000 characters', 'certificate '.repeat(840)], ['emoji', '🔒 certificate 👩‍🚀'], ['right to left', '\u202eشهادة certificate'], ['markup', '<img src=x onerror=alert(1)> certificate'], ['regex characters', 'certificate (.*)+[^\\]{2,}$']])('answers %s', async (_, query) => {
    const page = await site.open(`/search/?q=${encodeURIComponent(query)}`.slice(0, 60_000));
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', (dialog) => errors.push(dialog.message()));
    await page.locator('a[role="option"].page').first().waitFor();
    expect(errors).toEqual([]);
  });
});

test('the start page begins with the search, then status, tasks, troubleshooter and changes', async () => {
  const page = await site.open('/');
  const home = page.locator('.waymark-home');
  expect(await home.locator('> *').first().evaluate((element) => element.localName)).toBe('waymark-search-field');
  await home.getByText('All services run.').waitFor();
  expect(await home.locator('waymark-status').innerText()).toMatch(/last checked \d/);
  expect(await home.locator('h2').allInnerTexts()).toEqual(['What most people come for', 'Something does not work', 'What changed lately']);
  expect(await home.getByRole('link', { name: 'Switch on HTTPS for tracked links' }).getAttribute('href')).toBe('/tracking/https-for-tracked-links/');
  expect(await home.innerText()).toContain('Price (Growth): $25, before $20');
  expect(await page.locator('footer, .waymark-care').allInnerTexts()).toContainEqual(expect.stringContaining('Last reviewed on March 5, 2026 by Support, against version 4.2'));
});

test.each([['hangs', 'never'], ['fails', 500], ['says something else', 200]] as const)('a status that %s holds nobody up', async (_, answer) => {
  const page = await site.open('/plans/');
  await page.route('**/status.json', (route) => (answer === 'never' ? undefined : route.fulfill({ status: answer, body: '<h1>no</h1>' })));
  await page.goto(`${site.address}/`);
  await page.locator('main input[name="q"]').fill('certificate');
  await page.locator('main a[role="option"]').first().waitFor();
  expect(await page.locator('waymark-status').isVisible()).toBe(false);
});

test('with script off everything but search and feedback works', async () => {
  const page = await site.open('/', { script: false });
  await page.getByRole('link', { name: 'A message did not arrive' }).click();
  await page.getByRole('link', { name: 'Delivered' }).click();
  await page.getByRole('link', { name: 'No', exact: true }).click();
  const support = page.getByRole('link', { name: 'support@postwing.example' });
  expect(await support.getAttribute('href')).toBe(`mailto:support@postwing.example?subject=${encodeURIComponent('A message did not arrive: This needs a look at the message itself')}`);
  expect(await page.locator('waymark-handoff, waymark-solved').evaluateAll((forms) => forms.every((form) => form.hasAttribute('hidden')))).toBe(true);
  await page.goto(`${site.address}/plans/`);
  expect(await page.getByRole('row', { name: 'Messages / month' }).innerText()).toContain('you are warned at 8,000');
  await page.goto(`${site.address}/search/`);
  expect(await page.getByText('The search needs JavaScript').isVisible()).toBe(true);
});

test('in Polish the flow, its pages and the contact are Polish', async () => {
  const page = await site.open('/pl/fix/lost-message/');
  expect(await page.locator('h1').innerText()).toBe('Co o wiadomości mówi dziennik doręczeń?');
  expect(await page.getByRole('link', { name: 'Nie ma dla niej wiersza' }).getAttribute('href')).toBe('/pl/fix/lost-message/answer-of-api/');
  await page.goto(`${site.address}/pl/contact/https-links/`);
  expect(await page.getByRole('link', { name: 'HTTPS dla śledzonych linków' }).getAttribute('href')).toBe('/pl/sledzenie/https-dla-sledzonych-linkow/');
});

test('asides and the sidebar of the folders are drawn, though the pages stand elsewhere', () => {
  const html = readFileSync(path.join(folder, 'dist/index.html'), 'utf8');
  expect(html).toContain('starlight-aside--note');
  expect(html).toContain('href="/tracking/');
});

test('the sidebar leads to the troubleshooter, in each language', async () => {
  for (const [route, address] of [['/', '/fix/'], ['/pl/contact/', '/pl/fix/']] as const) {
    const page = await site.open(route);
    await page.locator(`nav.sidebar a[href="${address}"]`).click();
    await page.waitForURL(`**${address}`);
    expect(await page.locator('nav.sidebar [aria-current="page"]').getAttribute('href')).toBe(address);
  }
});

test('sitemap, feed and Open Graph name the site’s own addresses', () => {
  const read = (file: string) => readFileSync(path.join(folder, 'dist', file), 'utf8');
  expect(read('sitemap-0.xml')).toContain('https://help.postwing.example/fix/lost-message/');
  expect(read('changes.xml')).toContain('<title>Price (Growth): $25, before $20</title>');
  expect(read('tracking/https-for-tracked-links/index.html')).toContain('<meta property="og:title" content="HTTPS for tracked links"');
});

describe.each(looks)('at $width px, $scheme', (look) => {
  test.each(kinds)('%s fits and is accessible', { timeout: AXE_TIMEOUT_MS }, async (route) => {
    const page = await site.open(route, look);
    for (const summary of await page.locator('main waymark-handoff summary').all()) await summary.click();
    const no = page.locator('waymark-solved button[value="no"]');
    if ((await no.count()) > 0) await no.click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width);
    expect(await violations(page)).toEqual([]);
    const shots = process.env['WAYMARK_SCREENSHOTS'];
    if (shots) await page.screenshot({ path: path.join(shots, `${route.replace(/\W+/g, '-')}-${look.width}-${look.scheme}.png`), fullPage: true });
  });
});
