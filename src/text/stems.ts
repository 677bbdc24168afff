import { stemmer } from 'stemmer';

/**
 * What the forms of a word have in common, for comparing tasks only. English by Porter's algorithm (Porter 1980); other
 * languages written with letters lose their ending after five characters, which joins most forms of one word; scripts
 * without spaces keep the word.
 */
export function stem(word: string, language: string): string {
  const lower = word.toLowerCase();
  if (language === 'en') return /^[a-z]+$/.test(lower) ? stemmer(lower) : lower;
  if (/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+$/u.test(lower)) return lower.slice(0, 5);
  return lower;
}
