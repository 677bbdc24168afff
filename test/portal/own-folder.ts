import path from 'node:path';
import { formatMapFile, type MapFile } from '../../src/product/map-file.ts';
import { astroConfig, contentConfig, root } from './project.ts';

/** Today, on which a label of the interface was renamed. */
export const today = new Date().toISOString().slice(0, 10);

/** An interface whose labels changed, some lately, some long ago. */
export const map: MapFile = {
  version: 1,
  external: [],
  sources: [
    {
      name: 'en.json',
      kind: 'catalogue',
      language: 'en',
      labels: [
        { text: 'Settings', key: 'settings' },
        { text: 'Link tracking', key: 'tracking', places: [{ route: '/settings/tracking', path: ['Settings'] }] },
        { text: 'Billing & plans', key: 'billing' },
        { text: 'Save', key: 'save', places: [{ route: '/a', path: ['A'] }, { route: '/b', path: ['B'] }] },
      ],
      past: [
        { text: 'Subscription & invoices', key: 'billing', until: { date: '2020-03-01' }, renamedTo: 'Billing & plans', renamedBy: 'key' },
        { text: 'Tracking preferences', key: 'tracking', until: { date: today }, renamedTo: 'Link tracking', renamedBy: 'key' },
        { text: 'Certificate manager', key: 'certificates', until: { date: '2021-05-04' } },
        { text: 'Your certificate was stored.', key: 'stored', until: { date: '2021-05-04' } },
        { text: 'Some list', key: 'list', until: { date: '2021-05-04' }, renamedTo: 'Link tracking', renamedBy: 'likeness' },
      ],
    },
  ],
};

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
    page: src/content/docs/guides/https.md
    route: /settings/link-tracking
    needs: [domain]
  close:
    phrasings: { en: [close your account] }
    assisted: { reason: Invoices have to be settled first., owner: billing, channel: billing, response: 2 working days, expires: 2999-12-31 }
`;

const facts = `facts:
  domains: { kind: limit, value: 5000, unit: sending domains, per: account, warn: 4000, raise: { to: /help/guides/https/, label: Get more }, about: sending }
  growth: { kind: price, value: 20, unit: USD, per: month }
`;

const components = ['Contact', 'Limit', 'Price', 'UI'].map((name) => `import ${name} from ${JSON.stringify(path.join(root, 'src/portal/components', `${name}.astro`))};`).join('\n');

/** A page in MDX that may use the portal's components. */
export const mdx = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${components}\n\n${body}\n`;
export const markdown = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;

const contact = '<Contact task="https" />\n\n<Contact task="close" />\n\nYou can have <Limit id="domains" />. Growth costs <Price id="growth" />.\n\n<Contact />';

/** A Starlight site with its pages in Starlight's own folder, a sidebar and a base of its own, and all that is told of its product. */
export const ownFolder = {
  'astro.config.mjs': astroConfig(
    `site: 'https://help.postwing.example', base: '/help',`,
    `sidebar: [{ label: 'Guides', items: ['guides/https'] }], defaultLocale: 'root', locales: { root: { label: 'English', lang: 'en' }, pl: { label: 'Polski' }, ar: { label: 'العربية', dir: 'rtl' } },`,
  ),
  'src/content.config.ts': contentConfig('docsLoader()'),
  'waymark.config.yaml': 'product: { names: [Postwing], domains: [postwing.example] }\n',
  'product/ui-map.json': formatMapFile(map),
  'product/self-serve.yaml': registry,
  'product/facts.yaml': facts,
  'src/content/docs/index.md': markdown('Postwing Help', 'See [HTTPS](/help/guides/https/) and [the plans](./plans.md).'),
  'src/content/docs/domain.md': markdown('Authenticate your domain', '1. Add the record.'),
  'src/content/docs/guides/https.md': markdown('HTTPS for links\nformerly: /help/guides/ssl', '## Turn it on\n\nOpen the settings.'),
  'src/content/docs/guides/draft.md': '---\ntitle: Later\ndraft: true\n---\n',
  'src/content/docs/guides/labels.mdx': mdx('Labels', 'Open <UI>Link tracking</UI>, then <UI>Settings > Billing & plans</UI>. Look at <UI>Certificate manager</UI>.'),
  'src/content/docs/help.mdx': mdx('Help', contact),
  'src/content/docs/pl/help.mdx': mdx('Pomoc', contact),
  'src/content/docs/ar/help.mdx': mdx('مساعدة', contact),
  'src/content/docs/pl/guides/https.md': markdown('HTTPS dla śledzonych linków\nresolves: https', '1. Włącz.'),
};
