import { distance } from 'fastest-levenshtein';
import { lexiconOf } from '../../text/lexicon/index.ts';
import type { InterfaceMap, Label, PastLabel } from '../../product/types.ts';
import { caselessForm, labelWords, plainForm, spellingForm } from './forms.ts';
import type { LabelMatch, LabelState } from './types.ts';

/** The labels of one language, ready to be looked up. */
export interface LabelIndex {
  /** Words that every second label has. */
  stopWords: Set<string>;
  exact: Map<string, Label[]>;
  caseless: Map<string, Label[]>;
  spelling: Map<string, Label[]>;
  past: Map<string, PastLabel[]>;
  /** Labels with placeholders, as patterns over the caseless form. */
  patterns: { label: Label; pattern: RegExp }[];
  /** Short labels by each of their words. */
  words: Map<string, WordedLabel[]>;
  /** Short labels by the length of their caseless form. */
  lengths: Map<number, WordedLabel[]>;
  /** Labels by the caseless form that they have in another language; made when first asked for. */
  foreign: () => Map<string, Label[]>;
}

/** A label of today by its words. */
export interface WordedLabel {
  label: Label;
  caseless: string;
  words: string[];
  /** Words that not every second label has. */
  telling: string[];
}

/** A text that shows what to type is no label of anything. */
const example = /^(?:e\.?g\.?|ex\.|for example)[\s,:]/i;

/** Words; what has more is a sentence, and no page names a sentence of the interface. */
const mostLabelWords = 8;
/** Literal words from which a placeholder may be words: `{name} settings` would swallow "Advanced settings". */
const fewestLiteralWords = 2;

export function indexLabels({ labels, past }: Pick<InterfaceMap, 'labels' | 'past'>, language: string): LabelIndex {
  const stopWords = new Set(lexiconOf(language)?.stopWords);
  const index: LabelIndex = { stopWords, exact: new Map(), caseless: new Map(), spelling: new Map(), past: new Map(), patterns: [], words: new Map(), lengths: new Map(), foreign: () => new Map() };
  for (const label of labels) {
    if (label.text.includes('{')) {
      const pattern = placeholderPattern(label.text);
      if (pattern) index.patterns.push({ label, pattern });
      continue;
    }
    if (label.text.length > 100) continue;
    const plain = plainForm(label.text);
    const caseless = plain.toLowerCase();
    // Pages leave the bracket of “Tax number (optional)” out, and the half of “Pin/Unpin” that is not meant.
    for (const form of [plain, ...withoutBrackets(plain), ...alternatives(plain)]) {
      add(index.exact, form, label);
      add(index.caseless, form.toLowerCase(), label);
    }
    if (label.inner || /[.!?]$/.test(label.text) || example.test(label.text)) continue;
    const words = labelWords(label.text);
    if (words.length === 0 || words.length > mostLabelWords) continue;
    add(index.spelling, spellingForm(label.text), label);
    const worded = { label, caseless, words, telling: tellingWords(index, words) };
    for (const word of new Set(words)) add(index.words, word, worded);
    add(index.lengths, caseless.length, worded);
  }
  for (const label of past) add(index.past, caselessForm(label.text), label);
  return index;
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function placeholderPattern(text: string): RegExp | null {
  const literals = caselessForm(text).split(/\{[^{}]*\}/);
  const words = literals.join(' ').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').length;
  if (words === 0) return null;
  const gap = words < fewestLiteralWords ? '[\\d.,]+' : '.{1,40}?';
  return new RegExp(`^${literals.map((literal) => literal.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')).join(gap)}$`, 'u');
}

/**
 * Looks up what a page calls a label.
 * @param readings other ways to read it
 */
export function matchLabel(index: LabelIndex, text: string, readings: string[]): LabelMatch {
  const texts = [text, ...withoutBrackets(text), ...readings];
  return (
    first(texts, (reading) => known(index, reading) ?? history(index, reading)) ??
    parts(index, text) ??
    first(texts, (reading) => spelledAlike(index, reading)) ??
    first(texts, (reading) => fillsPlaceholder(index, reading) ?? foreign(index, reading)) ??
    near(index, text) ??
    close(index, text) ??
    found('unknown', text, [])
  );
}

/** Looks a text up that may be no label at all; null where it is none that was renamed. */
export function matchRenamed(index: LabelIndex, text: string, readings: string[]): LabelMatch | null {
  if (index.past.size === 0) return null;
  const match = first([text, ...withoutBrackets(text), ...readings], (reading) => known(index, reading) ?? history(index, reading));
  return match?.state === 'renamed' ? match : null;
}

function first(texts: string[], look: (text: string) => LabelMatch | null): LabelMatch | null {
  for (const text of texts) {
    const match = look(text);
    if (match) return match;
  }
  return null;
}

/** "Redirect URI (Web)" may be the field "Redirect URI". */
function withoutBrackets(text: string): string[] {
  const bracket = /^(.+?)\s*\([^()]*\)$/.exec(text)?.[1];
  return bracket ? [bracket] : [];
}

/** Labels that one text stands for in turn: `Pin/Unpin`. */
function alternatives(text: string): string[] {
  const parts = text.split('/').map((part) => part.trim());
  return parts.length === 2 && parts.every((part) => /^\p{L}{2,}$/u.test(part)) ? parts : [];
}

function found(state: LabelState, text: string, today: Label[]): LabelMatch {
  return { state, text, today, past: null };
}

function known(index: LabelIndex, text: string): LabelMatch | null {
  const plain = plainForm(text);
  const exact = index.exact.get(plain)?.filter(({ inner }) => !inner) ?? [];
  if (exact.length > 0) return found('known', text, exact);
  const caseless = index.caseless.get(plain.toLowerCase())?.filter(({ inner }) => !inner) ?? [];
  return caseless.length > 0 ? found('case', text, caseless) : null;
}

/** `Show/Hide` names two labels. */
function parts(index: LabelIndex, text: string): LabelMatch | null {
  if (!text.includes('/')) return null;
  const matches = text.split('/').map((part) => known(index, part.trim()));
  return matches.every((match) => match !== null) ? found('known', text, matches.flatMap(({ today }) => today)) : null;
}

function history(index: LabelIndex, text: string): LabelMatch | null {
  const past = index.past.get(caselessForm(text));
  if (!past) return null;
  // “Play on Plex” that became “Play on {server}” still stands on the screen.
  const filled = fillsPlaceholder(index, text);
  if (filled) return filled;
  const exact = past.filter((label) => plainForm(label.text) === plainForm(text));
  const best = commonRename(exact.length > 0 ? exact : past);
  if (best.renamedBy === 'key' || best.renamedBy === 'place') return { state: 'renamed', text, today: index.exact.get(plainForm(best.renamedTo!)) ?? [], past: best };
  return { state: 'removed', text, today: (near(index, text) ?? close(index, text))?.today ?? [], past: best };
}

/** Several keys may have had the text: what became of it is known where all that have a new text have the same. */
function commonRename(past: PastLabel[]): PastLabel {
  const renamed = past.filter(({ renamedTo }) => renamedTo !== null);
  const forms = new Set(renamed.map(({ renamedTo }) => caselessForm(renamedTo!)));
  if (forms.size > 1) return { ...renamed[0]!, renamedBy: 'likeness' };
  return renamed.find(({ renamedBy }) => renamedBy === 'key') ?? renamed[0] ?? past[0]!;
}

function spelledAlike(index: LabelIndex, text: string): LabelMatch | null {
  const spelled = index.spelling.get(spellingForm(text));
  if (spelled) return found('spelling', text, spelled);
  const inner = index.caseless.get(caselessForm(text));
  return inner ? found('known', text, inner) : null;
}

function fillsPlaceholder(index: LabelIndex, text: string): LabelMatch | null {
  const caseless = caselessForm(text);
  const filled = index.patterns.find(({ pattern }) => pattern.test(caseless));
  return filled ? found('known', text, [filled.label]) : null;
}

function foreign(index: LabelIndex, text: string): LabelMatch | null {
  const ours = index.foreign().get(caselessForm(text));
  return ours ? found('foreign', text, ours) : null;
}

/**
 * What labels are called in other languages: the labels by the caseless form that another language has under their key.
 * @param others labels of the other languages
 */
export function translations(labels: Label[], others: Label[]): Map<string, Label[]> {
  const byKey = new Map<string, Label[]>();
  for (const label of labels) if (!label.inner) add(byKey, label.key, label);
  const foreign = new Map<string, Label[]>();
  for (const { key, text, inner } of others) {
    if (inner || text.length > 100) continue;
    const form = caselessForm(text);
    // What is not translated yet is the label in both languages.
    for (const label of byKey.get(key) ?? []) if (caselessForm(label.text) !== form) add(foreign, form, label);
  }
  return foreign;
}

/** Characters of a word that may have one slip, and two; shorter words are too near to other words. */
const oneSlipFrom = 6;
const twoSlipsFrom = 12;

/** A label of today that is one slip away: a letter, an article, the order of its words; else one that it is a part of. */
function near(index: LabelIndex, text: string): LabelMatch | null {
  const words = labelWords(text);
  const telling = tellingWords(index, words);
  if (telling.length === 0) return null;
  const sharing = index.words.get(telling[0]!) ?? [];
  const slips = [...slipped(index, caselessForm(text)), ...sharing.filter((label) => sameWords(label, { words, telling }))];
  if (slips.length > 0) return found('slip', text, ordered(slips, telling));
  const longer = sharing.filter((label) => isLongerBy(label.words, words));
  return longer.length > 0 ? found('part', text, ordered(longer, telling)) : null;
}

/** Labels of today that are kept for a label that is like them: a page's context puts them in order later. */
const mostCandidates = 12;
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

function slipped(index: LabelIndex, caseless: string): WordedLabel[] {
  if (caseless.length < oneSlipFrom) return [];
  const most = caseless.length >= twoSlipsFrom ? 2 : 1;
  const labels: WordedLabel[] = [];
  for (let length = caseless.length - most; length <= caseless.length + most; length++) {
    for (const candidate of index.lengths.get(length) ?? []) {
      if (candidate.caseless[0] === caseless[0] && distance(candidate.caseless, caseless) <= most && sameNumbers(candidate.caseless, caseless)) labels.push(candidate);
    }
  }
  return labels;
}

/** "Step 1" is no slip for "Step 2". */
function sameNumbers(a: string, b: string): boolean {
  return a.replace(/\D/g, '') === b.replace(/\D/g, '');
}

/** Shared words over all words (Jaccard) from which a label is worth naming. */
const leastLikeness = 1 / 3;

function close(index: LabelIndex, text: string): LabelMatch | null {
  const initials = index.exact.get(initialsOf(text));
  if (initials) return found('close', text, initials);
  const words = tellingWords(index, labelWords(text));
  const candidates = new Set<WordedLabel>();
  for (const word of words) {
    for (const candidate of index.words.get(word) ?? []) {
      if (likeness(candidate.telling, words) >= leastLikeness) candidates.add(candidate);
    }
  }
  if (candidates.size === 0) return null;
  return found('close', text, ordered([...candidates], words));
}

/** Words that not every second label has. */
export function tellingWords({ stopWords }: Pick<LabelIndex, 'stopWords'>, words: string[]): string[] {
  return words.filter((word) => !stopWords.has(word));
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

/** The most alike first, each text once in whatever letter case. */
function ordered(candidates: WordedLabel[], words: string[]): Label[] {
  const seen = new Set<string>();
  return candidates
    .sort((a, b) => likeness(b.telling, words) - likeness(a.telling, words) || a.caseless.length - b.caseless.length || (a.caseless < b.caseless ? -1 : 1))
    .filter(({ caseless }) => !seen.has(caseless) && seen.add(caseless))
    .slice(0, mostCandidates)
    .map(({ label }) => label);
}
