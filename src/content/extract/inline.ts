import type { Nodes, Parents } from 'mdast';
import type { MdxJsxTextElement } from 'satteri';
import type { Range } from '../types.ts';
import type { BlockBuilder, Container, SpanKind } from './blocks.ts';
import { readAttributes, readHtmlAttributes } from './components.ts';
import { factUsesIn } from './fact-uses.ts';
import { readHtml } from './html.ts';
import type { Link } from './links.ts';
import { rangeOf, type Reading } from './reading.ts';

/** Inline markup that HTML elements stand for. */
export const inlineElements: Readonly<Record<string, SpanKind | undefined>> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  code: 'code',
  kbd: 'code',
  UI: 'ui',
};

/** Reads the inline nodes below a parent into the text of a block. */
export function readInline(reading: Reading, parent: Parents, builder: BlockBuilder, container: Container): void {
  for (const node of parent.children as Nodes[]) readInlineNode(reading, node, builder, container);
}

function readInlineNode(reading: Reading, node: Nodes, builder: BlockBuilder, container: Container): void {
  const range = rangeOf(node);
  const inside = (parent: Parents) => () => readInline(reading, parent, builder, container);
  switch (node.type) {
    case 'text':
      if (node.value.includes('{')) reading.facts.facts.push(...factUsesIn(reading.source, range));
      return readText(reading, node.value, range, builder);
    case 'inlineCode':
      return builder.span('code', () => builder.appendText(node.value, { start: afterFence(reading.source, range.start), end: range.end }));
    case 'break':
      return builder.append(' ', range.start);
    case 'strong':
    case 'emphasis':
      return builder.span(node.type, inside(node));
    case 'link':
      readLink(reading, builder, inside(node), node.url, range);
      return;
    case 'linkReference':
      return reading.awaitDefinition(readLink(reading, builder, inside(node), '', range), node.identifier);
    case 'image':
      reading.addLink('image', node.url, node.alt ?? '', range);
      return builder.span('image', () => {}, node.url);
    case 'imageReference':
      return reading.awaitDefinition(reading.addLink('image', '', node.alt ?? '', range), node.identifier);
    case 'html':
      return readInlineHtml(reading, node.value, range, builder);
    case 'footnoteReference':
      return;
    default:
      return readInlineExtension(reading, node, builder, container, range);
  }
}

/** Marks of DocFX sites on names: `[!DNL Audience Manager]`, `[!UICONTROL Save]`. */
const namedMarks = /\[!(?:DNL|UICONTROL) ([^\]\n]+)\]/g;

/** Appends text; of marks on names the names alone, since their exclamation mark would end a sentence. */
function readText({ source }: Reading, value: string, range: Range, builder: BlockBuilder): void {
  const marks = value.includes('[!') && source.startsWith(value, range.start) ? [...value.matchAll(namedMarks)] : [];
  if (marks.length === 0) return builder.appendText(value, range);
  let from = 0;
  for (const mark of marks) {
    const end = mark.index + mark[0].length;
    builder.append(value.slice(from, mark.index), range.start + from);
    builder.append(mark[1]!, range.start + end - 1 - mark[1]!.length);
    from = end;
  }
  builder.append(value.slice(from), range.start + from);
}

/** Nodes of MDX and of directives, which mdast does not know by itself. */
function readInlineExtension(reading: Reading, node: Nodes, builder: BlockBuilder, container: Container, range: Range): void {
  const other = node as unknown as { type: string; name?: string; value?: string };
  switch (other.type) {
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return readInlineComponent(reading, node as unknown as MdxJsxTextElement, builder, container);
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      reading.facts.facts.push(...factUsesIn(reading.source, range));
      if (other.value?.trimStart().startsWith('/*')) reading.addComment(other.value, range);
      return;
    case 'textDirective':
      if (other.name === 'ui') return builder.span('ui', () => readInline(reading, node as unknown as Parents, builder, container));
      // Mostly no directive at all but a time or a ratio ("10:30"): read as it is written.
      return builder.append(reading.source.slice(range.start, range.end), range.start);
    default:
      if ('children' in node) readInline(reading, node, builder, container);
  }
}

function readInlineComponent(reading: Reading, node: MdxJsxTextElement, builder: BlockBuilder, container: Container): void {
  readAttributes(reading, node, container);
  const read = () => readInline(reading, node as unknown as Parents, builder, container);
  const kind = inlineElements[node.name ?? ''];
  if (kind === 'link') {
    const href = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href')?.value;
    builder.span('link', read, typeof href === 'string' ? href : '');
  } else if (kind) builder.span(kind, read);
  else if (node.name === 'br') builder.append(' ', rangeOf(node as unknown as Nodes).start);
  else read();
}

function readLink(reading: Reading, builder: BlockBuilder, read: () => void, target: string, range: Range): Link {
  if (target.startsWith('{')) reading.facts.facts.push(...factUsesIn(reading.source, range));
  const start = builder.text.length;
  builder.span('link', read, target);
  return reading.addLink('link', target, builder.text.slice(start).trim(), range);
}

function readInlineHtml(reading: Reading, value: string, range: Range, builder: BlockBuilder): void {
  readHtml(value, range.start, {
    open(name, attributes) {
      readHtmlAttributes(reading, name, attributes, range);
      const kind = inlineElements[name];
      if (kind) builder.openSpan(kind, attributes.href);
      else if (name === 'br') builder.append(' ', range.start);
    },
    close(name) {
      const kind = inlineElements[name];
      if (kind) builder.closeSpan(kind);
    },
    text: (text, at) => builder.append(text, at),
    comment: (text) => reading.addComment(text, range),
  });
}

/** Where the text of a code span begins, behind its back-ticks. */
function afterFence(source: string, start: number): number {
  let at = start;
  while (source[at] === '`') at++;
  return at;
}
