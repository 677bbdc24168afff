import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearch } from '../../src/search/query.ts';
import type { SearchPage, Span } from '../../src/search/types.ts';

const page = (address: string, title: string, description = '', headings: string[] = []): SearchPage => ({
  address,
  title,
  description,
  headings: headings.map((text) => ({ text, anchor: text.toLowerCase().replaceAll(' ', '-') })),
});

const search = createSearch({
  version: 1,
  pages: [
    page('/domains/', 'Set up a domain', 'Add DNS records so that links carry your name.', ['Add the records', 'Check the records']),
    page('/tracking/', 'Click tracking', 'See who followed a link.', ['Turn on HTTPS for tracked links', 'Turn off tracking']),
    page('/billing/', 'Invoices', 'Where your invoices are.', ['Change the address on an invoice']),
    page('/keys/', 'API keys', 'Create, rotate and revoke keys.', ['Create a key', 'Revoke a key']),
  ],
});

const addresses = (query: string) => search(query).map((result) => result.address);
const plain = (spans: Span[]) => spans.map((span) => span.text).join('');
const marked = (spans: Span[]) => spans.filter((span) => span.match).map((span) => span.text);

describe('ranking', () => {
  test('a title outweighs a description', () => {
    expect(addresses('invoice')[0]).toBe('/billing/');
    expect(addresses('tracking')).toEqual(['/tracking/']);
  });

  test('a page with all the words comes before pages with one', () => {
    expect(addresses('create api key')[0]).toBe('/keys/');
    expect(addresses('https for tracked links')[0]).toBe('/tracking/');
  });

  test('words may be incomplete or misspelt', () => {
    expect(addresses('invo')[0]).toBe('/billing/');
    expect(addresses('trakcing')[0]).toBe('/tracking/');
  });

  test('what no page has finds nothing, and so does no word at all', () => {
    expect(addresses('xqzzy')).toEqual([]);
    expect(addresses('  …')).toEqual([]);
  });

  test('the limit counts pages', () => {
    expect(search('key link invoice domain', 2)).toHaveLength(2);
  });
});

describe('a result', () => {
  test('leads to the headings that answer, best first', () => {
    const [result] = search('revoke key');
    expect(result?.headings[0]?.address).toBe('/keys/#revoke-a-key');
    expect(result?.headings[1]?.address).toBe('/keys/#create-a-key');
  });

  test('leaves out headings that do not answer', () => {
    expect(search('https')[0]?.headings.map((heading) => plain(heading.text))).toEqual(['Turn on HTTPS for tracked links']);
  });

  test('marks the words that answer', () => {
    const [result] = search('tracking lnik');
    expect(marked(result?.title ?? [])).toEqual(['tracking']);
    expect(marked(result?.description ?? [])).toEqual(['link']);
  });
});

test('any query gives whole texts, sorted by score', () => {
  const words = constantFrom('key', 'link', 'tracking', 'address', 'reko', 'Über', '联', '<b>', '*', 'a');
  assert(
    property(oneof(string(), array(words, { maxLength: 5 }).map((list) => list.join(' '))), (query) => {
      const results = search(query);
      const titles = ['Set up a domain', 'Click tracking', 'Invoices', 'API keys'];
      for (const result of results) expect(titles).toContain(plain(result.title));
      const scores = results.map((result) => result.score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }),
  );
});
