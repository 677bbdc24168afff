import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { writeTree } from '../content/tree.ts';
import { lintIn, ui } from './ui.ts';

const page = '---\ntitle: Hooks\n---\n\nClick the **Delivery hooks** button.\n';
const config = (root: string): string[] => ['--config', path.join(root, 'waymark.config.yaml')];

describe('waymark ui extract', () => {
  test('makes a map that waymark lint judges by, and renews it', async () => {
    const root = writeTree({ 'waymark.config.yaml': '', 'locales/en.json': '{ "hooks": "Delivery hooks", "save": "Save" }', 'content/hooks.md': page });
    const extract = () => ui('extract', '--from', path.join(root, 'locales'), ...config(root));
    expect(await extract()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^locales\/en\.json \(en\): 2 labels\.\n.*product\/ui-map\.json has them\.\n$/) });
    expect(await lintIn(root)).toEqual([]);

    writeFileSync(path.join(root, 'locales/en.json'), '{ "hooks": "Event hooks", "save": "Save" }');
    expect((await extract()).stdout).toContain('2 labels, 1 gone since the map was made.');
    expect(await lintIn(root)).toEqual([expect.stringContaining('“Delivery hooks” is called “Event hooks” in the interface today.')]);
  });

  test.each([
    ['that is not there', 'no.json', null, /Cannot read .*no\.json/],
    ['that is empty', 'en.json', '', /en\.json:1:1: the catalogue is not JSON/],
    ['without a text', 'en.json', '{}', /en\.json: the catalogue has no texts/],
    ['that is cut off', 'en.po', 'msgid "Save"\nmsgstr "Sa', /en\.po:2: this line is not gettext/],
    ['of 50 MB that is cut off', 'big.en.json', `{ "a": "${'x'.repeat(50_000_000)}`, /big\.en\.json:1:\d+: the catalogue is not JSON/],
    ['with an id twice', 'en.po', 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', /en\.po:4: /],
    ['with a key twice', 'en.yml', 'en:\n  a: b\n  a: c\n', /en\.yml:3:/],
    ['in another encoding', 'de.json', Buffer.from('{ "a": "Schließen" }', 'latin1'), /de\.json: the catalogue is not in UTF-8/],
    ['of another format', 'en.toml', 'a = "b"', /en\.toml: a catalogue ends in \.po/],
  ])('leaves the old map as it is for a catalogue %s', async (_, name, text, message) => {
    const root = writeTree({ 'waymark.config.yaml': '', 'product/ui-map.json': '{ "version": 1, "external": [], "sources": [] }', ...(text === null ? {} : { [name]: text }) });
    const map = path.join(root, 'product/ui-map.json');
    const before = readFileSync(map, 'utf8');
    const { status, stderr } = await ui('extract', '--from', path.join(root, name), ...config(root));
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('\n');
    expect(readFileSync(map, 'utf8')).toBe(before);
    expect(readdirSync(path.dirname(map))).toEqual(['ui-map.json']);
  });

  test('refuses a map of another version, and leaves it', async () => {
    const root = writeTree({ 'waymark.config.yaml': '', 'product/ui-map.json': '{ "version": 0 }', 'en.json': '{ "a": "Save" }', 'a.md': page });
    const { status, stderr } = await ui('extract', '--from', path.join(root, 'en.json'), ...config(root));
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/is of version 0, and this Waymark reads version 1/) });
    expect(readFileSync(path.join(root, 'product/ui-map.json'), 'utf8')).toBe('{ "version": 0 }');
    await expect(lintIn(root)).rejects.toThrow(UsageError);
  });
});

test('waymark ui history needs a catalogue with a history', async () => {
  const root = writeTree({ 'waymark.config.yaml': '', 'en.json': '{ "a": "Save" }' });
  expect(await ui('history', ...config(root))).toMatchObject({ status: 2, stderr: expect.stringContaining('waymark ui extract --from') });
  expect(existsSync(path.join(root, 'product'))).toBe(false);
  await ui('extract', '--from', path.join(root, 'en.json'), ...config(root));
  expect(await ui('history', ...config(root))).toMatchObject({ status: 2, stderr: 'No catalogue of the map has a git history.' });
});

describe('what changed', () => {
  const [before, after] = ['examples/postwing/catalogue/2025-09-01/en.json', 'examples/postwing/catalogue/en.json'];

  test('waymark ui diff lists renamed, removed and added labels', async () => {
    expect((await ui('diff', before, after)).stdout).toMatchInlineSnapshot(`
      "renamed  “Subscription & invoices” → “Billing & plans”  by its key  examples/postwing/catalogue/en.json  settings.billing
      renamed  “Tracking preferences” → “Link tracking”  by its key  examples/postwing/catalogue/en.json  settings.tracking
      removed  “Security”  examples/postwing/catalogue/en.json  settings.security
      removed  “Certificate manager”  examples/postwing/catalogue/en.json  security.certificates
      removed  “Upload certificate”  examples/postwing/catalogue/en.json  security.upload
      removed  “Private key”  examples/postwing/catalogue/en.json  security.privateKey
      removed  “Certificate stored”  examples/postwing/catalogue/en.json  security.stored

      2 renamed, 5 removed, 0 added.
      "
    `);
    expect((await ui('diff', before, after, '--format', 'markdown')).stdout).toContain('- **Tracking preferences** is now **Link tracking**, by its key `settings.tracking`\n');
    const { changes } = JSON.parse((await ui('diff', before, after, '--format', 'json')).stdout) as { changes: unknown[] };
    expect(changes).toContainEqual({ kind: 'renamed', key: 'settings.tracking', text: 'Tracking preferences', to: 'Link tracking', toKey: null, by: 'key', source: after, language: 'en' });
    expect((await ui('diff', after, after)).stdout).toBe('0 renamed, 0 removed, 0 added.\n');
  });

  test('waymark ui impact lists the pages that name them, with line and locale', async () => {
    const root = writeTree({
      'waymark.config.yaml': 'locales: [de]\n',
      'guide.md': page,
      'de/guide.md': '---\ntitle: Haken\n---\n\nKlicken Sie auf die Schaltfläche **Zustellhaken**.\n',
      'old/en.json': '{ "hooks": "Delivery hooks", "save": "Save" }',
      'old/de.json': '{ "hooks": "Zustellhaken", "save": "Speichern" }',
      'new/en.json': '{ "hooks": "Event hooks", "save": "Save" }',
      'new/de.json': '{ "hooks": "Ereignishaken", "save": "Speichern" }',
    });
    const impact = (...more: string[]) => ui('impact', root, '--from', path.join(root, 'old'), '--to', path.join(root, 'new'), ...more);
    const { stdout, status } = await impact();
    expect(stdout).toBe(
      '“Delivery hooks” is now “Event hooks”  (en.json, hooks)\n  guide.md:5  Click the **Delivery hooks** button.\n\n“Zustellhaken” is now “Ereignishaken”  (de.json, hooks)\n  de/guide.md:5 [de]  Klicken Sie auf die Schaltfläche **Zustellhaken**.\n\n2 pages name 2 labels of 2 that changed.\n',
    );
    expect(status).toBe(1);
    expect((await impact('--format', 'markdown')).stdout).toContain('- `guide.md:5` `Click the **Delivery hooks** button.`\n');
  });

  test('a state may be of a revision of git; one that git does not have is an error', async () => {
    expect((await ui('diff', `HEAD:${after}`, after)).status).toBe(0);
    expect(await ui('diff', `HEAD:${after}.gone`, after)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Git has no .*en\.json\.gone at HEAD/) });
  });
});

test('waymark ui coverage lists what no page names', async () => {
  const root = writeTree({ 'waymark.config.yaml': 'interface:\n  catalogues: [{ path: en.json }]\n', 'en.json': '{ "hooks": "Delivery hooks", "test": "Send a test", "help": "This is a sentence." }', 'hooks.md': page });
  expect((await ui('coverage', root)).stdout).toBe('Labels that no page names\n  label “Send a test”  en.json, test\n\nPages name 1 of 2 short labels. A crawl tells which labels are actions: waymark ui crawl URL.\n');
  expect(JSON.parse((await ui('coverage', root, '--format', 'json')).stdout)).toMatchObject({ actions: { all: 2, unnamed: [{ text: 'Send a test' }] }, hasRoles: false });
});
