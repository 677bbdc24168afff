/** What the forms of a word have in common: the term that the index knows them by. */
export type Stem = (word: string) => string;

/** Each language's stemmer is loaded by itself, in the browser too; a language without one keeps its words as they are. */
const stemmers: Record<string, () => Promise<{ stemmer: Stem }>> = {
  de: () => import('@orama/stemmers/german'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fr: () => import('@orama/stemmers/french'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
  pt: () => import('@orama/stemmers/portuguese'),
  ru: () => import('@orama/stemmers/russian'),
};

/** The stemmer of a language (ISO 639-1 code). */
export async function loadStem(language: string): Promise<Stem> {
  const { stemmer } = (await stemmers[language]?.()) ?? { stemmer: (word: string) => word };
  return stemmer;
}

/** A stemmer that keeps what it found: a query meets the same words in many titles. */
export function stemOnce(stem: Stem): Stem {
  const known = new Map<string, string>();
  return (word) => {
    let term = known.get(word);
    if (term === undefined) known.set(word, (term = stem(word)));
    return term;
  };
}
