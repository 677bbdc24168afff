import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexFiles, openBuilt, openIndex } from '../../src/search/files.ts';
import { createSearch } from '../../src/search/query.ts';
import { indexPages } from '../../src/search/site-index.ts';
import type { Span } from '../../src/search/types.ts';
import { page } from './page.ts';

const pages = [
  page('setup/domains.md', { title: 'Set up a domain', description: 'Add DNS records so that links carry your name.', headings: [[2, 'Add the records'], [2, 'Check the records']] }),
  page('tracking.md', {
    title: 'Click tracking',
    description: 'See who followed a link.',
    headings: [[2, 'Turn on HTTPS for tracked links'], [2, 'Turn off tracking']],
    source: 'Who clicked.\n\n## Turn on HTTPS for tracked links\n\nA certificate is issued.\n\n## Turn off tracking\n\nOpen the preferences.\n',
  }),
  page('billing/invoices.md', { title: 'Invoices', description: 'Where your invoices are.', headings: [[2, 'Change the address on an invoice']] }),
  page('setup/keys.md', { title: 'API keys', description: 'Create, rotate and revoke keys.', headings: [[2, 'Create a key'], [2, 'Revoke a key']] }),
];
const titles = pages.map(({ facts }) => facts.title);
const addressOf = ({ route }: { route: string }) => `${route}/`;
const index = await indexPages(pages, addressOf, { receipt: ['invoice'], 'web address': ['domain'] });
const search = await createSearch(openBuilt(index));

const addresses = async (query: string, filters = {}) => (await search(query, { filters })).results.map((result) => result.address);
const plain = (spans: Span[]) => spans.map((span) => span.text).join('');
const marked = (spans: Span[]) => spans.filter((span) => span.match).map((span) => span.text);

describe('ranking', () => {
  test('a title outweighs a description', async () => {
    expect((await addresses('invoice'))[0]).toBe('/billing/invoices/');
    expect((await addresses('tracking'))[0]).toBe('/tracking/');
  });

  test('a page with all the words comes before pages with one', async () => {
    expect((await addresses('create api key'))[0]).toBe('/setup/keys/');
    expect((await addresses('https for tracked links'))[0]).toBe('/tracking/');
  });

  test('forms of a word, its beginning and slips find it too', async () => {
    expect((await addresses('revoking'))[0]).toBe('/setup/keys/');
    expect((await addresses('invo'))[0]).toBe('/billing/invoices/');
    expect((await addresses('trakcing'))[0]).toBe('/tracking/');
  });

  test('words of the prose count', async () => {
    expect(await addresses('certificate')).toEqual(['/tracking/']);
  });

  test('the owner’s other words for a thing find it', async () => {
    expect((await addresses('receipt'))[0]).toBe('/billing/invoices/');
    expect((await addresses('web address'))[0]).toBe('/setup/domains/');
  });

  test('what no page has finds nothing, and so do no word at all and stop words alone', async () => {
    for (const query of ['xqzzy', '  …', 'how do I']) expect(await addresses(query)).toEqual([]);
  });

  test('the limit counts pages', async () => {
    expect((await search('key link invoice domain', { limit: 2 })).results).toHaveLength(2);
  });

  test('a filter leaves the pages of its value; an unknown value leaves none', async () => {
    expect(await addresses('records key invoice', { area: 'setup' })).toEqual(['/setup/keys/', '/setup/domains/']);
    expect(await addresses('key', { area: 'no such' })).toEqual([]);
  });
});

describe('a result', () => {
  test('leads to the sections that answer, best first', async () => {
    const [result] = (await search('revoke key')).results;
    expect(result?.headings.map(({ address }) => address)).toEqual(['/setup/keys/#revoke-a-key', '/setup/keys/#create-a-key']);
  });

  test('leads to the section whose prose answers', async () => {
    const [result] = (await search('certificate')).results;
    expect(result?.headings.map(({ address }) => address)).toEqual(['/tracking/#turn-on-https-for-tracked-links']);
  });

  test('marks the words that answer', async () => {
    const [result] = (await search('tracking lnik')).results;
    expect(marked(result?.title ?? [])).toEqual(['tracking']);
    expect(marked(result?.description ?? [])).toEqual(['link']);
  });

  test('says what was searched for in place of a slip', async () => {
    expect((await search('trakcing')).corrections).toEqual([{ typed: 'trakcing', used: 'tracking' }]);
    expect((await search('tracking')).corrections).toEqual([]);
  });
});

test('any query gives whole texts, sorted by score', async () => {
  const words = constantFrom('key', 'link', 'tracking', 'address', 'reko', 'Über', '联', '<b>', '*', 'a', '(?:x+)+', '👩‍👩‍👧', 'שלום');
  await assert(
    asyncProperty(oneof(string(), array(words, { maxLength: 5 }).map((list) => list.join(' '))), async (query) => {
      const { results } = await search(query);
      for (const result of results) expect(titles).toContain(plain(result.title));
      const scores = results.map((result) => result.score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }),
  );
});

test('a query of ten thousand characters is answered as one of a few words', async () => {
  expect((await addresses(`invoice ${'x'.repeat(10_000)}`))[0]).toBe('/billing/invoices/');
});

describe('as files', () => {
  const queries = ['revoke key', 'trakcing', 'invo', 'receipt', 'certificate'];

  test('a small index is one file and answers as the built one', async () => {
    const files = await indexFiles(index, 'index.bin');
    expect([...files.keys()]).toEqual(['index.bin']);
    const opened = await createSearch(await openIndex(files.get('index.bin')!, () => Promise.reject(new Error('no other file'))));
    for (const query of queries) expect(await opened(query)).toEqual(await search(query));
  });

  test('a large index loads its parts as queries need them, and asks again for one that failed', async () => {
    const words = (page: number) => Array.from({ length: 400 }, (_, at) => `w${(page * 7919 + at * 104_729) % 60_000}`).join(' ');
    const many = Array.from({ length: 400 }, (_, number) => page(`area-${number % 5}/page-${number}.md`, { title: `Page ${number}`, source: words(number) }));
    const files = await indexFiles(await indexPages([...pages, ...many], addressOf), 'index.bin');
    const loaded: string[] = [];
    let isOnline = false;
    const opened = await createSearch(
      await openIndex(files.get('index.bin')!, async (name) => {
        if (!isOnline) throw new Error('offline');
        loaded.push(name);
        return files.get(name)!;
      }),
    );
    await expect(opened('revoke key')).rejects.toThrow('offline');
    isOnline = true;
    expect((await opened('revoke key')).results[0]?.address).toBe('/setup/keys/');
    expect(loaded.length).toBeLessThan(files.size / 2);
    const before = loaded.length;
    await opened('revoke key');
    expect(loaded).toHaveLength(before);
  });

  test('a file that was cut off is an error, not a wrong answer', async () => {
    const bytes = (await indexFiles(index, 'index.bin')).get('index.bin')!;
    await expect(openIndex(bytes.subarray(0, bytes.length - 20), () => Promise.reject(new Error('no other file')))).rejects.toThrow('ends in the middle');
  });
});
