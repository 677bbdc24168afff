import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interfaceData } from '../../src/portal/interface-data.ts';
import { formatMapFile, mapOfFile, type MapFile } from '../../src/product/map-file.ts';
import { astroConfig, build, BUILD_TIMEOUT_MS, contentConfig, root } from './project.ts';

const today = new Date().toISOString().slice(0, 10);

const map: MapFile = {
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

test('what the portal shows of the interface: paths that are one, names that went lately, changes of names', () => {
  const { labels, past, changes } = interfaceData(mapOfFile(map), today, false);
  expect(labels['en']).toEqual({
    settings: { path: [], formerly: null },
    'link tracking': { path: ['Settings'], formerly: 'Tracking preferences' },
    'billing & plans': { path: [], formerly: null },
    save: { path: [], formerly: null },
  });
  expect(past['en']).toMatchObject({ 'tracking preferences': 'Link tracking', 'certificate manager': null });
  expect(changes['en']).toEqual([
    { date: today, text: 'Tracking preferences', renamedTo: 'Link tracking', path: ['Settings'] },
    { date: '2021-05-04', text: 'Certificate manager', renamedTo: null, path: [] },
    { date: '2020-03-01', text: 'Subscription & invoices', renamedTo: 'Billing & plans', path: [] },
  ]);
  expect(interfaceData(null, today, true)).toEqual({ labels: {}, past: {}, changes: {}, strict: true });
});

describe('in a site with an interface map', () => {
  const component = `import UI from ${JSON.stringify(path.join(root, 'src/portal/components/UI.astro'))};`;
  const files = (body: string, config = '') => ({
    'astro.config.mjs': astroConfig(`site: 'https://help.postwing.example', base: '/help',`, ''),
    'src/content.config.ts': contentConfig('docsLoader()'),
    'product/ui-map.json': formatMapFile(map),
    'waymark.config.yaml': config,
    'src/content/docs/index.mdx': `---\ntitle: Start\n---\n\n${component}\n\n${body}\n`,
  });
  let scratch: string;
  beforeAll(() => {
    mkdirSync(path.join(root, '.astro'), { recursive: true });
    scratch = mkdtempSync(path.join(root, '.astro/interface-'));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const project = (name: string, contents: Record<string, string>) => {
    const folder = path.join(scratch, name);
    mkdirSync(folder);
    return { folder, ...build({ folder, files: contents }) };
  };
  const text = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

  test('<UI> shows its path and lately the name before, and the changes have a page and a feed', { timeout: BUILD_TIMEOUT_MS }, () => {
    const { folder, output, status } = project('shown', files('Open <UI>Link tracking</UI>, then <UI>Settings > Billing & plans</UI>. Look at <UI>Certificate manager</UI>.'));
    expect(status, output).toBe(0);
    const html = readFileSync(path.join(folder, 'dist/index.html'), 'utf8');
    expect(text(html)).toContain('Open Settings › Link tracking (formerly Tracking preferences), then Settings › Billing &amp; plans.');
    expect(output).toContain('<UI> names “Certificate manager”, which the interface has no more.');

    const changes = text(readFileSync(path.join(folder, 'dist/changes/index.html'), 'utf8'));
    expect(changes).toContain('“Tracking preferences” is now “Settings › Link tracking”');
    expect(changes).toMatch(/May 4, 2021.*“Certificate manager” is gone\..*March 1, 2020/);
    const feed = readFileSync(path.join(folder, 'dist/changes.xml'), 'utf8');
    expect(feed).toContain('<entry><id>https://help.postwing.example/help/changes/#2020-03-01-%E2%80%9CSubscription%20%26%20invoices%E2%80%9D</id><title>“Subscription &amp; invoices” is now “Billing &amp; plans”</title>');
    expect(feed.match(/<entry>/g)).toHaveLength(3);
  });

  test('a label that is gone makes the build fail where the configuration says failOn', { timeout: BUILD_TIMEOUT_MS }, () => {
    const { folder, output, status } = project('strict', files('Open <UI>Tracking preferences</UI>.', 'failOn: error\n'));
    expect(status).not.toBe(0);
    expect(output).toMatch(/“Tracking preferences”.*“Link tracking”/);
    expect(existsSync(path.join(folder, 'dist/index.html'))).toBe(false);
  });
});
