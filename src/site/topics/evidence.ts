import type { Page } from '../../content/types.ts';
import { quoted } from '../../text/quoted.ts';
import { isHandedOver, type SharedTask, type Told } from './guide-tasks.ts';
import type { JoinFinder } from './joins.ts';
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
  /** What joins two guides beside their task; see `joins.ts`. */
  joins: JoinFinder;
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
/** The same where something joins the pages beside likeness. */
const joinedSubjectShare = 0.3;
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
  const copied = sameText(pair);
  return [declared(pair), copied, oneTask(pair, copied !== null, tree), oneSubject(pair, tree)].filter((evidence) => evidence !== null);
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

/**
 * Guides of one task. A task alone may be a step of different guides; something else must join the pages. That a copy has
 * the title of its original adds nothing to its being one.
 */
function oneTask(pair: Pair, isCopy: boolean, tree: Tree): Evidence | null {
  for (const task of pair.tasks.filter((each) => !isCopy || isHandedOver(each))) {
    const second = secondEvidence(task, pair, tree);
    if (second.length > 0) return { class: 'one-task', text: `${serving(task)}, and ${inWords(second)}.`, subject: task.key, name: task.text, strength: pair.cosine };
  }
  return null;
}

/**
 * What joins two guides of one task beside it. Titles and headings of one task already share their words: likeness of
 * words adds nothing to them.
 */
function secondEvidence(task: SharedTask, { one, other, cosine, subject }: Pair, { joins, linksTo }: Tree): string[] {
  const found = joins(one.page, other.page);
  if (!isHandedOver(task)) return cosine >= taskCosine ? found : [];
  if (cosine >= taskCosine) found.unshift('they share the words that set them apart from other pages');
  if (linksTo(one.page, other.page) || linksTo(other.page, one.page)) found.push('one links to the other');
  if (subject) found.push(`both titles name “${subject.words.join(' ')}”`);
  return found;
}

const places: Record<Told, string> = { contact: 'a sentence that hands over to somebody', title: 'its title', purpose: 'the sentence on its purpose', heading: 'the heading of its steps' };

function serving({ text, told: [one, other] }: SharedTask): string {
  if (one !== other) return `Both serve one task, ${quoted(text)}, one by ${places[one]} and the other by ${places[other]}`;
  return one === 'contact' ? `Both end in one task, ${quoted(text)}` : `Both serve one task, ${quoted(text)}, by ${places[one].replace('its', 'their')}`;
}

function inWords(pieces: string[]): string {
  return pieces.length === 1 ? pieces[0]! : `${pieces.slice(0, -1).join(', ')} and ${pieces.at(-1)}`;
}

function oneSubject(pair: Pair, tree: Tree): Evidence | null {
  const { one, other, overlap, cosine, subject } = pair;
  if (!subject) return null;
  const much = overlap.jaccard >= muchWording;
  if (subject.share < (much ? leastSubjectShare : joinedSubjectShare) || (subject.specific === 2 && !much)) return null;
  if (!much && (cosine < (subject.share < subjectShare ? taskCosine : subjectCosine) || Math.min(one.page.words.length, other.page.words.length) < fewestSubjectWords)) return null;
  const headings = commonHeadings(one, other, tree);
  const pieces: string[] = [];
  if (overlap.shared >= paragraph) pieces.push(`the pages share passages of some ${overlap.shared} words`);
  if (headings.length >= sharedHeadings || (headings.length > 0 && pieces.length > 0)) pieces.push(`they have ${headings.length === 1 ? 'a section' : `${headings.length} sections`} of the same heading`);
  if (!much && subject.share < subjectShare && pieces.length === 0) return null;
  const joins = much ? [] : tree.joins(one.page, other.page);
  if (!much && subject.share < subjectShare && joins.length === 0) return null;
  pieces.push(...joins);
  if (pieces.length === 0) return null;
  const words = subject.words.join(' ');
  const linked = tree.linksTo(one.page, other.page) || tree.linksTo(other.page, one.page);
  return { class: 'one-subject', text: `Both titles name “${words}”, and ${inWords(pieces)}.`, subject: words, name: '', strength: Math.max(cosine, overlap.containment) * (linked ? knownOfEachOther : 1) };
}

/** Headings that two pages share and hardly any other page has, as stems. */
export function commonHeadings(one: Profile, other: Profile, { pagesWithHeading }: Tree): string[] {
  const theirs = new Set(other.headings);
  return [...new Set(one.headings)].filter((heading) => heading !== '' && theirs.has(heading) && pagesWithHeading(heading) <= pagesPerHeading);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
