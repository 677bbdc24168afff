import { lexiconOf } from '../../text/lexicon/index.ts';
import type { InterfaceMap, Label, PastLabel } from '../../product/types.ts';
import { caselessForm, labelWords, plainForm, spellingForm } from './forms.ts';
import { emptyPlaceholders, addPlaceholder, type Placeholders } from './placeholders.ts';
import { addLabel, emptySlips, type Slips } from './slips.ts';

/** The labels of one language, ready to be looked up. */
export interface LabelIndex {
  /** Words that every second label has. */
  stopWords: Set<string>;
  exact: Map<string, Label[]>;
  caseless: Map<string, Label[]>;
  spelling: Map<string, Label[]>;
  past: Map<string, PastLabel[]>;
  /** Labels with something that is filled in at run time. */
  placeholders: Placeholders;
  /** Short labels; the numbers below are their places in it. */
  worded: WordedLabel[];
  /** Numbers of the labels that have a word. */
  words: Map<string, number[]>;
  /** Telling words of each label. */
  lengths: Uint8Array;
  /** Words that each label has of one that is looked up; all 0 between two look-ups. */
  counts: Uint8Array;
  slips: Slips;
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

export function indexLabels({ labels, past }: Pick<InterfaceMap, 'labels' | 'past'>, language: string): LabelIndex {
  const stopWords = new Set(lexiconOf(language)?.stopWords);
  const index: LabelIndex = { stopWords, exact: new Map(), caseless: new Map(), spelling: new Map(), past: new Map(), placeholders: emptyPlaceholders(), worded: [], words: new Map(), lengths: new Uint8Array(labels.length), counts: new Uint8Array(labels.length), slips: emptySlips(), foreign: () => new Map() };
  for (const label of labels) {
    if (label.text.includes('{')) {
      addPlaceholder(index.placeholders, label);
      continue;
    }
    const plain = plainForm(label.text);
    if (label.text.length > 100 || !/[\p{L}\p{N}]/u.test(plain)) continue;
    const caseless = plain.toLowerCase();
    // Pages leave the bracket of “Tax number (optional)” out, and the half of “Pin/Unpin” that is not meant.
    for (const form of [plain, ...withoutBrackets(plain), ...alternatives(plain)]) {
      addTo(index.exact, form, label);
      addTo(index.caseless, form.toLowerCase(), label);
    }
    if (label.inner || /[.!?]$/.test(label.text) || example.test(label.text)) continue;
    const words = labelWords(label.text);
    if (words.length === 0 || words.length > mostLabelWords) continue;
    addTo(index.spelling, spellingForm(label.text), label);
    const worded = { label, caseless, words, telling: tellingWords(index, words) };
    const id = index.worded.push(worded) - 1;
    index.lengths[id] = worded.telling.length;
    for (const word of new Set(words)) addTo(index.words, word, id);
    addLabel(index.slips, worded);
  }
  for (const label of past) addTo(index.past, caselessForm(label.text), label);
  return index;
}

/** Adds a value to those of a key. */
export function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** "Redirect URI (Web)" may be the field "Redirect URI". */
export function withoutBrackets(text: string): string[] {
  const bracket = /^(.+?)\s*\([^()]*\)$/.exec(text)?.[1];
  return bracket ? [bracket] : [];
}

/** Labels that one text stands for in turn: `Pin/Unpin`. */
function alternatives(text: string): string[] {
  const parts = text.split('/').map((part) => part.trim());
  return parts.length === 2 && parts.every((part) => /^\p{L}{2,}$/u.test(part)) ? parts : [];
}

/** Words that not every second label has. */
export function tellingWords({ stopWords }: Pick<LabelIndex, 'stopWords'>, words: string[]): string[] {
  return words.filter((word) => !stopWords.has(word));
}
