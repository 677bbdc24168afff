import type { Label } from '../../product/types.ts';
import { labelWords } from './forms.ts';
import { tellingWords, type LabelIndex, type WordedLabel } from './label-index.ts';
import { slipped } from './slips.ts';

/** Labels of today that one of a page is like, the likeliest first. */
export interface Alike {
  /** `slip`: a letter, an article, the order of its words; `part`: words in a row of it; `close`: words shared. */
  state: 'slip' | 'part' | 'close';
  today: Label[];
}

/** A label of today that another is like. */
interface Candidate {
  label: WordedLabel;
  /** Shared words over all words (Jaccard): 0 to 1. */
  score: number;
}

/** Labels of today that are one slip away; else those that a label is a part of. */
export function nearLabels(index: LabelIndex, text: string): Alike | null {
  const words = labelWords(text);
  const telling = tellingWords(index, words);
  if (telling.length === 0) return null;
  const sharing = rarest(index, telling);
  const slips = [...slipped(index.slips, words), ...sharing.filter((label) => sameWords(label, { words, telling }))];
  const scored = (labels: WordedLabel[]) => labels.map((label): Candidate => ({ label, score: likeness(label.telling, telling) }));
  if (slips.length > 0) return { state: 'slip', today: ordered(scored(slips)) };
  const longer = sharing.filter((label) => isLongerBy(label.words, words));
  return longer.length > 0 ? { state: 'part', today: ordered(scored(longer)) } : null;
}

/** Labels that have the word of some that the fewest have: whatever has all of the words is among them. */
function rarest({ words, worded }: LabelIndex, telling: string[]): WordedLabel[] {
  const ids = telling.map((word) => words.get(word) ?? []).reduce((least, others) => (others.length < least.length ? others : least));
  return ids.map((id) => worded[id]!);
}

/** Words that a label may have beyond the part of it that a page names. */
const mostWordsBeyond = 2;

function isLongerBy(label: string[], part: string[]): boolean {
  const beyond = label.length - part.length;
  if (beyond < 1 || beyond > mostWordsBeyond) return false;
  for (let start = 0; start <= beyond; start++) {
    if (part.every((word, offset) => label[start + offset] === word)) return true;
  }
  return false;
}

/** "Add instance" and "Add an instance"; of one word there is not enough to tell. */
function sameWords(a: Pick<WordedLabel, 'words' | 'telling'>, b: Pick<WordedLabel, 'words' | 'telling'>): boolean {
  return b.telling.length > 1 && a.telling.length === b.telling.length && Math.abs(a.words.length - b.words.length) <= 1 && a.telling.every((word) => b.telling.includes(word));
}

/** Shared words over all words (Jaccard) from which a label is worth naming. */
const leastLikeness = 1 / 3;

/** Labels of today that share words with one. */
export function closeLabels(index: LabelIndex, text: string): Alike | null {
  const initials = index.exact.get(initialsOf(text));
  if (initials) return { state: 'close', today: initials };
  const telling = tellingWords(index, labelWords(text));
  const candidates = sharing(index, telling);
  return candidates.length > 0 ? { state: 'close', today: ordered(candidates) } : null;
}

/**
 * Numbers of the labels that share enough words. The rarest words come first: a label that the first ones do not bring can
 * share no more than what is left, and a long one would need more.
 */
function sharing({ words, worded, counts, lengths }: LabelIndex, telling: string[]): Candidate[] {
  const lists = Array.from(new Set(telling), (word) => words.get(word) ?? []).sort((a, b) => a.length - b.length);
  const met: number[] = [];
  lists.forEach((ids, at) => {
    const longest = ((lists.length - at) * (1 + leastLikeness)) / leastLikeness - telling.length;
    for (const id of ids) {
      if (counts[id] === 0 && lengths[id]! > longest) continue;
      if (counts[id]!++ === 0) met.push(id);
    }
  });
  const candidates: Candidate[] = [];
  for (const id of met) {
    const score = counts[id]! / (lengths[id]! + telling.length - counts[id]!);
    if (score >= leastLikeness) candidates.push({ label: worded[id]!, score });
    counts[id] = 0;
  }
  return candidates;
}

/** Shared words over all words (Jaccard): 0 to 1. */
export function likeness(label: string[], words: string[]): number {
  let shared = 0;
  for (const word of words) if (label.includes(word)) shared++;
  return shared / (label.length + words.length - shared);
}

/** "Single Sign-On" → `SSO`. */
function initialsOf(text: string): string {
  const words = labelWords(text);
  return words.length < 3 ? '' : words.map((word) => word[0]!.toUpperCase()).join('');
}

/** Labels of today that are kept for a label that is like them: a page's context puts them in order later. */
const mostCandidates = 12;

/** The most alike first, each text once in whatever letter case. */
function ordered(candidates: Candidate[]): Label[] {
  candidates.sort((a, b) => b.score - a.score || a.label.caseless.length - b.label.caseless.length || (a.label.caseless < b.label.caseless ? -1 : 1));
  const seen = new Set<string>();
  const labels: Label[] = [];
  for (const { label } of candidates) {
    if (seen.has(label.caseless)) continue;
    seen.add(label.caseless);
    labels.push(label.label);
    if (labels.length === mostCandidates) break;
  }
  return labels;
}
