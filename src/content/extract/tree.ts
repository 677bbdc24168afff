import type { Blockquote, Code, List, Nodes, Parents, Root, Table, Yaml } from 'mdast';
import { BlockBuilder, type Block, type Container } from './blocks.ts';
import { readAttributes, type Component } from './components.ts';
import { factUsesIn } from './fact-uses.ts';
import { readHtmlBlock } from './html-blocks.ts';
import { readInline } from './inline.ts';
import { rangeOf, Reading, within, type TreeFacts } from './reading.ts';

const outside: Container = { lists: [], item: -1, list: -1, leadIn: '', components: [], quoted: false, cell: null };
const importLine = /^(?:import|export)\b[^\n]*?\bfrom\s+['"]([^'"]+)['"]/gm;
const alert = /^\[!(\w+)\]/;

/** Reads a syntax tree once, in document order. */
export function readTree(tree: Root, source: string): TreeFacts {
  const reading = new Reading(source);
  readChildren(reading, tree, outside);
  reading.resolveDefinitions();
  return reading.facts;
}

function readChildren(reading: Reading, parent: Parents, container: Container): void {
  let previous: Nodes | null = null;
  for (const child of parent.children as Nodes[]) {
    readNode(reading, child, container, previous);
    previous = child;
  }
}

function readNode(reading: Reading, node: Nodes, container: Container, previous: Nodes | null): void {
  switch (node.type) {
    case 'yaml':
      return noteFrontmatter(reading, 'yaml', node);
    case 'heading':
      return readHeading(reading, node, node.depth, container);
    case 'paragraph':
      return readParagraph(reading, node, container);
    case 'list':
      return readList(reading, node, container, previous);
    case 'blockquote':
      return readQuote(reading, node, container);
    case 'table':
      return readTable(reading, node, container);
    case 'code':
      return countCode(reading, node);
    case 'html':
      return readHtmlBlock(reading, node, container);
    case 'definition':
      return reading.define(node.identifier, node.url);
    case 'footnoteDefinition':
      return readChildren(reading, node, container);
    default:
      return readExtension(reading, node, container);
  }
}

/** Nodes of MDX, of directives and of TOML, which mdast does not know by itself. */
function readExtension(reading: Reading, node: Nodes, container: Container): void {
  const other = node as unknown as { type: string; name?: string | null; value?: string };
  switch (other.type) {
    case 'toml':
      return noteFrontmatter(reading, 'toml', node as unknown as Yaml);
    case 'mdxjsEsm':
      readImports(reading, other.value ?? '');
      return;
    case 'mdxFlowExpression':
      reading.facts.facts.push(...factUsesIn(reading.source, rangeOf(node)));
      if (other.value?.trimStart().startsWith('/*')) reading.addComment(other.value, rangeOf(node));
      return;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return readComponent(reading, node as unknown as Component, container);
    case 'containerDirective':
      return readChildren(reading, node as unknown as Parents, within(container, other.name ?? ''));
    case 'leafDirective':
      return readParagraph(reading, node as unknown as Parents, within(container, other.name ?? ''));
  }
}

function noteFrontmatter(reading: Reading, format: 'yaml' | 'toml', node: Yaml): void {
  const offset = reading.source.indexOf(node.value, rangeOf(node).start);
  reading.facts.frontmatter = { format, source: node.value, offset };
}

function readHeading(reading: Reading, node: Parents, depth: number, container: Container): void {
  const builder = new BlockBuilder(reading.source);
  readInline(reading, node, builder, container);
  reading.addHeading(builder, depth, rangeOf(node), container);
}

function readParagraph(reading: Reading, node: Parents, container: Container): void {
  const range = rangeOf(node);
  // Import lines stand as prose in Markdown that the site renders as MDX.
  if (/^(?:import|export) /.test(reading.source.slice(range.start, range.start + 7)) && readImports(reading, reading.source.slice(range.start, range.end))) return;
  const builder = new BlockBuilder(reading.source);
  readInline(reading, node, builder, container);
  reading.addBlock('paragraph', builder, range, container);
}

/** Notes the files that lines import, and says whether there were any. */
function readImports(reading: Reading, lines: string): boolean {
  const files = Array.from(lines.matchAll(importLine), ([, file]) => file!);
  reading.facts.includes.push(...files);
  return files.length > 0;
}

function readList(reading: Reading, node: List, container: Container, previous: Nodes | null): void {
  const kind = node.ordered ? 'ordered' : 'bullet';
  const list = reading.lists++;
  const lead = previous?.type === 'paragraph' ? (reading.facts.blocks.at(-1)?.text.trim() ?? '') : '';
  const inside: Container = { ...container, lists: [...container.lists, kind], list, leadIn: /[:：]$/.test(lead) ? lead : '' };
  node.children.forEach((child, item) => {
    const before = reading.facts.blocks.length;
    const step = kind === 'ordered' ? reading.facts.steps.length : -1;
    readChildren(reading, child, { ...inside, item });
    const first: Block | undefined = reading.facts.blocks[before];
    // A step stands before the steps inside of it.
    if (step >= 0 && first) reading.facts.steps.splice(step, 0, { text: first.text, section: first.section, range: rangeOf(child) });
  });
}

function readQuote(reading: Reading, node: Blockquote, container: Container): void {
  const start = node.children[0] ? rangeOf(node.children[0]).start : 0;
  const kind = alert.exec(reading.source.slice(start, start + 20))?.[1];
  readChildren(reading, node, kind ? within(container, kind.toLowerCase()) : { ...container, quoted: true });
}

function readTable(reading: Reading, node: Table, container: Container): void {
  const [head, ...rows] = node.children;
  const headers = (head?.children ?? []).map((cell) => readCell(reading, cell, container, '', ''));
  for (const row of rows) {
    let rowHeader = '';
    row.children.forEach((cell, column) => {
      const text = readCell(reading, cell, container, headers[column] ?? '', rowHeader);
      if (column === 0) rowHeader = text;
    });
  }
}

function readCell(reading: Reading, node: Parents, container: Container, header: string, rowHeader: string): string {
  const builder = new BlockBuilder(reading.source);
  const inside = { ...container, cell: { header, rowHeader } };
  readInline(reading, node, builder, inside);
  reading.addBlock('cell', builder, rangeOf(node), inside);
  return builder.text.trim();
}

function countCode({ facts: { codeLanguages } }: Reading, { lang, value }: Code): void {
  if (lang) codeLanguages.set(lang, (codeLanguages.get(lang) ?? 0) + value.length);
}

function readComponent(reading: Reading, node: Component, container: Container): void {
  readAttributes(reading, node, container);
  const name = node.name ?? '';
  const parent = node as unknown as Parents;
  if (/^h[1-6]$/.test(name)) return readHeading(reading, parent, Number(name[1]), container);
  const inside = name === '' ? container : within(container, name);
  // Text directly inside a component has no paragraph of its own; it is read as one.
  if (parent.children.some(isInline)) readParagraph(reading, parent, inside);
  else readChildren(reading, parent, inside);
}

function isInline(node: Nodes): boolean {
  return (node.type === 'text' && node.value.trim() !== '') || ['strong', 'emphasis', 'link', 'inlineCode'].includes(node.type);
}
