import type { Page } from '../../content/types.ts';
import type { Label, LabelRole } from '../../product/types.ts';
import { labelWords } from './forms.ts';
import { tellingWords, type LabelIndex, type WordedLabel } from './label-index.ts';
import { likeness } from './likeness.ts';
import type { JudgedLabel } from './types.ts';

/** Labels that a finding names at most. */
const mostNamed = 3;

/** What the labels of a page that the interface has tell of the screen that the page is about. */
export interface PageContext {
  /** Words of the title. */
  topic: string[];
  /** Parts of the interface that labels of the page come from, by key or file, and how many. */
  parts: Map<string, number>;
}

export function contextOf({ facts }: Page, labels: JudgedLabel[], index: LabelIndex): PageContext {
  const parts = new Map<string, number>();
  for (const { state, today } of labels) {
    if (state !== 'known') continue;
    for (const part of new Set(today.flatMap(partsOf))) parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  return { topic: tellingWords(index, labelWords(facts.title)), parts };
}

/** Part of the interface that a label belongs to: the beginning of its key, or the file that uses it. */
function partsOf({ key, files }: Label): string[] {
  const dot = key.includes(' ') ? -1 : key.lastIndexOf('.');
  return [...(files ?? []), ...(dot > 0 ? [key.slice(0, dot)] : [])];
}

/** What role, place and topic add to the likeness of two texts, which is 0 to 1; any of them less than a shared word of two. */
const weights = { part: 0.2, role: 0.2, topic: 0.15 };

/** Roles that pages tell, in the words of the interface map; what is not among them says nothing. */
const rolesOfInterface: Record<string, LabelRole | undefined> = {
  button: 'button',
  tab: 'tab',
  menu: 'menu',
  field: 'field',
  toggle: 'switch',
  checkbox: 'checkbox',
  option: 'option',
  dialog: 'dialog',
  link: 'link',
};

/**
 * Labels that a label of a page may be today, the likeliest first: by words, then by role, by the part of the interface
 * that the page is about, and by the words of its title.
 * @param candidates labels that are like it
 */
export function rankLabels(label: JudgedLabel, candidates: Label[], context: PageContext, index: LabelIndex): Label[] {
  const words = labelWords(label.text);
  const telling = tellingWords(index, words);
  const topical = label.state === 'close' && candidates.length < mostNamed ? labelsOnTopic(words, context, index) : [];
  const scored = [...candidates, ...topical].map((candidate, position) => ({ candidate, score: scoreOf(candidate, label, telling, context, index) - position / 1000 }));
  const seen = new Set<string>();
  return scored
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate)
    .filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()))
    .slice(0, mostNamed);
}

function scoreOf(candidate: Label, { reference }: JudgedLabel, telling: string[], { topic, parts }: PageContext, index: LabelIndex): number {
  const words = tellingWords(index, labelWords(candidate.text));
  const role = candidate.role === undefined || !rolesOfInterface[reference.role] ? 0 : candidate.role === rolesOfInterface[reference.role] ? weights.role : -weights.role;
  const part = partsOf(candidate).some((each) => parts.has(each)) ? weights.part : 0;
  return likeness(words, telling) + role + part + weights.topic * Math.min(1, topic.filter((word) => words.includes(word)).length);
}

/** Labels that have a word of the page's title and a word of the label, however common: “Revoke all sessions” for “Log out all”. */
function labelsOnTopic(words: string[], { topic }: PageContext, index: LabelIndex): Label[] {
  const found = topic.flatMap((word) => index.words.get(word) ?? []).map((id): WordedLabel => index.worded[id]!);
  return found.filter((each) => each.words.some((word) => words.includes(word))).map((each) => each.label);
}
