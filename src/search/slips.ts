import Fuse from 'fuse.js';

/** Likeness below which two words are strangers: best of .25, .34 and .4 on the queries of sendgrid-docs, with and without slips. */
const threshold = 0.4;
/** A slip adds or loses few letters. */
const lettersApart = 2;
const leastLength = 4;
/** Of a word with one small slip. */
export const slipLikeness = 0.8;

/** A word that a reader may have meant. */
export interface Meant {
  word: string;
  /** Above 0 to 1. */
  likeness: number;
}

/** The words of a vocabulary that a word that it lacks may stand for, the likeliest first; all begin with the same letter. */
export function likelyMeant(word: string, vocabulary: string[]): Meant[] {
  if (word.length < leastLength) return [];
  const near = vocabulary.filter((other) => Math.abs(other.length - word.length) <= lettersApart);
  return new Fuse(near, { threshold, distance: 20, includeScore: true })
    .search(word)
    .map(({ item, score = 1 }) => ({ word: item, likeness: slipLikeness * (1 - score) }));
}

/** Every word that differs from this one by two neighbouring letters in the other order: to Fuse two mistakes, to a hand one. */
export function withLettersSwapped(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
}

/** Number of characters that two words begin with alike. */
export function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
