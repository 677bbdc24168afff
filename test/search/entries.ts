import type { OpenIndex } from '../../src/search/files.ts';
import type { SearchEntry } from '../../src/search/types.ts';

/** Every entry of an index, in order. */
export async function entriesOf({ head, load }: OpenIndex): Promise<SearchEntry[]> {
  const packs = Array.from({ length: Math.ceil(head.pages / head.packSize) }, async (_, number) => {
    return JSON.parse(new TextDecoder().decode(await load(`pages-${number}`))) as SearchEntry[];
  });
  return (await Promise.all(packs)).flat();
}
