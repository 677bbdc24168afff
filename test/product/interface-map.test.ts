import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { readInterfaceMap, type CatalogueSource } from '../../src/product/interface-map.ts';
import type { PastLabel } from '../../src/product/types.ts';

function mapOf(files: Record<string, unknown>, catalogues: CatalogueSource[]) {
  return readInterfaceMap(null, catalogues, (path) => {
    if (!(path in files)) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    const file = files[path];
    return Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
  });
}

const told = ({ text, renamedTo, renamedBy, lastSeen }: PastLabel): string => `${text} → ${renamedTo} by ${renamedBy}, last in ${lastSeen}`;

describe('the interface map', () => {
  test('has every text of every catalogue, with key and language', () => {
    const { labels, catalogues } = mapOf({ 'locales/en-US/app.json': { save: 'Save' }, 'de.po': 'msgid "Save"\nmsgstr "Speichern"\n' }, [
      { path: 'locales/en-US/app.json', history: [] },
      { path: 'de.po', history: [] },
    ]);
    expect(labels.map(({ text, key, catalogue }) => [text, key, catalogue])).toEqual([
      ['Save', 'save', 'locales/en-US/app.json'],
      ['Speichern', 'Save', 'de.po'],
    ]);
    expect(catalogues.map(({ language }) => language)).toEqual(['en', 'de']);
  });

  test('knows a text by its key: renamed, renamed again, removed', () => {
    const { past } = mapOf(
      { '1.json': { a: 'First', b: 'Gone', c: 'Kept' }, '2.json': { a: 'Second', c: 'Kept' }, '3.json': { a: 'Third', c: 'Kept' } },
      [{ path: '3.json', history: ['1.json', '2.json'] }],
    );
    expect(past.map(told)).toEqual(['First → Third by key, last in 1.json', 'Gone → null by null, last in 1.json', 'Second → Third by key, last in 2.json']);
  });

  test('does not call a text past that stands under another key, in another catalogue, or came back', () => {
    const { past } = mapOf(
      { 'old.json': { a: 'Save', b: 'Open', c: 'Close' }, 'en.json': { x: 'Save', c: 'Close' }, 'more.en.json': { b2: 'Open' } },
      [{ path: 'en.json', history: ['old.json'] }, { path: 'more.en.json', history: [] }],
    );
    expect(past).toEqual([]);
  });

  test('tells an earlier version that is broken, and goes on without it', () => {
    const { past, unreadable } = mapOf({ '1.json': { a: 'First' }, '2.json': '{ <<<<<<<', '3.json': { a: 'Third' } }, [{ path: '3.json', history: ['1.json', '2.json', 'gone.json'] }]);
    expect(past.map(told)).toEqual(['First → Third by key, last in 1.json']);
    expect(unreadable).toEqual([expect.stringMatching(/^An earlier version was left out\. 2\.json:1:3: the catalogue is not JSON/), expect.stringMatching(/^An earlier version was left out\. gone\.json: .*cannot be read/)]);
  });

  test('finds the key in another catalogue where one was cut into several', () => {
    const { past } = mapOf({ 'all.json': { 'team.invite': 'Invite user' }, 'app.json': { x: 'X' }, 'team.json': { 'team.invite': 'Invite member' } }, [
      { path: 'app.json', history: ['all.json'] },
      { path: 'team.json', history: [] },
    ]);
    expect(past.map(told)).toEqual(['Invite user → Invite member by key, last in all.json']);
  });

  test('pairs plural forms one by one', () => {
    const { past } = mapOf(
      { 'old.json': { n: '{n, plural, one {# file} other {# files}}' }, 'en.json': { n: '{n, plural, one {# document} other {# documents}}' } },
      [{ path: 'en.json', history: ['old.json'] }],
    );
    expect(past.map(told)).toEqual(['{n} file → {n} document by key, last in old.json', '{n} files → {n} documents by key, last in old.json']);
  });

  test('where the text is the key, one that went and one that came at one place are a new name', () => {
    const message = (id: string, ...places: string[]) => `${places.map((place) => `#: ${place}\n`).join('')}msgid "${id}"\nmsgstr "${id}"\n`;
    const { past } = mapOf(
      {
        'old.po': [message('Log out all', 'sessions.tsx:10'), message('Add signer', 'signers.tsx:1'), message('Add viewer', 'signers.tsx:2'), message('Version history', 'log.tsx:3')].join('\n'),
        'en.po': [message('Log out everywhere', 'sessions.tsx:12'), message('Add a signer', 'signers.tsx:1'), message('Add recipient', 'signers.tsx:2'), message('Envelope', 'log.tsx:3')].join('\n'),
      },
      [{ path: 'en.po', history: ['old.po'] }],
    );
    expect(past.map(told)).toEqual([
      'Log out all → Log out everywhere by place, last in old.po',
      'Add signer → Add a signer by likeness, last in old.po',
      'Add viewer → Add recipient by likeness, last in old.po',
      'Version history → null by null, last in old.po',
    ]);
  });

  test('says which file cannot be read', () => {
    expect(() => mapOf({}, [{ path: 'en.json', history: [] }])).toThrow(UsageError);
    expect(() => mapOf({}, [{ path: 'en.json', history: [] }])).toThrow(/^en\.json: the catalogue cannot be read \(there is no such file/);
    expect(() => mapOf({ 'en.toml': '' }, [{ path: 'en.toml', history: [] }])).toThrow(/\.po, \.pot, \.json/);
  });
});
