import type { Page } from '../../content/types.ts';
import { bodyStart } from './sections.ts';

/**
 * Pages whose text stands on an earlier page to the letter, title included and the rest of the frontmatter aside, each
 * with the first such page by path.
 */
export function findCopies(pages: Page[]): Map<Page, Page> {
  const byWords = new Map<number, Page[]>();
  for (const page of pages) {
    const hash = hashOf(page.words);
    const known = byWords.get(hash);
    if (known) known.push(page);
    else byWords.set(hash, [page]);
  }
  const copies = new Map<Page, Page>();
  for (const alike of byWords.values()) {
    if (alike.length === 1) continue;
    for (const [first, ...others] of byText(alike)) for (const copy of others) copies.set(copy, first!);
  }
  return copies;
}

/** Pages of the same words by their text: code differs where words do not. */
function byText(pages: Page[]): Page[][] {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    const text = `${page.facts.title}\n${page.source.slice(bodyStart(page)).trim()}`;
    const group = groups.get(text);
    if (group) group.push(page);
    else groups.set(text, [page]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** FNV-1a over words. */
function hashOf(words: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) hash = Math.imul(hash ^ words[index]!, 0x01000193);
  return hash;
}
