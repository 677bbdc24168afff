import GithubSlugger from 'github-slugger';
import type { Nodes, Parents, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { Range } from '../types.ts';
import { headingIdBraces } from '../parse.ts';
import { attributeRole, type AttributeRole } from './attributes.ts';
import { BlockBuilder, type Block, type Container } from './blocks.ts';
import type { Heading } from './headings.ts';
import { readHtml } from './html.ts';
import type { Link } from './links.ts';
import type { Step } from './steps.ts';

/** What the syntax tree of one page says; the extractors read this and nothing else. */
export interface TreeFacts {
  blocks: Block[];
  headings: Heading[];
  anchors: string[];
  links: Link[];
  steps: Step[];
  /** Characters of fenced code by language. */
  codeLanguages: Record<string, number>;
  /** Files that the page imports or includes, as written. */
  includes: string[];
  /** Text of comments in HTML and MDX. */
  comments: string[];
  /** Source of the YAML frontmatter and where it begins. */
  yaml: { value: string; offset: number } | null;
}

const outside: Container = { lists: [], item: -1, list: -1, leadIn: '', components: [], quoted: false, cell: null };
const stepsComponent = /^steps?$/i;
const numberedHeading = /^(?:\p{L}+\s)?\d+\s?[.:)–—-]\s*\S/u;
const importLine = /^(?:import|export)\b[^\n]*?\bfrom\s+['"]([^'"]+)['"]/gm;
const headingId = new RegExp(`\\s*[{${headingIdBraces[0]}]#([^}${headingIdBraces[1]}\\s]+)[}${headingIdBraces[1]}]\\s*$`);
const callout = /^\[!(\w+)\]/;

/** Reads a syntax tree once, in document order. */
export function readTree(tree: Root, source: string): TreeFacts {
  const reader = new TreeReader(source);
  reader.readChildren(tree, outside);
  reader.resolveReferences();
  return reader.facts;
}

/** Holds what is open while the tree is walked: the section, HTML elements that other nodes will close, lists. */
class TreeReader {
  readonly facts: TreeFacts = {
    blocks: [],
    headings: [],
    anchors: [],
    links: [],
    steps: [],
    codeLanguages: {},
    includes: [],
    comments: [],
    yaml: null,
  };
  private readonly source: string;
  private readonly slugger = new GithubSlugger();
  private readonly definitions = new Map<string, string>();
  private readonly references: { link: Link; identifier: string }[] = [];
  /** HTML elements opened by one node and not closed by it (`<call-out>`, a blank line, Markdown). */
  private readonly openElements: string[] = [];
  private lists = 0;

  constructor(source: string) {
    this.source = source;
  }

  readChildren(parent: Parents, container: Container): void {
    let previous: Nodes | null = null;
    for (const child of parent.children as Nodes[]) {
      this.readNode(child, container, previous);
      previous = child;
    }
  }

  resolveReferences(): void {
    const resolved = new Set<Link>();
    for (const { link, identifier } of this.references) {
      const target = this.definitions.get(identifier);
      if (target === undefined) continue;
      link.target = target;
      resolved.add(link);
    }
    const pending = new Set(this.references.map(({ link }) => link));
    this.facts.links = this.facts.links.filter((link) => !pending.has(link) || resolved.has(link));
  }

  private get section(): number {
    return this.facts.headings.length - 1;
  }

  private readNode(node: Nodes, container: Container, previous: Nodes | null): void {
    switch (node.type) {
      case 'yaml':
        this.facts.yaml = { value: node.value, offset: this.source.indexOf(node.value, rangeOf(node).start) };
        return;
      case 'heading':
        return this.readHeading(node, node.depth, container);
      case 'paragraph':
        return this.readParagraph(node, container);
      case 'list':
        return this.readList(node, container, previous);
      case 'blockquote':
        return this.readQuote(node, container);
      case 'table':
        return this.readTable(node, container);
      case 'code':
        if (node.lang) this.facts.codeLanguages[node.lang] = (this.facts.codeLanguages[node.lang] ?? 0) + node.value.length;
        return;
      case 'html':
        return this.readHtmlBlock(node, container);
      case 'definition':
        this.definitions.set(node.identifier, node.url);
        return;
      case 'footnoteDefinition':
        return this.readChildren(node, container);
      default:
        return this.readExtension(node, container);
    }
  }

  /** Nodes of MDX and of directives, which mdast does not know by itself. */
  private readExtension(node: Nodes, container: Container): void {
    const other = node as unknown as { type: string; name?: string | null; value?: string; attributes?: unknown };
    switch (other.type) {
      case 'mdxjsEsm':
        for (const [, file] of (other.value ?? '').matchAll(importLine)) this.facts.includes.push(file!);
        return;
      case 'mdxFlowExpression':
        if (other.value?.trimStart().startsWith('/*')) this.facts.comments.push(other.value);
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.readComponent(node as unknown as MdxJsxFlowElement, container);
      case 'containerDirective':
        return this.readChildren(node as unknown as Parents, within(container, other.name ?? ''));
      case 'leafDirective':
        return this.readParagraph(node as unknown as Parents, within(container, other.name ?? ''));
    }
  }

  private readHeading(node: Parents, depth: number, container: Container): void {
    const range = rangeOf(node);
    const builder = new BlockBuilder(this.source);
    this.readInline(node, builder, container);
    this.addHeading(builder, depth, range, container);
  }

  private addHeading(builder: BlockBuilder, depth: number, range: Range, container: Container): void {
    const id = headingId.exec(builder.text);
    if (id) builder.truncate(id.index);
    const text = builder.text.trim();
    const slug = id ? id[1]! : this.slugger.slug(text);
    this.facts.headings.push({ depth, text, slug, range });
    this.facts.anchors.push(slug);
    this.facts.blocks.push(builder.build({ kind: 'heading', section: this.section, depth, container: this.inOpenElements(container), range }));
    const inSteps = container.components.some((name) => stepsComponent.test(name));
    if (inSteps || numberedHeading.test(text)) this.facts.steps.push({ text, section: this.section, range });
  }

  private readParagraph(node: Parents, container: Container): void {
    const range = rangeOf(node);
    if (this.source.startsWith('import ', range.start) || this.source.startsWith('export ', range.start)) {
      const imports = [...this.source.slice(range.start, range.end).matchAll(importLine)];
      for (const [, file] of imports) this.facts.includes.push(file!);
      if (imports.length > 0) return;
    }
    const builder = new BlockBuilder(this.source);
    this.readInline(node, builder, container);
    if (builder.text.trim() === '') return;
    this.facts.blocks.push(builder.build({ kind: 'paragraph', section: this.section, depth: 0, container: this.inOpenElements(container), range }));
  }

  private readList(node: Extract<Nodes, { type: 'list' }>, container: Container, previous: Nodes | null): void {
    const kind = node.ordered ? 'ordered' : 'bullet';
    const list = this.lists++;
    const lead = previous?.type === 'paragraph' ? this.facts.blocks.at(-1)?.text.trim() ?? '' : '';
    const leadIn = /[:：]$/.test(lead) ? lead : '';
    node.children.forEach((child, item) => {
      const inside: Container = { ...container, lists: [...container.lists, kind], item, list, leadIn };
      const before = this.facts.blocks.length;
      this.readChildren(child, inside);
      const first = this.facts.blocks[before];
      if (kind === 'ordered' && first) this.facts.steps.push({ text: first.text, section: this.section, range: rangeOf(child) });
    });
  }

  private readQuote(node: Extract<Nodes, { type: 'blockquote' }>, container: Container): void {
    const first = node.children[0];
    const head = first ? callout.exec(this.source.slice(rangeOf(first).start, rangeOf(first).start + 20)) : null;
    this.readChildren(node, head ? within(container, head[1]!.toLowerCase()) : { ...container, quoted: true });
  }

  private readTable(node: Extract<Nodes, { type: 'table' }>, container: Container): void {
    const [head, ...rows] = node.children;
    const headers = (head?.children ?? []).map((cell) => this.readCell(cell, container, '', ''));
    for (const row of rows) {
      let rowHeader = '';
      row.children.forEach((cell, column) => {
        const text = this.readCell(cell, container, headers[column] ?? '', rowHeader);
        if (column === 0) rowHeader = text;
      });
    }
  }

  private readCell(node: Parents, container: Container, header: string, rowHeader: string): string {
    const builder = new BlockBuilder(this.source);
    const inside = { ...container, cell: { header, rowHeader } };
    this.readInline(node, builder, inside);
    const text = builder.text.trim();
    if (text !== '') this.facts.blocks.push(builder.build({ kind: 'cell', section: this.section, depth: 0, container: this.inOpenElements(inside), range: rangeOf(node) }));
    return text;
  }

  private readComponent(node: MdxJsxFlowElement | MdxJsxTextElement, container: Container): void {
    this.readAttributes(node, container);
    const name = node.name ?? '';
    const depth = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
    if (depth > 0) return this.readHeading(node as unknown as Parents, depth, container);
    const inside = name === '' ? container : within(container, name);
    // Text directly inside a component has no paragraph of its own; it is read as one.
    if (node.children.some((child) => isInline(child as Nodes))) this.readParagraph(node as unknown as Parents, inside);
    else this.readChildren(node as unknown as Parents, inside);
  }

  private readAttributes(node: MdxJsxFlowElement | MdxJsxTextElement, container: Container): void {
    const element = rangeOf(node as unknown as Nodes);
    let from = element.start;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
      const at = this.source.indexOf(`${attribute.name}=`, from);
      if (at < 0) continue;
      const start = at + attribute.name.length + 2;
      from = start;
      this.readAttribute(node.name ?? '', attribute.name, attribute.value, { start, end: start + attribute.value.length }, container);
    }
  }

  private readAttribute(component: string, name: string, value: string, range: Range, container: Container): void {
    const role: AttributeRole = attributeRole(component, name);
    if (role === 'id') this.facts.anchors.push(value);
    if (role === 'link' || role === 'image') this.facts.links.push({ kind: role, target: value, text: '', section: this.section, range });
    if (role !== 'text' || value.trim() === '') return;
    const builder = new BlockBuilder(this.source);
    builder.append(value, range.start);
    const block = builder.build({ kind: 'attribute', section: this.section, depth: 0, container: this.inOpenElements(container), range });
    this.facts.blocks.push({ ...block, attribute: { component, name } });
    if (stepsComponent.test(component)) this.facts.steps.push({ text: value, section: this.section, range });
  }

  private readInline(parent: Parents, builder: BlockBuilder, container: Container): void {
    for (const node of parent.children as Nodes[]) this.readInlineNode(node, builder, container);
  }

  private readInlineNode(node: Nodes, builder: BlockBuilder, container: Container): void {
    const range = rangeOf(node);
    switch (node.type) {
      case 'text':
        return builder.appendText(node.value, range);
      case 'inlineCode':
        return builder.span('code', () => builder.appendText(node.value, { start: range.start + codeFence(this.source, range.start), end: range.end }));
      case 'break':
        return builder.append(' ', range.start);
      case 'strong':
        return builder.span('strong', () => this.readInline(node, builder, container));
      case 'emphasis':
        return builder.span('emphasis', () => this.readInline(node, builder, container));
      case 'link':
        this.readLink(node, builder, container, node.url);
        return;
      case 'linkReference':
        return this.readReference(this.readLink(node, builder, container, ''), node.identifier);
      case 'image':
        this.addImage(node.url, node.alt ?? '', range);
        return builder.span('image', () => {}, node.url);
      case 'imageReference':
        return this.readReference(this.addImage('', node.alt ?? '', range), node.identifier);
      case 'html':
        return this.readInlineHtml(node.value, range, builder);
      case 'footnoteReference':
        return;
      default:
        return this.readInlineExtension(node, builder, container, range);
    }
  }

  private readInlineExtension(node: Nodes, builder: BlockBuilder, container: Container, range: Range): void {
    const other = node as unknown as { type: string; value?: string };
    switch (other.type) {
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        return this.readInlineComponent(node as unknown as MdxJsxTextElement, builder, container);
      case 'mdxTextExpression':
        if (other.value?.trimStart().startsWith('/*')) this.facts.comments.push(other.value);
        return;
      case 'textDirective':
        // Mostly no directive at all but a time or a ratio ("10:30"): read as it is written.
        return builder.append(this.source.slice(range.start, range.end), range.start);
      default:
        if ('children' in node) this.readInline(node, builder, container);
    }
  }

  private readInlineComponent(node: MdxJsxTextElement, builder: BlockBuilder, container: Container): void {
    this.readAttributes(node, container);
    const read = () => this.readInline(node as unknown as Parents, builder, container);
    const href = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href')?.value;
    const kind = inlineElements[node.name ?? ''];
    if (kind === 'link') builder.span('link', read, typeof href === 'string' ? href : '');
    else if (kind) builder.span(kind, read);
    else if (node.name === 'br') builder.append(' ', rangeOf(node as unknown as Nodes).start);
    else read();
  }

  private readLink(node: Parents, builder: BlockBuilder, container: Container, target: string): Link {
    const start = builder.text.length;
    builder.span('link', () => this.readInline(node, builder, container), target);
    const link: Link = { kind: 'link', target, text: builder.text.slice(start).trim(), section: this.section, range: rangeOf(node) };
    this.facts.links.push(link);
    return link;
  }

  private addImage(target: string, text: string, range: Range): Link {
    const link: Link = { kind: 'image', target, text, section: this.section, range };
    this.facts.links.push(link);
    return link;
  }

  private readReference(link: Link, identifier: string): void {
    this.references.push({ link, identifier });
  }

  private readInlineHtml(value: string, range: Range, builder: BlockBuilder): void {
    readHtml(value, range.start, {
      open: (name, attributes, at) => {
        this.readHtmlAttributes(name, attributes, at, range);
        const kind = inlineElements[name];
        if (kind) builder.openSpan(kind, attributes.href);
        else if (name === 'br') builder.append(' ', range.start);
      },
      close: (name) => {
        const kind = inlineElements[name];
        if (kind) builder.closeSpan(kind);
      },
      text: (text, at) => builder.append(text, at),
      comment: (text) => this.facts.comments.push(text),
    });
  }

  /** A block of raw HTML: each of its block-level elements is a block of prose. */
  private readHtmlBlock(node: { value: string } & Nodes, container: Container): void {
    const range = rangeOf(node);
    let builder = new BlockBuilder(this.source);
    let start = range.start;
    let rowHeader = '';
    let column = 0;
    let headers: string[] = [];
    const flush = (end: number, name: string) => {
      const text = builder.text.trim();
      const blockRange = { start, end };
      if (/^h[1-6]$/.test(name) && text !== '') this.addHeading(builder, Number(name[1]), blockRange, container);
      else if (text !== '') {
        const cell = name === 'td' ? { header: headers[column] ?? '', rowHeader } : null;
        this.facts.blocks.push(
          builder.build({ kind: cell ? 'cell' : 'paragraph', section: this.section, depth: 0, container: this.inOpenElements({ ...container, cell }), range: blockRange }),
        );
      }
      if (name === 'th') headers.push(text);
      if (name === 'td' && column++ === 0) rowHeader = text;
      builder = new BlockBuilder(this.source);
      start = end;
    };
    readHtml(node.value, range.start, {
      open: (name, attributes, at) => {
        this.readHtmlAttributes(name, attributes, at, range);
        const kind = inlineElements[name];
        if (kind) builder.openSpan(kind, attributes.href);
        else if (!inlineNames.has(name)) {
          flush(at, '');
          if (name === 'table') headers = [];
          if (name === 'tr') [column, rowHeader] = [0, ''];
          if (!voidNames.has(name)) this.openElements.push(name);
        } else if (name === 'br') builder.append(' ', at);
      },
      close: (name, at) => {
        const kind = inlineElements[name];
        if (kind) return builder.closeSpan(kind);
        if (inlineNames.has(name)) return;
        flush(at, name);
        const open = this.openElements.lastIndexOf(name);
        if (open >= 0) this.openElements.length = open;
      },
      text: (text, at) => builder.appendText(text, { start: at, end: at + text.length }),
      comment: (text) => this.facts.comments.push(text),
    });
    flush(range.end, '');
  }

  private readHtmlAttributes(element: string, attributes: Record<string, string>, at: number, range: Range): void {
    for (const [name, value] of Object.entries(attributes)) {
      const role = attributeRole(element, name);
      if (role === 'id') this.facts.anchors.push(value);
      if (role === 'link' || role === 'image') this.facts.links.push({ kind: role, target: value, text: attributes.alt ?? '', section: this.section, range: { start: at, end: range.end } });
    }
  }

  private inOpenElements(container: Container): Container {
    if (this.openElements.length === 0) return container;
    return { ...container, components: [...this.openElements, ...container.components] };
  }
}

const inlineElements: Record<string, 'link' | 'strong' | 'emphasis' | 'code' | undefined> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  code: 'code',
  kbd: 'code',
};
const inlineNames = new Set(['br', 'img', 'span', 'small', 'sub', 'sup', 'u', 's', 'del', 'ins', 'mark', 'abbr', 'font', 'wbr', 'cite', 'q', 'time', 'label']);
const voidNames = new Set(['hr', 'input', 'source', 'meta', 'link', 'col', 'embed', 'track', 'area', 'base', 'param']);

function within(container: Container, name: string): Container {
  return { ...container, components: [...container.components, name] };
}

function rangeOf(node: { position?: Nodes['position'] }): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function isInline(node: Nodes): boolean {
  return (node.type === 'text' && node.value.trim() !== '') || ['strong', 'emphasis', 'link', 'inlineCode'].includes(node.type);
}

/** Length of the back-ticks (and the space that may follow) that open a code span. */
function codeFence(source: string, start: number): number {
  let length = 0;
  while (source.charCodeAt(start + length) === 96) length++;
  return length;
}
