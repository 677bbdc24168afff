import type { Page } from '../../content/types.ts';
import type { Pair } from './pair.ts';
import type { Profile } from './profile.ts';

/**
 * Classes of evidence, in the order in which they are worth reading: pages that leave one task to support cost most, and
 * no likeness of wording shows them.
 */
export const evidenceClasses = ['one-task', 'near-copy', 'one-subject', 'one-text'] as const;
export type EvidenceName = (typeof evidenceClasses)[number];

/** What evidence asks of the tree beyond the two pages. */
export interface Tree {
  linksTo(from: Page, to: Page): boolean;
  /** Number of pages that have a heading of these stems. */
  pagesWithHeading(stems: string): number;
}

// See content/rules/topic/duplicate.md for what was measured with it.
export const nearCopyJaccard = 0.6;
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
/** Jaccard of shingles that is much, short of a near copy. */
const muchWording = 0.3;
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
  return [sameText(pair), oneTask(pair, tree), oneSubject(pair, tree)].filter((evidence) => evidence !== null);
}

/** One text under titles that say the same is a copy; where a title says more than the other, it may be a template. */
function sameText({ overlap, subject }: Pair): Evidence | null {
  if (overlap.jaccard < nearCopyJaccard || overlap.shared < paragraph) return null;
  const text = `${percent(overlap.jaccard)} of the wording of both pages is the same.`;
  return { class: subject?.specific === 0 ? 'near-copy' : 'one-text', text, subject: subject?.words.join(' ') ?? '', name: '', strength: overlap.jaccard };
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
  const headings = commonHeadings(one, other, tree);
  if (overlap.shared < paragraph && headings.length < sharedHeadings) return null;
  const pieces: string[] = [];
  if (overlap.shared >= paragraph) pieces.push(`share passages of some ${overlap.shared} words`);
  if (headings.length > 0) pieces.push(`have ${headings.length === 1 ? 'a section' : `${headings.length} sections`} of the same heading`);
  const words = subject.words.join(' ');
  return { class: 'one-subject', text: `Both titles name “${words}”, and the pages ${pieces.join(' and ')}.`, subject: words, name: '', strength: Math.max(cosine, overlap.containment) };
}

/** Headings that two pages share and hardly any other page has, as stems. */
export function commonHeadings(one: Profile, other: Profile, { pagesWithHeading }: Tree): string[] {
  const theirs = new Set(other.headings);
  return [...new Set(one.headings)].filter((heading) => heading !== '' && theirs.has(heading) && pagesWithHeading(heading) <= pagesPerHeading);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
