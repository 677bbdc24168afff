import type { Range } from '../types.ts';

export type SpanKind = 'strong' | 'emphasis' | 'code' | 'link' | 'image';

/** Inline markup inside a block, in offsets of the block's text. */
export interface Span extends Range {
  kind: SpanKind;
  /** Address of a link or image, as written. */
  target?: string;
}

/** Where a block stands. */
export interface Container {
  /** Kinds of the lists around the block, outermost first. */
  lists: ('ordered' | 'bullet')[];
  /** Number of the list item inside the innermost list, from 0; -1 outside lists. */
  item: number;
  /** Identity of the innermost list on the page, from 0; -1 outside lists. */
  list: number;
  /** Text of the paragraph that leads the innermost list in ("To enable it:"), else empty. */
  leadIn: string;
  /** Names of the components, directives and HTML elements around the block, outermost first (`Callout`, `note`, `Steps`). */
  components: string[];
  /** Whether a block quote is around the block. */
  quoted: boolean;
  /** For a table cell: the text of its column's header and of the first cell of its row. */
  cell: { header: string; rowHeader: string } | null;
}

/**
 * A run of prose with its inline markup taken off: a heading, a paragraph, a table cell, a text-like attribute of a
 * component. Everything an extractor needs to know of Markdown is in here; extractors never see a syntax tree.
 */
export interface Block {
  kind: 'heading' | 'paragraph' | 'cell' | 'attribute';
  /** Plain text; line breaks stand as single spaces. */
  text: string;
  spans: Span[];
  /** Index into the page's headings of the section that the block belongs to (of itself, for a heading); -1 before the first. */
  section: number;
  /** Heading depth 1 to 6; 0 for other blocks. */
  depth: number;
  container: Container;
  /** For an attribute: component and attribute name (`Card`, `title`). */
  attribute: { component: string; name: string } | null;
  /** The whole block in the source. */
  range: Range;
  /** Piecewise map from text to source: ascending pairs of text offset and source offset. */
  map: number[];
}

/** Source offset of an offset in the block's text. */
export function sourceOffset(block: Block, offset: number): number {
  const { map } = block;
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map[middle * 2]! <= offset) low = middle;
    else high = middle - 1;
  }
  return map[low * 2 + 1]! + (offset - map[low * 2]!);
}

/** Source range of a non-empty range in the block's text. */
export function sourceRange(block: Block, { start, end }: Range): Range {
  const from = sourceOffset(block, start);
  return { start: from, end: end > start ? sourceOffset(block, end - 1) + 1 : from };
}
