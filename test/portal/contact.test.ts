import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astroConfig, build, BUILD_TIMEOUT_MS, contentConfig, root } from './project.ts';
import { AXE_TIMEOUT_MS, openSite, violations, type OpenSite } from './site.ts';

const registry = `app: https://app.postwing.example
channels:
  support:
    name: { en: Support, pl: Wsparcie }
    address: support@postwing.example
    hours: { en: 'Monday to Friday, 07:00 to 19:00 UTC', pl: 'od poniedziałku do piątku, 7:00–19:00 UTC' }
    languages: [en, pl]
    response:
      - { plan: Scale, severity: Outage, within: { en: 1 hour, pl: 1 godzina } }
      - within: { en: 4 hours, pl: 4 godziny }
  billing:
    name: Billing
    address: +48 22 555 01 23
    hours: Monday to Friday, 08:00 to 16:00 UTC
    languages: [en]
    response: [{ within: 1 working day }]
tasks:
  domain:
    phrasings: { en: [authenticate your domain] }
    page: src/content/docs/domain.md
  https:
    phrasings: { en: [enable HTTPS on tracked links], pl: [włączyć HTTPS dla śledzonych linków] }
    page: src/content/docs/https.md
    route: /settings/link-tracking
    needs: [domain]
  close:
    phrasings: { en: [close your account] }
    assisted: { reason: Invoices have to be settled first., owner: billing, channel: billing, response: 2 working days, expires: 2999-12-31 }
`;

const facts = `facts:
  domains: { kind: limit, value: 5000, unit: sending domains, per: account, warn: 4000, raise: { to: /https/, label: Get more }, about: sending }
  growth: { kind: price, value: 20, unit: USD, per: month }
`;

const components = ['Contact', 'Limit', 'Price'].map((name) => `import ${name} from '${path.join(root, 'src/portal/components', name)}.astro';`).join('\n');
const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${components}\n\n${body}\n`;
const all = '<Contact task="https" />\n\n<Contact task="close" />\n\nYou can have <Limit id="domains" />. Growth costs <Price id="growth" />.\n\n<Contact />';

const files = {
  'astro.config.mjs': astroConfig('', `defaultLocale: 'root', locales: { root: { label: 'English', lang: 'en' }, pl: { label: 'Polski' } },`),
  'src/content.config.ts': contentConfig('docsLoader()'),
  'waymark.config.yaml': 'product: { names: [Postwing], domains: [postwing.example] }\n',
  'product/self-serve.yaml': registry,
  'product/facts.yaml': facts,
  'src/content/docs/domain.md': '---\ntitle: Authenticate your domain\n---\n\n1. Add the record.\n',
  'src/content/docs/https.md': '---\ntitle: HTTPS for tracked links\n---\n\n1. Switch it on.\n',
  'src/content/docs/pl/https.md': '---\ntitle: HTTPS dla śledzonych linków\nresolves: https\n---\n\n1. Włącz.\n',
};

let scratch: string;
beforeAll(() => {
  mkdirSync(path.join(root, '.astro'), { recursive: true });
  scratch = mkdtempSync(path.join(root, '.astro/contact-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('Contact, Limit and Price', () => {
  let site: OpenSite;
  beforeAll(async () => {
    const folder = path.join(scratch, 'site');
    mkdirSync(folder);
    const { output, status } = build({ folder, files: { ...files, 'src/content/docs/index.mdx': page('Help', all), 'src/content/docs/pl/index.mdx': page('Pomoc', all) } });
    expect(status, output).toBe(0);
    site = await openSite(path.join(folder, 'dist'));
  }, BUILD_TIMEOUT_MS);
  afterAll(() => site?.close());

  test('the way of the reader’s own comes first, then every channel, open to see', async () => {
    const opened = await site.open('/');
    const section = opened.getByRole('region', { name: 'enable HTTPS on tracked links' });
    const lines = (await section.innerText()).split('\n').map((line) => line.trim()).filter((line) => line !== '');
    expect(lines.slice(0, 4)).toEqual(['You can do it yourself:', 'HTTPS for tracked links', 'Open the place in the product', 'To be done before: Authenticate your domain']);
    for (const text of ['Support: support@postwing.example', 'Monday to Friday, 07:00 to 19:00 UTC', 'First answer within (Scale, Outage)', '1 hour', 'English and Polish', 'Billing: +48 22 555 01 23']) {
      expect(lines).toContain(text);
      expect(await section.getByText(text, { exact: true }).first().isVisible()).toBe(true);
    }
    const links = await section.getByRole('link').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/https/', 'https://app.postwing.example/settings/link-tracking', '/domain/', 'mailto:support@postwing.example?subject=enable%20HTTPS%20on%20tracked%20links', 'tel:+48225550123']);
    await opened.context().close();
  });

  test('a task that a person does says why, how soon, and names the one channel that does it', async () => {
    const opened = await site.open('/');
    const text = await opened.getByRole('region', { name: 'close your account' }).innerText();
    expect(text).toContain('Invoices have to be settled first. Done within: 2 working days.');
    expect(text).toContain('Billing');
    expect(text).not.toContain('support@postwing.example');
    await opened.context().close();
  });

  test('a limit has its warning and the way up beside it, a price its period', async () => {
    const opened = await site.open('/');
    const text = (await opened.locator('main p', { hasText: 'Growth costs' }).innerText()).replace(/\s+/g, ' ');
    expect(text).toBe('You can have 5,000 sending domains per account (you are warned at 4,000; Get more). Growth costs $20 per month.');
    await opened.context().close();
  });

  test('in another locale, its page and the channel’s own words', async () => {
    const opened = await site.open('/pl/');
    const section = opened.getByRole('region', { name: 'włączyć HTTPS dla śledzonych linków' });
    expect(await section.getByRole('link').first().getAttribute('href')).toBe('/pl/https/');
    expect(await section.innerText()).toContain('od poniedziałku do piątku');
    expect(await section.innerText()).toContain('angielski i polski');
    await opened.context().close();
  });

  test.each([[360, 'light'], [360, 'dark'], [1280, 'light'], [1280, 'dark']] as const)('fit and are accessible at %i px, %s', { timeout: AXE_TIMEOUT_MS }, async (width, scheme) => {
    const opened = await site.open('/', { width, scheme });
    expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await violations(opened, 'main')).toEqual([]);
    const shots = process.env['WAYMARK_SCREENSHOTS'];
    if (shots) await opened.screenshot({ path: path.join(shots, `contact-${width}-${scheme}.png`), fullPage: true });
    await opened.context().close();
  });
});

test('a task that the registry does not have fails the build, with those that it has', () => {
  const folder = path.join(scratch, 'unknown');
  mkdirSync(folder);
  const { output, status } = build({ folder, files: { ...files, 'src/content/docs/index.mdx': page('Help', '<Contact task="htps" />') } });
  expect(status).not.toBe(0);
  expect(output).toContain('product/self-serve.yaml has no task “htps”. It has domain, https, close.');
}, BUILD_TIMEOUT_MS);
