import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markdown, mdx, ownFolder } from './own-folder.ts';
import { build, BUILD_TIMEOUT_MS, root } from './project.ts';
import { AXE_TIMEOUT_MS, openSite, readEntries, violations, type OpenSite } from './site.ts';

let scratch: string;
let folder: string;
let output: string;
let site: OpenSite;
beforeAll(async () => {
  // Inside the repository, where Node finds the packages; Astro does not build through a linked node_modules.
  mkdirSync(path.join(root, '.astro'), { recursive: true });
  scratch = mkdtempSync(path.join(root, '.astro/own-folder-'));
  const built = project('site', ownFolder);
  ({ folder, output } = built);
  expect(built.status, output).toBe(0);
  site = await openSite(path.join(folder, 'dist'), '/help');
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await site?.close();
  rmSync(scratch, { recursive: true, force: true });
});

function project(name: string, files: Record<string, string>) {
  const at = path.join(scratch, name);
  mkdirSync(at);
  return { folder: at, ...build({ folder: at, files }) };
}
const read = (file: string) => readFileSync(path.join(folder, 'dist', file), 'utf8');
const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

test('the build prints what the linter finds, and goes through', () => {
  expect(output).toMatch(/index\.md/);
  expect(output).toContain('plans.md');
  // One finding: the link with the base in front is right.
  expect(output.match(/link\/broken/g)).toHaveLength(1);
});

test('Pagefind is gone, and the index holds the published pages with the base', async () => {
  expect(existsSync(path.join(folder, 'dist/pagefind'))).toBe(false);
  const entries = await readEntries(path.join(folder, 'dist'));
  expect(entries.map(({ address }) => address)).toEqual(['/help/', '/help/domain/', '/help/guides/https/', '/help/guides/labels/', '/help/help/']);
  const top = { text: '', anchor: '' };
  expect(entries).toContainEqual({ address: '/help/guides/https/', title: 'HTTPS for links', description: '', headings: [top, { text: 'Turn it on', anchor: 'turn-it-on' }] });
});

test('a former address leads to the page', () => {
  expect(read('guides/ssl/index.html')).toContain('content="0;url=/help/guides/https/"');
});

test('the sidebar stays as the site made it', () => {
  expect(read('index.html')).toMatch(/<summary[\s\S]*Guides[\s\S]*<\/summary>/);
  expect(read('index.html')).not.toContain('aria-current="page"');
});

test('the search works under the base', async () => {
  const page = await site.open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('turn on');
  await page.getByRole('option', { name: 'Turn it on' }).click();
  await page.waitForURL('**/help/guides/https/#turn-it-on');
});

describe('Contact, Limit and Price', () => {
  test('the way of the reader’s own comes first, then every channel, open to see', async () => {
    const page = await site.open('/help/');
    const section = page.getByRole('region', { name: 'enable HTTPS on tracked links' });
    const lines = (await section.innerText()).split('\n').map((line) => line.trim()).filter((line) => line !== '');
    expect(lines.slice(0, 4)).toEqual(['You can do it yourself:', 'HTTPS for links', 'Open the place in the product', 'To be done before: Authenticate your domain']);
    for (const text of ['Support: support@postwing.example', 'Monday to Friday, 07:00 to 19:00 UTC', 'First answer within (Scale, Outage)', '1 hour', 'English and Polish', 'Billing: +48 22 555 01 23']) {
      expect(lines).toContain(text);
      expect(await section.getByText(text, { exact: true }).first().isVisible()).toBe(true);
    }
    const links = await section.getByRole('link').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/help/guides/https/', 'https://app.postwing.example/settings/link-tracking', '/help/domain/', 'mailto:support@postwing.example?subject=enable%20HTTPS%20on%20tracked%20links', 'tel:+48225550123']);
  });

  test('a task that a person does says why, how soon, and names the one channel that does it', async () => {
    const page = await site.open('/help/');
    const text = await page.getByRole('region', { name: 'close your account' }).innerText();
    expect(text).toContain('Invoices have to be settled first. Done within: 2 working days.');
    expect(text).toContain('Billing');
    expect(text).not.toContain('support@postwing.example');
  });

  test('a limit has its warning and the way up beside it, a price its period', async () => {
    const page = await site.open('/help/');
    const text = (await page.locator('main p', { hasText: 'Growth costs' }).innerText()).replace(/\s+/g, ' ');
    expect(text).toBe('You can have 5,000 sending domains per account (you are warned at 4,000; Get more). Growth costs $20 per month.');
  });

  test('in another locale, its page and the channel’s own words', async () => {
    const page = await site.open('/pl/help/');
    const section = page.getByRole('region', { name: 'włączyć HTTPS dla śledzonych linków' });
    expect(await section.getByRole('link').first().getAttribute('href')).toBe('/help/pl/guides/https/');
    expect(await section.innerText()).toContain('od poniedziałku do piątku');
    expect(await section.innerText()).toContain('angielski i polski');
  });

  test.each([['/help/', 360, 'dark'], ['/help/', 1280, 'light'], ['/ar/help/', 360, 'light'], ['/ar/help/', 1280, 'dark']] as const)('on %s fit and are accessible at %i px, %s', { timeout: AXE_TIMEOUT_MS }, async (route, width, scheme) => {
    const page = await site.open(route, { width, scheme });
    expect(await page.evaluate('getComputedStyle(document.querySelector(".waymark-contact")).direction')).toBe(route.startsWith('/ar/') ? 'rtl' : 'ltr');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await violations(page, 'main')).toEqual([]);
    const shots = process.env['WAYMARK_SCREENSHOTS'];
    if (shots) await page.screenshot({ path: path.join(shots, `contact${route.replaceAll('/', '-')}${width}.png`), fullPage: true });
  });

  test('a task that the registry does not have fails the build, with those that it has', { timeout: BUILD_TIMEOUT_MS }, () => {
    const { output: said, status } = project('unknown', { ...ownFolder, 'src/content/docs/help.mdx': mdx('Help', '<Contact task="htps" />') });
    expect(status).not.toBe(0);
    expect(said).toContain('product/self-serve.yaml has no task “htps”. It has domain, https, close.');
  });
});

describe('labels of the interface', () => {
  test('<UI> shows its path and lately the name before, and the changes have a page and a feed', () => {
    expect(textOf(read('guides/labels/index.html'))).toContain('Open Settings › Link tracking (formerly Tracking preferences), then Settings › Billing &amp; plans.');
    expect(output).toContain('<UI> names “Certificate manager”, which the interface has no more.');

    const changes = textOf(read('changes/index.html'));
    expect(changes).toContain('“Tracking preferences” is now “Settings › Link tracking”');
    expect(changes).toMatch(/May 4, 2021.*“Certificate manager” is gone\..*March 1, 2020/);
    const feed = read('changes.xml');
    expect(feed).toContain('<entry><id>https://help.postwing.example/help/changes/#2020-03-01-%E2%80%9CSubscription%20%26%20invoices%E2%80%9D</id><title>“Subscription &amp; invoices” is now “Billing &amp; plans”</title>');
    expect(feed.match(/<entry>/g)).toHaveLength(3);
  });

  test('one that is gone makes the build fail where the configuration says failOn', { timeout: BUILD_TIMEOUT_MS }, () => {
    const strict = {
      'waymark.config.yaml': 'failOn: error\n',
      'src/content/docs/index.md': markdown('Start', 'Welcome.'),
      'src/content/docs/guides/labels.mdx': mdx('Labels', 'Open <UI>Tracking preferences</UI>.'),
    };
    const { folder: at, output: said, status } = project('strict', { ...ownFolder, ...strict });
    expect(status).not.toBe(0);
    expect(said).toMatch(/“Tracking preferences”.*“Link tracking”/);
    expect(existsSync(path.join(at, 'dist/index.html'))).toBe(false);
  });
});
