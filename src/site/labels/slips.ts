import { distance } from 'fastest-levenshtein';
import type { WordedLabel } from './label-index.ts';

/** Labels by their words, and the words that they have: what a slip of the pen is looked up in. */
export interface Slips {
  /** Labels by their words, joined by spaces. */
  labels: Map<string, WordedLabel[]>;
  /** Words that a slip may be in, by their first letter and length. */
  words: Map<string, Set<string>>;
  /** Words that were looked up before, with those that are a slip or two away. */
  known: Map<string, Spelling[]>;
}

/** A word of the interface that a page's word may be, and how many letters away it is. */
interface Spelling {
  word: string;
  slips: number;
}

/** Characters of a label that may have one slip, and two; shorter ones are too near to others. */
const oneSlipFrom = 6;
const twoSlipsFrom = 12;
const mostSlips = 2;

/** Characters; in a shorter word one letter makes another word: "now" is no slip for "new", nor "clone" for "close". */
const shortestSlipped = 6;

export function emptySlips(): Slips {
  return { labels: new Map(), words: new Map(), known: new Map() };
}

export function addLabel({ labels, words }: Slips, label: WordedLabel): void {
  const text = label.words.join(' ');
  if (text.length < oneSlipFrom - 1) return;
  const same = labels.get(text);
  if (same) same.push(label);
  else labels.set(text, [label]);
  for (const word of label.words) {
    const key = `${word[0]}${word.length}`;
    const others = words.get(key);
    if (others) others.add(word);
    else words.set(key, new Set([word]));
  }
}

/** Labels that some words are a slip or two away from; numbers are no slips for one another. */
export function slipped(slips: Slips, words: string[]): WordedLabel[] {
  const length = words.join(' ').length;
  return length < oneSlipFrom ? [] : respelled(slips, words, 0, length < twoSlipsFrom ? 1 : mostSlips);
}

/** Labels that the words are once those from a place on are spelled in every way that the slips left allow. */
function respelled(slips: Slips, words: string[], from: number, left: number): WordedLabel[] {
  const found: WordedLabel[] = [];
  for (let at = from; at < words.length; at++) {
    for (const spelling of spellings(slips, words[at]!)) {
      if (spelling.slips > left) continue;
      const other = words.with(at, spelling.word);
      found.push(...(slips.labels.get(other.join(' ')) ?? []), ...(spelling.slips < left ? respelled(slips, other, at + 1, left - spelling.slips) : []));
    }
  }
  return found;
}

function spellings({ words, known }: Slips, written: string): Spelling[] {
  const before = known.get(written);
  if (before) return before;
  const found: Spelling[] = [];
  // A word that other labels have is written as it is meant: "Import" is no slip for "Export".
  if (!/\d/.test(written) && !words.get(`${written[0]}${written.length}`)?.has(written)) {
    for (let length = written.length - mostSlips; length <= written.length + mostSlips; length++) {
      if (Math.max(length, written.length) < shortestSlipped) continue;
      for (const word of words.get(`${written[0]}${length}`) ?? []) {
        const slips = distance(word, written);
        if (slips > 0 && slips <= mostSlips) found.push({ word, slips });
      }
    }
  }
  known.set(written, found);
  return found;
}
