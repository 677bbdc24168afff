import type { Range } from '../types.ts';

/** Inline markup; `ui` is what the page itself says is a label (`<UI>`, `:ui[…]`). */
export type SpanKind = 'strong' | 'emphasis' | 'code' | 'link' | 'image' | 'ui';

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

/** What only the reader of the tree knows of a block. */
type BlockPlace = Pick<Block, 'kind' | 'section' | 'depth' | 'container' | 'range'>;

/** Collects the text of one block, with its inline markup and where each character comes from. */
export class BlockBuilder {
  text = '';
  private readonly source: string;
  private readonly attribute: Block['attribute'];
  private readonly spans: Span[] = [];
  private readonly open: Span[] = [];
  private readonly map: number[] = [];

  constructor(source: string, attribute: Block['attribute'] = null) {
    this.source = source;
    this.attribute = attribute;
  }

  /** Adds text that stands in the source from `at` on, character by character. */
  append(value: string, at: number): void {
    if (value === '') return;
    const continues = this.map.length > 0 && at - this.text.length === this.map.at(-1)! - this.map.at(-2)!;
    if (!continues) this.map.push(this.text.length, at);
    this.text += value.includes('\n') ? value.replace(/\r?\n/g, (end) => ' '.repeat(end.length)) : value;
  }

  /** Adds text that may differ from its source in escapes, entities and the indent of continued lines. */
  appendText(value: string, range: Range): void {
    const { source } = this;
    if (source.startsWith(value, range.start)) return this.append(value, range.start);
    let at = range.start;
    let start = 0;
    for (let index = 0; index < value.length; index++) {
      const found = value[index] === '\n' ? source.indexOf('\n', at) : findNear(source, value[index]!, at, range.end);
      const next = found < 0 || found >= range.end ? at : found;
      if (next !== at) {
        this.append(value.slice(start, index), at - (index - start));
        start = index;
      }
      at = next + 1;
    }
    this.append(value.slice(start), at - (value.length - start));
  }

  /** Marks what `read` adds as inline markup. */
  span(kind: SpanKind, read: () => void, target?: string): void {
    this.openSpan(kind, target);
    read();
    this.closeSpan(kind);
  }

  openSpan(kind: SpanKind, target?: string): void {
    const start = this.text.length;
    this.open.push(target === undefined ? { kind, start, end: start } : { kind, start, end: start, target });
  }

  closeSpan(kind: SpanKind): void {
    const index = this.open.findLastIndex((span) => span.kind === kind);
    if (index < 0) return;
    const [span] = this.open.splice(index, 1);
    this.spans.push({ ...span!, end: this.text.length });
  }

  /** Cuts the text off at an offset. */
  truncate(length: number): void {
    this.text = this.text.slice(0, length);
  }

  build(place: BlockPlace): Block {
    const spans = this.spans.filter((span) => span.start < this.text.length || span.kind === 'image');
    return { ...place, text: this.text, spans, attribute: this.attribute, map: this.map };
  }
}

const entity = /&#?\w{1,31};/y;

/** Offset of the last character of source that stands for `character`: an entity, an escape, or after an indent. */
function findNear(source: string, character: string, from: number, end: number): number {
  if (source[from] === '&') {
    entity.lastIndex = from;
    if (entity.test(source)) return entity.lastIndex - 1;
  }
  if (source[from] === '\\' && source[from + 1] === character) return from + 1;
  for (let at = from; at < end; at++) {
    if (source[at] === character) return at;
    if (!/[\s>]/.test(source[at]!)) return -1;
  }
  return -1;
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
