import type { Amount } from './extract/amounts.ts';
import type { ContactMention } from './extract/contacts.ts';
import type { FactUse } from './extract/fact-uses.ts';
import type { Heading } from './extract/headings.ts';
import type { Link } from './extract/links.ts';
import type { Reference } from './extract/references.ts';
import type { Step } from './extract/steps.ts';
import type { TaskClaim } from './extract/task-claims.ts';
import type { Suppression } from './extract/suppressions.ts';
import type { TextFacts } from './extract/words.ts';
import type { Frontmatter } from './frontmatter.ts';
import type { Route } from './routes.ts';

/** Half-open range of UTF-16 code units in the source of a page. */
export interface Range {
  start: number;
  end: number;
}

export type Dialect = 'md' | 'mdx';

/** A place where a page could not be read as what it claims to be. */
export interface Problem {
  kind: 'syntax' | 'frontmatter';
  message: string;
  range: Range;
}

/** What extraction found on one page: plain JSON, every offset into the page's source. */
export interface PageFacts {
  /** Frontmatter title, else the first heading of depth 1, else the file's name in words. */
  title: string;
  /** Range of the title where it is written; an empty range at 0 when it is not. */
  titleRange: Range;
  /** Frontmatter description or summary, else empty. */
  description: string;
  /** First paragraph, as far as it is needed to tell what the page is for; empty where something else comes first. */
  opening: string;
  /** ISO 639-1 code of the language most of the prose is written in. */
  language: string;
  frontmatter: Frontmatter;
  headings: Heading[];
  /** Every id on the page that a link may aim at. */
  anchors: string[];
  links: Link[];
  references: Reference[];
  contacts: ContactMention[];
  /** Limits and prices that the prose tells. */
  amounts: Amount[];
  /** Facts of the product that the page shows by their id. */
  facts: FactUse[];
  steps: Step[];
  claims: TaskClaim[];
  /** Whether the page shows the channels of the registry (`<Contact>`). */
  showsContact: boolean;
  text: TextFacts;
  problems: Problem[];
  suppressions: Suppression[];
}

/** A file whose text can be quoted: a page, or a file of the product's. */
export interface SourceFile {
  /** Relative to the root, with `/`. */
  path: string;
  source: string;
}

/** One file of the content tree. */
export interface Page extends SourceFile, Route {
  /** Name of the channel that a page outside of the content tree comes from (`Blog`); left out for the tree's own. */
  channel?: string;
  dialect: Dialect;
  facts: PageFacts;
  /** Words of the prose in reading order, hashed to 32 bits; markup, code blocks and frontmatter left out. */
  words: Uint32Array;
  /** For each block of prose: index of its first word, and where it begins and ends in the source. */
  blocks: Uint32Array;
  /** Indexes into `words` at which the page's fingerprints begin; see `extract/prints.ts`. */
  prints: Uint32Array;
}
