import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import type { Lexicon } from './types.ts';
import { zh } from './zh.ts';

/** Every language that Waymark knows; a new one is one file and one line here. */
export const lexicons: readonly Lexicon[] = [en, de, es, fr, it, ja, pl, pt, ru, zh].map((lexicon) => ({
  ...lexicon,
  task: withoutPrototypes(lexicon.task),
  interface: withoutPrototypes(lexicon.interface),
}));

const byLanguage = new Map(lexicons.map((lexicon) => [lexicon.language, lexicon]));

/** Tables with nothing in them but words: “constructor” is one that pages use, and every object has it. */
function withoutPrototypes<Words extends object>(words: Words): Words {
  const entries = Object.entries(words).map(([name, list]: [string, unknown]) => [name, Array.isArray(list) ? list : Object.assign(Object.create(null), list)]);
  return Object.fromEntries(entries) as Words;
}

/** Lexicon of a language, by ISO 639-1 code; null for a language that has none. */
export function lexiconOf(language: string): Lexicon | null {
  return byLanguage.get(language) ?? null;
}
