import { detectLanguage } from '../../text/language.ts';
import { readFrontmatter } from '../frontmatter.ts';
import { parse, type Parsers } from '../parse.ts';
import type { Dialect, PageFacts, Problem, Range } from '../types.ts';
import { extractAmounts } from './amounts.ts';
import { extractContacts } from './contacts.ts';
import { undisguised } from './disguises.ts';
import { openingOf } from './opening.ts';
import { fingerprintsOf } from './prints.ts';
import { extractReferences } from './references.ts';
import { emptyTreeFacts, type TreeFacts } from './reading.ts';
import { claimsOf } from './task-claims.ts';
import { suppressionsOf } from './suppressions.ts';
import { readTree } from './tree.ts';
import { extractWords } from './words.ts';

/** Characters; longer blocks are data that stand in a page, and would cost more than all its prose. */
const longestParagraph = 10_000;

/** Facts and words of one page; nothing in them depends on another page or on the configuration of the product. */
export interface Extracted {
  facts: PageFacts;
  words: Uint32Array;
  blocks: Uint32Array;
  prints: Uint32Array;
}

/** What is extracted beside what every page needs. */
export interface ExtractOptions {
  /** Whether to look for all interface labels and not for menu paths alone; nothing judges them where no catalogue is configured. */
  labels: boolean;
}

/** Milliseconds spent in each part, added up over pages. */
export interface ExtractTimings {
  parse: number;
  extract: number;
}

/**
 * Extracts the facts of one page. A page of MDX that is not well-formed is reported and then read as Markdown, so
 * that its links and headings still count.
 * @param path of the page, for the title of last resort
 */
export function extractPage(
  path: string,
  dialect: Dialect,
  source: string,
  parsers: Parsers,
  options: ExtractOptions,
  timings: ExtractTimings,
): Extracted {
  const begun = performance.now();
  const first = parse(parsers, dialect, source);
  const tree = first.tree ?? parse(parsers, 'md', source).tree;
  const parsed = performance.now();
  timings.parse += parsed - begun;
  const read = tree ? readTree(tree, source) : emptyTreeFacts();
  const extracted = extractFacts(path, source, read, first.problem ? [first.problem] : [], options);
  timings.extract += performance.now() - parsed;
  return extracted;
}

function extractFacts(path: string, source: string, read: TreeFacts, problems: Problem[], { labels }: ExtractOptions): Extracted {
  const { blocks, headings } = read;
  const front = read.frontmatter ? readFrontmatter(read.frontmatter) : { frontmatter: {}, problems: [] };
  const language = detectLanguage(blocks);
  const { title, range } = titleOf(path, source, front.frontmatter.title, read);
  const { words, blocks: places, facts: text } = extractWords(read, front.frontmatter);
  const prose = blocks.filter((block) => block.text.length <= longestParagraph).map(undisguised);
  return {
    words,
    blocks: places,
    prints: fingerprintsOf(words),
    facts: {
      title,
      titleRange: range,
      description: front.frontmatter.description ?? '',
      opening: openingOf(blocks),
      language,
      frontmatter: front.frontmatter,
      headings,
      anchors: read.anchors,
      links: read.links,
      references: extractReferences(prose, language, labels),
      contacts: extractContacts(prose, headings, language),
      amounts: extractAmounts(prose, language),
      facts: read.facts,
      steps: read.steps,
      showsContact: read.showsContact,
      claims: [...claimsOf(front.frontmatter, read.frontmatter), ...read.claims],
      text,
      problems: [...problems, ...front.problems],
      suppressions: suppressionsOf(read.directives, front.frontmatter, read.frontmatter, source),
    },
  };
}

function titleOf(
  path: string,
  source: string,
  told: string | number | undefined,
  { headings, frontmatter }: TreeFacts,
): { title: string; range: Range } {
  if (told !== undefined && String(told).trim() !== '' && frontmatter) {
    const start = frontmatter.offset + Math.max(0, frontmatter.source.search(/^["']?title["']?\s*[:=]/m));
    const lineEnd = source.indexOf('\n', start);
    return { title: String(told).trim(), range: { start, end: lineEnd < 0 ? source.length : lineEnd } };
  }
  const heading = headings.find(({ depth }) => depth === 1);
  if (heading) return { title: heading.text, range: heading.range };
  return { title: wordsOfPath(path), range: { start: 0, end: 0 } };
}

/** `guides/https-links/index.md` → `https links`. */
function wordsOfPath(path: string): string {
  const parts = path.replace(/\.\w+$/, '').split('/');
  const last = parts.at(-1) ?? '';
  const name = /^(?:index|readme)$/i.test(last) ? (parts.at(-2) ?? last) : last;
  return name.replace(/[-_]+/g, ' ').trim();
}
