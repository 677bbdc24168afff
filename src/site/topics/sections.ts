import { wordsOf } from '../../content/extract/words.ts';
import type { Page, Range } from '../../content/types.ts';

/** A part of a page under one heading, or before the first. */
export interface Section {
  page: Page;
  /** Empty for what stands before the first heading. */
  heading: string;
  /** Id of the heading. */
  slug: string;
  /** Depth of the heading; 0 before the first. */
  depth: number;
  /** From the heading to the next one. */
  range: Range;
  /** As in `Page.words`, without the heading's. */
  words: Uint32Array;
}

/** The end of a page's frontmatter, YAML or TOML; 0 where it has none. */
export function bodyStart({ source }: Page): number {
  return /^(---|\+\+\+)[^\S\n]*\n(?:[\s\S]*?\n)??\1[^\S\n]*(?:\n|$)/.exec(source)?.[0].length ?? 0;
}

/** Sections of a page in their order, those without a word of their own left out. */
function sectionsOf(page: Page): Section[] {
  const { headings, text } = page.facts;
  const ends = [...headings.map(({ range }) => range.start), page.source.length];
  const wordEnds = [...text.sections, page.words.length];
  const sections: Section[] = [
    { page, heading: '', slug: '', depth: 0, range: { start: bodyStart(page), end: ends[0]! }, words: page.words.subarray(0, wordEnds[0]) },
    ...headings.map(({ text: heading, slug, depth, range }, index) => ({
      page,
      heading,
      slug,
      depth,
      range: { start: range.start, end: ends[index + 1]! },
      words: page.words.subarray(text.sections[index]! + wordsOf(heading).length, Math.max(text.sections[index]!, wordEnds[index + 1]!)),
    })),
  ];
  return sections.filter(({ words }) => words.length > 0);
}

/**
 * How the page to keep stands to a section of another page: it has the `same` text, tells it in other words
 * (`differs`), or has nothing of it (`missing`).
 */
export type Standing = 'same' | 'differs' | 'missing';

/** A section of a page beside what the page to keep has of it. */
export interface AlignedSection {
  section: Section;
  standing: Standing;
  /** Part of its three-word sequences that stand on the page to keep, 0 to 1. */
  shared: number;
  /** The section of the page to keep that tells most of it; null where none does. */
  match: Section | null;
}

/** Words in a sequence that is looked for: two texts in other words share few of five, and a section has not many. */
const width = 3;
/** Part of a section's sequences that makes it the same text: a changed word here and there takes three each. */
const sameShare = 0.8;
/** Likeness of two sections' words from which on one tells what the other does. */
const matchingWords = 0.2;

/** Puts each section of a page beside what the page to keep has of it. */
export function alignSections(page: Page, keep: Page): AlignedSection[] {
  const [own, kept] = [sectionsOf(page), sectionsOf(keep)];
  const weights = wordWeights([...own, ...kept]);
  const vectors = kept.map(({ words }) => vectorOf(words, weights));
  const known = new Set(sequencesOf(keep.words));
  return own.map((section) => {
    const sequences = sequencesOf(section.words);
    const shared = sequences.filter((sequence) => known.has(sequence)).length / Math.max(1, sequences.length);
    const vector = vectorOf(section.words, weights);
    const likeness = vectors.map((other) => cosineOf(vector, other));
    const best = likeness.indexOf(Math.max(...likeness));
    const named = kept.find(({ heading }) => heading !== '' && heading.toLowerCase() === section.heading.toLowerCase());
    const match = named ?? (best >= 0 && likeness[best]! >= matchingWords ? kept[best]! : null);
    return { section, shared, match, standing: shared >= sameShare ? 'same' : match ? 'differs' : 'missing' };
  });
}

/** What a word tells of a section: little where it stands in most sections, as the name of the topic does. */
function wordWeights(sections: Section[]): Map<number, number> {
  const sectionsWith = new Map<number, number>();
  for (const { words } of sections) for (const word of new Set(words)) sectionsWith.set(word, (sectionsWith.get(word) ?? 0) + 1);
  return new Map(Array.from(sectionsWith, ([word, number]) => [word, Math.log((sections.length + 1) / number)]));
}

/** Sequences of neighbouring words, of all words where they are fewer. */
function sequencesOf(words: Uint32Array): string[] {
  if (words.length <= width) return words.length === 0 ? [] : [words.join(' ')];
  return Array.from({ length: words.length - width + 1 }, (_, at) => words.subarray(at, at + width).join(' '));
}

function vectorOf(words: Uint32Array, weights: Map<number, number>): Map<number, number> {
  const vector = new Map<number, number>();
  for (const word of words) vector.set(word, (vector.get(word) ?? 0) + weights.get(word)!);
  return vector;
}

function cosineOf(one: Map<number, number>, other: Map<number, number>): number {
  let product = 0;
  for (const [word, weight] of one) product += weight * (other.get(word) ?? 0);
  return product === 0 ? 0 : product / Math.sqrt(squares(one) * squares(other));
}

function squares(vector: Map<number, number>): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return sum;
}
