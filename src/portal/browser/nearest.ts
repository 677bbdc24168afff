import Fuse from 'fuse.js';

/** A page as the list of all pages has it: address, title, addresses that it had before, language. */
export type ListedPage = [address: string, title: string, formerly: string[], lang: string];

const shown = 4;
/** As far as a slip may go; it proposes, and the reader decides. */
const threshold = 0.4;
/** Pages that are this much further away than the nearest are not near. */
const further = 0.3;

/**
 * The pages whose titles, addresses or former addresses come nearest to some words, the nearest first.
 * @param words what was searched for, or a missing address in words
 */
export function nearestPages(pages: readonly ListedPage[], words: string): ListedPage[] {
  const entries = pages.map((page) => ({ page, title: page[1], addresses: [page[0], ...page[2]].map(wordsOfAddress) }));
  const fuse = new Fuse(entries, { keys: [{ name: 'title', weight: 2 }, { name: 'addresses', weight: 1 }], threshold, ignoreLocation: true, useTokenSearch: true, includeScore: true });
  const found = fuse.search(words.slice(0, 100), { limit: shown });
  return found.filter(({ score = 0 }) => score <= (found[0]!.score ?? 0) + further).map(({ item }) => item.page);
}

/** The words of an address. */
export function wordsOfAddress(address: string): string {
  return decoded(address).match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // A lone percent sign.
  }
}
