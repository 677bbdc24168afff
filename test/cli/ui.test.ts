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
