import type { Block } from './blocks.ts';

/** A heading, a link or button that is the whole block, quoted words, or running text. */
export type MentionPlace = 'text' | 'heading' | 'button' | 'quotation';

/** Address of the link on a range of the block's text; empty where there is none. */
export function targetOf(block: Block, start: number, end: number): string {
  const link = block.spans.find((span) => span.kind === 'link' && span.start < end && start < span.end);
  return link?.target ?? '';
}

/** Where a range of the block's text stands. */
export function placeOf(block: Block, start: number, end: number): MentionPlace {
  if (block.kind === 'heading') return 'heading';
  const whole = end - start >= block.text.trim().length - 2;
  if (whole && (block.kind === 'attribute' || block.spans.some(({ kind }) => kind === 'link'))) return 'button';
  const before = block.text.slice(Math.max(0, start - 80), start);
  const quoted = /["“«「][^"”»」]*$/u.test(before) && /^[^"“«「]*["”»」]/u.test(block.text.slice(end, end + 80));
  return quoted || block.spans.some((span) => span.kind === 'code' && span.start <= start && end <= span.end) ? 'quotation' : 'text';
}

/** Blocks further back than this belong to something else. */
const stepsReach = 8;

/** Whether a block comes after steps: in a later item of an ordered list, or behind one in the same section. */
export function isAfterSteps(blocks: Block[], index: number): boolean {
  const block = blocks[index]!;
  if (block.container.lists.includes('ordered')) return block.container.item > 0;
  for (let before = index - 1; before >= 0 && before >= index - stepsReach; before--) {
    const other = blocks[before]!;
    if (other.section !== block.section) return false;
    if (other.container.lists.includes('ordered')) return true;
  }
  return false;
}
