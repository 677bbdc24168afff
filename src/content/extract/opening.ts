import type { Block } from './blocks.ts';

/** Characters: two or three sentences, which say what a page is for if anything does. */
const longestOpening = 400;

/** The first paragraph of a page, before its second heading; empty where a list, a table or a call-out comes first. */
export function openingOf(blocks: Block[]): string {
  const first = blocks.find(({ kind, depth }) => kind === 'paragraph' || depth > 1);
  if (first?.kind !== 'paragraph' || first.container.lists.length > 0 || first.container.quoted) return '';
  return first.text.trim().slice(0, longestOpening);
}
