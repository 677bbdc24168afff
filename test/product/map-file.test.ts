import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { formatMapFile, mapOfFile, mapSchema, parseMapFile, type MapFile } from '../../src/product/map-file.ts';
import { newMapFile, renewed, type ReadSource } from '../../src/product/map-renew.ts';
import type { Label } from '../../src/product/types.ts';

const label = (text: string, key: string, more: Partial<Label> = {}): Label => ({ text, key, catalogue: 'en.json', inner: false, ...more });
const source = (...labels: Label[]): ReadSource => ({ name: 'en.json', kind: 'catalogue', language: 'en', labels });
const parse = (text: string) => parseMapFile('product/ui-map.json', Buffer.from(text));
const [first, second, third] = ['2025-01-01', '2025-02-01', '2025-03-01'].map((date) => ({ date }));

test('the schema in the package is the one that is checked', async () => {
  await expect(`${JSON.stringify(mapSchema(), null, 2)}\n`).toMatchFileSnapshot('../../src/schema/ui-map.json');
});

describe('the map file', () => {
  const map = renewed(newMapFile(), source(label('Save', 'save'), label('Open', 'open', { inner: true, role: 'link', files: ['a.tsx'] })), first!);

  test('is read as it was written, one label a line', () => {
    const text = formatMapFile(map);
    expect(parse(text)).toEqual(map);
    expect(text).toContain('        {"text":"Save","key":"save"},\n');
    expect(formatMapFile(parse(formatMapFile(newMapFile())))).toBe(formatMapFile(newMapFile()));
  });

  test.each([
    ['no JSON', '{ "version": 1,', /is not JSON/],
    ['an older version', '{ "labels": [] }', /is of version undefined, and this Waymark reads version 1/],
    ['an unknown field', '{ "version": 1, "external": [], "sources": [], "more": 1 }', /product\/ui-map\.json: “”: Unrecognized key/],
    ['a date that is none', formatMapFile({ ...map, sources: [{ ...map.sources[0]!, labels: [{ text: 'a', key: 'a', since: { date: 'May' } }] }] }), /sources\.0\.labels\.0\.since\.date/],
  ])('with %s is refused', (_, text, message) => {
    expect(() => parse(text)).toThrow(UsageError);
    expect(() => parse(text)).toThrow(message);
  });

  test('gives labels with their source', () => {
    expect(mapOfFile(map)).toMatchObject({ catalogues: [{ path: 'en.json', language: 'en', serves: [] }], labels: [{ text: 'Save', catalogue: 'en.json', inner: false }, { text: 'Open', inner: true, role: 'link' }] });
  });
});

describe('renewing the map', () => {
  test('remembers what went, and what came in its place, however often', () => {
    let map = renewed(newMapFile(), source(label('First', 'a'), label('Gone', 'b')), first!);
    map = renewed(map, source(label('Second', 'a')), second!);
    map = renewed(map, source(label('Third', 'a')), third!);
    expect(map.sources[0]!.labels).toEqual([{ text: 'Third', key: 'a', since: third }]);
    expect(map.sources[0]!.past).toEqual([
      { text: 'First', key: 'a', until: second, renamedTo: 'Third', renamedBy: 'key' },
      { text: 'Gone', key: 'b', until: second },
      { text: 'Second', key: 'a', since: second, until: third, renamedTo: 'Third', renamedBy: 'key' },
    ]);
    expect(mapOfFile(map).past[0]!.lastSeen).toBe('en.json before 2025-02-01');
  });

  test('forgets that a text went when it comes back', () => {
    let map = renewed(newMapFile(), source(label('Save', 'a')), first!);
    map = renewed(map, source(label('Store', 'a')), second!);
    map = renewed(map, source(label('Save', 'a')), third!);
    expect(map.sources[0]!.past.map(({ text }) => text)).toEqual(['Store']);
  });

  test('remembers screens that a whole crawl found gone, and where they are today', () => {
    const crawled = (whole: boolean, ...titles: string[]): ReadSource => ({ name: 'http://a/', kind: 'crawl', language: 'en', labels: [], whole, screens: titles.map((title) => ({ route: `/${title}`, title: title.replace(/\d/, ''), path: [title] })) });
    const one = renewed(newMapFile(), crawled(true, 'tracking1', 'team'), first!);
    expect(renewed(one, crawled(false, 'team'), second!).sources[0]!.pastScreens).toBeUndefined();
    const two = renewed(one, crawled(true, 'tracking2', 'team'), second!);
    expect(two.sources[0]!.pastScreens).toEqual([{ route: '/tracking1', title: 'tracking', path: ['tracking1'], until: '2025-02-01', movedTo: '/tracking2' }]);
    expect(renewed(two, crawled(true, 'tracking1', 'team'), third!).sources[0]!.pastScreens).toEqual([expect.objectContaining({ route: '/tracking2', movedTo: '/tracking1' })]);
  });

  test('keeps what people wrote', () => {
    const written: MapFile = { ...renewed(newMapFile(), source(label('Save', 'a'), label('Plan', 'b')), first!), external: ['Okta'] };
    Object.assign(written.sources[0]!, { serves: ['app/**'] });
    Object.assign(written.sources[0]!.labels[1]!, { plan: 'Pro', flag: 'plans' });
    const map = renewed(written, source(label('Save', 'a'), label('Plans', 'b')), second!);
    expect(map.external).toEqual(['Okta']);
    expect(map.sources[0]).toMatchObject({ serves: ['app/**'], labels: [{ text: 'Save' }, { text: 'Plans', plan: 'Pro', flag: 'plans' }] });
  });

  test('with nothing new gives the same file', () => {
    const map = renewed(newMapFile(), source(label('Save', 'a')), first!);
    expect(formatMapFile(renewed(map, source(label('Save', 'a')), second!))).toBe(formatMapFile(map));
  });
});
