import type { Page } from '../../content/types.ts';
import type { Pair } from './pair.ts';
import type { Profile } from './profile.ts';

/**
 * Classes of evidence, in the order in which they are worth reading: what pages say of themselves; pages that leave one
 * task to support, which cost most and which no likeness of wording shows; then likeness, the most first.
 */
export const evidenceClasses = ['declared', 'one-task', 'near-copy', 'reworked-copy', 'one-subject', 'one-text'] as const;
export type EvidenceName = (typeof evidenceClasses)[number];

/** What evidence asks of the tree beyond the two pages. */
export interface Tree {
  linksTo(from: Page, to: Page): boolean;
  /** Number of pages that have a heading of these stems. */
  pagesWithHeading(stems: string): number;
}

// See content/rules/topic/duplicate.md for what was measured with it.
export const nearCopyJaccard = 0.9;
const reworkedJaccard = 0.6;
/** Part of the shorter page's shingles on the other, and cosine of telling words, that make much of a text one: a weak sign. */
const partOfText = 0.66;
const alikeWords = 0.6;
/** Shared shingles below which two pages are too short to tell: a paragraph. */
const paragraph = 40;
// 0.2: the founding three lie at 0.25 to 0.34; random pages that meet in a task lie below.
export const taskCosine = 0.2;
/**
 * Weight of the shared words of two titles that names one subject; the second where much of the wording is shared too,
 * which titles that are specific on both sides must have.
 */
export const subjectShare = 0.4;
export const leastSubjectShare = 0.2;
/** Cosine of telling words below which two pages of one title come from different parts of a product. */
const subjectCosine = 0.35;
/** Words below which a page is an entry of a catalogue, short of much shared wording. */
const fewestSubjectWords = 80;
/** Jaccard of shingles that is much, short of a near copy. */
const muchWording = 0.3;
/** What is left of the strength where one page links to the other: its writer knew that there are two. */
const knownOfEachOther = 0.5;
/** A heading on more pages than this ("Overview", "Next steps") says nothing about the subject. */
const pagesPerHeading = 3;
/** Headings that two pages of one subject share, where no passage is shared. */
const sharedHeadings = 2;

/** One class of evidence that two pages tell one topic, vetoes not heard yet. */
export interface Evidence {
  class: EvidenceName;
  /** What was seen, for the reader of the finding. */
  text: string;
  subject: string;
  name: string;
  /** 0 to 1, comparable inside a class. */
  strength: number;
}

/** Every class of evidence that speaks for two pages. */
export function evidenceFor(pair: Pair, tree: Tree): Evidence[] {
  return [declared(pair), sameText(pair), oneTask(pair, tree), oneSubject(pair, tree)].filter((evidence) => evidence !== null);
}

/**
 * All but the whole text is a copy, whatever the titles say. Where less is the same, it is a copy that was worked on if the
 * titles say the same, and else often a template.
 */
function sameText({ one, other, overlap, cosine, subject }: Pair): Evidence | null {
  const { jaccard, containment, shared } = overlap;
  if (shared < paragraph) return null;
  const found = (name: EvidenceName, text: string): Evidence => ({ class: name, text, subject: subject?.words.join(' ') ?? '', name: '', strength: jaccard });
  const both = `${percent(jaccard)} of the wording of both pages is the same.`;
  if (jaccard >= nearCopyJaccard) return found('near-copy', both);
  if (jaccard >= reworkedJaccard) return found(subject?.specific === 0 || haveOneTitle(one, other) ? 'reworked-copy' : 'one-text', both);
  if (containment < partOfText || cosine < alikeWords) return null;
  return found('one-text', `${percent(containment)} of the wording of the shorter page stands on the other.`);
}

function haveOneTitle(one: Profile, other: Profile): boolean {
  return one.title.length === other.title.length && one.title.every(({ stem }, index) => stem === other.title[index]!.stem);
}

/** One topic has one page: two that name the same in their frontmatter say themselves that they tell it twice. */
function declared({ one, other }: Pair): Evidence | null {
  const { topic } = one;
  if (topic === '' || topic !== other.topic) return null;
  return { class: 'declared', text: `Both pages say “topic: ${topic}”.`, subject: topic, name: topic, strength: 1 };
}

function oneTask({ one, other, cosine, subject, tasks }: Pair, { linksTo }: Tree): Evidence | null {
  const [task] = tasks;
  if (!task) return null;
  // A task alone may be the last step of different guides; something else must join the pages.
  let second: string;
  if (cosine >= taskCosine) second = 'share the words that set them apart from other pages';
  else if (linksTo(one.page, other.page) || linksTo(other.page, one.page)) second = 'one links to the other';
  else if (subject) second = `both titles name “${subject.words.join(' ')}”`;
  else return null;
  return { class: 'one-task', text: `Both end in one task, “${task.text}”, and ${second}.`, subject: task.key, name: task.text, strength: cosine };
}

function oneSubject({ one, other, overlap, cosine, subject }: Pair, tree: Tree): Evidence | null {
  if (!subject) return null;
  const much = overlap.jaccard >= muchWording;
  if (subject.share < (much ? leastSubjectShare : subjectShare) || (subject.specific === 2 && !much)) return null;
  if (!much && (cosine < subjectCosine || Math.min(one.page.words.length, other.page.words.length) < fewestSubjectWords)) return null;
  const headings = commonHeadings(one, other, tree);
  if (overlap.shared < paragraph && headings.length < sharedHeadings) return null;
  const pieces: string[] = [];
  if (overlap.shared >= paragraph) pieces.push(`share passages of some ${overlap.shared} words`);
  if (headings.length > 0) pieces.push(`have ${headings.length === 1 ? 'a section' : `${headings.length} sections`} of the same heading`);
  const words = subject.words.join(' ');
  const linked = tree.linksTo(one.page, other.page) || tree.linksTo(other.page, one.page);
  return { class: 'one-subject', text: `Both titles name “${words}”, and the pages ${pieces.join(' and ')}.`, subject: words, name: '', strength: Math.max(cosine, overlap.containment) * (linked ? knownOfEachOther : 1) };
}

/** Headings that two pages share and hardly any other page has, as stems. */
export function commonHeadings(one: Profile, other: Profile, { pagesWithHeading }: Tree): string[] {
  const theirs = new Set(other.headings);
  return [...new Set(one.headings)].filter((heading) => heading !== '' && theirs.has(heading) && pagesWithHeading(heading) <= pagesPerHeading);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
