import type { Search } from './query.ts';

/** A query that readers type, and the pages that answer it, as the search knows their addresses. */
export interface KnownQuery {
  query: string;
  pages: string[];
}

/** How well a search answers queries whose answers are known. */
export interface SearchQuality {
  /** Mean reciprocal rank of the first right page among ten: 1 where it is always the first. */
  mrr: number;
  /** Share of queries whose first result is right. */
  success1: number;
  ranks: { query: KnownQuery; /** From 1; null where none of the first ten is right. */ rank: number | null; /** Address of the first result. */ first: string | null }[];
}

/** Rank from which on a page counts as not found. */
const depth = 10;

/** Asks every query and ranks the first page that answers it. */
export async function measureSearch(search: Search, queries: readonly KnownQuery[]): Promise<SearchQuality> {
  const ranks = await Promise.all(
    queries.map(async (query) => {
      const { results } = await search(query.query, { limit: depth });
      const place = results.findIndex(({ address }) => query.pages.includes(address));
      return { query, rank: place < 0 ? null : place + 1, first: results[0]?.address ?? null };
    }),
  );
  const mean = (value: (rank: number | null) => number) => ranks.reduce((sum, { rank }) => sum + value(rank), 0) / ranks.length;
  return { mrr: mean((rank) => (rank === null ? 0 : 1 / rank)), success1: mean((rank) => Number(rank === 1)), ranks };
}
