import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { headingIdBraces } from '../parse.ts';
import type { Range } from '../types.ts';
import type { Block, BlockBuilder, Container } from './blocks.ts';
import type { FactUse } from './fact-uses.ts';
import type { Heading } from './headings.ts';
import type { Link } from './links.ts';
import { directiveOf, type Directive } from './suppressions.ts';
import type { Step } from './steps.ts';
import type { TaskClaim } from './task-claims.ts';

/** What the syntax tree of one page says; the extractors read this and nothing else. */
export interface TreeFacts {
  blocks: Block[];
  headings: Heading[];
  anchors: string[];
  links: Link[];
  steps: Step[];
  /** Tasks of the registry that components of the page name. */
  claims: TaskClaim[];
  /** Whether the page shows the channels of the registry (`<Contact>`). */
  showsContact: boolean;
  /** Characters of fenced code by language. */
  codeLanguages: Map<string, number>;
  /** Files that the page imports or includes, as written. */
  includes: string[];
  facts: FactUse[];
  /** Text of comments in HTML and MDX. */
  comments: string[];
  /** Comments that speak to Waymark. */
  directives: Directive[];
  /** The frontmatter's source between its fences, and where it begins. */
  frontmatter: { format: 'yaml' | 'toml'; source: string; offset: number } | null;
}

export function emptyTreeFacts(): TreeFacts {
  return { blocks: [], headings: [], anchors: [], links: [], steps: [], claims: [], showsContact: false, codeLanguages: new Map(), includes: [], facts: [], comments: [], directives: [], frontmatter: null };
}

export const stepsComponent = /^steps?$/i;
const numberedHeading = /^(?:\p{L}+\s)?\d+\s?[.:)–—-]\s*\S/u;
const [openId, closeId] = headingIdBraces;
const headingId = new RegExp(`\\s*[{${openId}]#([^}${closeId}\\s]+)[}${closeId}]\\s*$`);

/** `<!--@include: ./part.md{1,10}-->`, the inside of it. */
const vitePressInclude = /^\s*@include:\s*([^\s{#]+)/;

/** What was found so far on a page, and what its nodes have left open for later ones. */
export class Reading {
  readonly facts = emptyTreeFacts();
  readonly source: string;
  /** HTML elements opened by one node and not closed by it (`<call-out>`, a blank line, Markdown), outermost first. */
  readonly openElements: string[] = [];
  /** Number of lists so far. */
  lists = 0;
  private readonly slugger = new GithubSlugger();
  private readonly definitions = new Map<string, string>();
  private readonly pending = new Map<Link, string>();

  constructor(source: string) {
    this.source = source;
  }

  /** Index of the heading that the next block stands under. */
  get section(): number {
    return this.facts.headings.length - 1;
  }

  /** Adds a block, unless it has no text. */
  addBlock(kind: Block['kind'], builder: BlockBuilder, range: Range, container: Container, depth = 0): void {
    if (builder.text.trim() === '') return;
    const components = [...this.openElements, ...container.components];
    const inside = this.openElements.length === 0 ? container : { ...container, components };
    this.facts.blocks.push(builder.build({ kind, section: this.section, depth, container: inside, range }));
  }

  addHeading(builder: BlockBuilder, depth: number, range: Range, container: Container): void {
    const id = headingId.exec(builder.text);
    if (id) builder.truncate(id.index);
    const text = builder.text.trim();
    const slug = id ? id[1]! : this.slugger.slug(text);
    this.facts.headings.push({ depth, text, slug, range });
    this.facts.anchors.push(slug);
    this.addBlock('heading', builder, range, container, depth);
    if (container.components.some((name) => stepsComponent.test(name)) || numberedHeading.test(text)) this.addStep(text, range);
  }

  addStep(text: string, range: Range): void {
    this.facts.steps.push({ text, section: this.section, range });
  }

  addLink(kind: Link['kind'], target: string, text: string, range: Range): Link {
    const link: Link = { kind, target, text, section: this.section, range };
    this.facts.links.push(link);
    return link;
  }

  /** The link takes its address from a definition, which may stand further down. */
  awaitDefinition(link: Link, identifier: string): void {
    this.pending.set(link, identifier);
  }

  define(identifier: string, target: string): void {
    if (!this.definitions.has(identifier)) this.definitions.set(identifier, target);
  }

  /**
   * Notes a comment.
   * @param text between the marks of HTML, or between the braces of MDX
   * @param node range of the node that it is, or is a part of
   */
  addComment(text: string, node: Range): void {
    this.facts.comments.push(text);
    const included = vitePressInclude.exec(text)?.[1];
    if (included) this.facts.includes.push(included);
    // In lists and quotes a node's text lacks the indent of its source, so a directive is looked up there.
    const directive = directiveOf(text, this.source, Math.max(node.start, this.facts.directives.at(-1)?.range.end ?? 0));
    if (directive) this.facts.directives.push(directive);
  }

  /** Gives reference links their addresses; those without a definition are no links. */
  resolveDefinitions(): void {
    this.facts.links = this.facts.links.filter((link) => {
      const identifier = this.pending.get(link);
      if (identifier === undefined) return true;
      const target = this.definitions.get(identifier);
      if (target !== undefined) link.target = target;
      return target !== undefined;
    });
  }
}

export function rangeOf(node: { position?: Nodes['position'] }): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** A container inside one more component, directive or element. */
export function within(container: Container, name: string): Container {
  return { ...container, components: [...container.components, name] };
}
