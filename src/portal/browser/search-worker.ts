import { openIndex } from '../../search/files.ts';
import { createSearch, type Search, type SearchOptions } from '../../search/query.ts';
import { remember } from '../../search/remember.ts';
import type { SearchAnswer } from '../../search/types.ts';

/** A query with a number of its own, and the address of the index to ask. */
export interface Question extends SearchOptions {
  number: number;
  index: string;
  query: string;
}
/** An answer to a query, or that the index could not be loaded. */
export type Reply = { number: number; answer: SearchAnswer } | { number: number; failed: true };

// Searches away from the page's own thread, so that typing never waits for an answer. An index that could not be loaded
// is tried again with the next letter.
const searchIn = remember(load);

addEventListener('message', async ({ data: { number, index, query, ...options } }: MessageEvent<Question>) => {
  try {
    const search = await searchIn(index);
    postMessage({ number, answer: await search(query, options) } satisfies Reply);
  } catch {
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
