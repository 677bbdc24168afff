import { en } from './en.ts';
import type { Lexicon } from './types.ts';

/** Every language that Waymark knows; a new one is one file and one line here. */
export const lexicons: readonly Lexicon[] = [en];

const byLanguage = new Map(lexicons.map((lexicon) => [lexicon.language, lexicon]));

/** Lexicon of a language, by ISO 639-1 code; null for a language that has none. */
export function lexiconOf(language: string): Lexicon | null {
  return byLanguage.get(language) ?? null;
}
