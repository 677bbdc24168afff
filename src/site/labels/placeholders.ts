import type { Label, PastLabel } from '../../product/types.ts';
import { caselessForm, labelWords } from './forms.ts';

/** A label with something that the interface fills in, as a pattern over the caseless form. */
interface Filled {
  label: Label;
  pattern: RegExp;
  /** Words of its own. */
  literals: number;
}

/** Labels with placeholders, by a word that stands in whatever fills them; those without a whole word apart. */
export interface Placeholders {
  byWord: Map<string, Filled[]>;
  others: Filled[];
}

/** Literal words from which a placeholder may be words: `{name} settings` would swallow "Advanced settings". */
const fewestLiteralWords = 2;

export function emptyPlaceholders(): Placeholders {
  return { byWord: new Map(), others: [] };
}

export function addPlaceholder({ byWord, others }: Placeholders, label: Label): void {
  const literals = caselessForm(label.text).split(/\{[^{}]*\}/);
  const words = literals.flatMap(labelWords);
  if (words.length === 0) return;
  const filled: Filled = { label, literals: words.length, pattern: new RegExp(`^${literals.map(escaped).join('(.{1,40}?)')}$`, 'u') };
  // What borders on a placeholder may be a part of a word: `{count}px`.
  const whole = literals.flatMap((literal, at) => labelWords(literal.replace(at > 0 ? /^\S+/ : '', '').replace(at < literals.length - 1 ? /\S+$/ : '', '')));
  const longest = whole.sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) others.push(filled);
  else if (byWord.has(longest)) byWord.get(longest)!.push(filled);
  else byWord.set(longest, [filled]);
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');
}

/** A label of today that a text fills in; beside one literal word, only a number does. */
export function filledBy(placeholders: Placeholders, text: string): Label | null {
  return find(placeholders, text, ({ literals }, gaps) => literals >= fewestLiteralWords || gaps.every((gap) => /^[\d.,]+$/.test(gap)));
}

/** A label of today that came when one went and that the text of that one fills in: it still stands on the screen. */
export function filledByPast(placeholders: Placeholders, { text, until }: PastLabel): Label | null {
  return find(placeholders, text, ({ label, literals }) => literals >= fewestLiteralWords || (until?.commit !== undefined && label.since?.commit === until.commit));
}

function find({ byWord, others }: Placeholders, text: string, fits: (filled: Filled, gaps: string[]) => boolean): Label | null {
  if (byWord.size === 0 && others.length === 0) return null;
  const caseless = caselessForm(text);
  for (const list of [...labelWords(text).map((word) => byWord.get(word) ?? []), others]) {
    for (const filled of list) {
      const match = filled.pattern.exec(caseless);
      if (match && fits(filled, match.slice(1))) return filled.label;
    }
  }
  return null;
}
