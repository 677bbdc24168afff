import { openIndex } from '../../search/files.ts';
import { createSearch, type Search } from '../../search/query.ts';
import type { SearchAnswer } from '../../search/types.ts';

/** What the page asks: the index to use first, then queries with numbers of their own. */
export type Question = { index: string } | { number: number; query: string; limit: number };
/** What the worker says: an answer to a query, or that the index could not be loaded. */
export type Reply = { number: number; answer: SearchAnswer } | { number: number; failed: true };

// Searches away from the page's own thread, so that typing never waits for an answer.
let address = '';
let search: Promise<Search> | null = null;

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  if ('index' in data) {
    address = data.index;
    return;
  }
  const { number, query, limit } = data;
  try {
    const answer = await (await (search ??= load(address)))(query, { limit });
    postMessage({ number, answer } satisfies Reply);
  } catch {
    search = null; // The next letter tries again.
    postMessage({ number, failed: true } satisfies Reply);
  }
});

async function load(first: string): Promise<Search> {
  const folder = first.slice(0, first.lastIndexOf('/') + 1);
  return createSearch(await openIndex(await fetchBytes(first), (name) => fetchBytes(folder + name)));
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
