import type { Html } from 'mdast';
import { BlockBuilder, type Container } from './blocks.ts';
import { readHtmlAttributes } from './components.ts';
import { readHtml } from './html.ts';
import { inlineElements } from './inline.ts';
import { rangeOf, type Reading } from './reading.ts';

/** Elements that stand inside a line of text and mark nothing. */
const inline = new Set(['br', 'img', 'span', 'small', 'sub', 'sup', 'u', 's', 'del', 'ins', 'mark', 'abbr', 'font', 'wbr', 'cite', 'q', 'time', 'label']);
/** Elements that have no end. */
const empty = new Set(['hr', 'input', 'source', 'meta', 'link', 'col', 'embed', 'track', 'area', 'base', 'param']);

/** Reads a block of raw HTML: each of its block-level elements is a block of prose. */
export function readHtmlBlock(reading: Reading, node: Html, container: Container): void {
  const range = rangeOf(node);
  let builder = new BlockBuilder(reading.source);
  let start = range.start;
  let headers: string[] = [];
  let rowHeader = '';
  let column = 0;

  /** Ends the block that is being read, as the element `name` ends; empty where another begins. */
  function finish(end: number, name: string): void {
    const text = builder.text.trim();
    if (/^h[1-6]$/.test(name) && text !== '') reading.addHeading(builder, Number(name[1]), { start, end }, container);
    else if (name === 'td') reading.addBlock('cell', builder, { start, end }, { ...container, cell: { header: headers[column] ?? '', rowHeader } });
    else reading.addBlock('paragraph', builder, { start, end }, container);
    if (name === 'th') headers.push(text);
    if (name === 'td' && column++ === 0) rowHeader = text;
    builder = new BlockBuilder(reading.source);
    start = end;
  }

  readHtml(node.value, range.start, {
    open(name, attributes, at) {
      readHtmlAttributes(reading, name, attributes, { start: at, end: range.end });
      const kind = inlineElements[name];
      if (kind) return builder.openSpan(kind, attributes.href);
      if (name === 'br') return builder.append(' ', at);
      if (inline.has(name)) return;
      finish(at, '');
      if (name === 'table') headers = [];
      if (name === 'tr') [column, rowHeader] = [0, ''];
      if (!empty.has(name)) reading.openElements.push(name);
    },
    close(name, at) {
      const kind = inlineElements[name];
      if (kind) return builder.closeSpan(kind);
      if (inline.has(name)) return;
      finish(at, name);
      const open = reading.openElements.lastIndexOf(name);
      if (open >= 0) reading.openElements.length = open;
    },
    text: (text, at) => builder.appendText(text, { start: at, end: at + text.length }),
    comment: (text) => reading.addComment(text, range),
  });
  finish(range.end, '');
}
