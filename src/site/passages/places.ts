import { blockFields, wordsOf } from '../../content/extract/words.ts';
import { gram, gramAt } from '../../content/extract/prints.ts';
import type { Page, Range } from '../../content/types.ts';
import type { PassagePlace } from './types.ts';

/** Where a passage stands in the source of its page, from its first word to its last. */
export function rangeOfPassage({ page, start, end }: PassagePlace): Range {
  const first = blockAt(page, start);
  const last = blockAt(page, end - 1);
  const from = findWords(page, first, start, start + 1)[0];
  const until = findWords(page, last, end - 1, end)[0];
  return { start: from?.start ?? page.blocks[first + 1]!, end: until ? until.start + until.text.length : page.blocks[last + 2]! };
}

/** The words of a passage by which it is known: those of the gram with the least hash, so that other edges change nothing. */
export function nameOfPassage({ page, start, end }: PassagePlace): string {
  let least = start;
  for (let at = start + 1; at <= end - gram; at++) if (gramAt(page.words, at) < gramAt(page.words, least)) least = at;
  return wordsOfPassage({ page, start: least, end: least + gram });
}

/** Words of a passage as they read, in lower case. */
function wordsOfPassage({ page, start, end }: PassagePlace): string {
  const texts: string[] = [];
  for (let block = blockAt(page, start); block < page.blocks.length && page.blocks[block]! < end; block += blockFields) {
    const next = page.blocks[block + blockFields] ?? page.words.length;
    texts.push(...findWords(page, block, Math.max(start, page.blocks[block]!), Math.min(end, next)).map(({ text }) => text));
  }
  return texts.join(' ');
}

/** Index into `Page.blocks` of the block that a word stands in. */
function blockAt({ blocks }: Page, word: number): number {
  let low = 0;
  let high = blocks.length / blockFields - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle * blockFields]! <= word) low = middle;
    else high = middle - 1;
  }
  return low * blockFields;
}

/** Some words of a block as they stand in the source. Markup may stand between them: what is not one of them is left out. */
function findWords(page: Page, block: number, start: number, end: number): { text: string; start: number }[] {
  const [first, from, to] = [page.blocks[block]!, page.blocks[block + 1]!, page.blocks[block + 2]!];
  const found: { text: string; start: number }[] = [];
  let next = first;
  for (const { hash, text, start: at } of wordsOf(page.source.slice(from, to))) {
    if (next === end) break;
    if (hash !== page.words[next]) continue;
    if (next >= start) found.push({ text, start: from + at });
    next++;
  }
  return found;
}
