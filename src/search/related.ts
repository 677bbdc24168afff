import Fuse from 'fuse.js/basic';

// Likeness below which two words are strangers: best of .25, .34 and .4 on the queries of sendgrid-docs, with and without slips.
const FUSE_THRESHOLD = 0.4;
// Share of the longer word that two forms of one word begin with alike ("tracked", "tracking").
const STEM_SHARE = 0.6;

/** Finds the words of a vocabulary that a word of the query may stand for. */
export type RelatedWords = (word: string) => Map<string, number>;

/**
 * Prepares a vocabulary for look-up.
 * @returns a function that gives each related word with its likeness, above 0 to 1 (the word itself)
 */
export function relatedWords(vocabulary: string[]): RelatedWords {
  const known = new Set(vocabulary);
  const fuse = new Fuse(vocabulary, { threshold: FUSE_THRESHOLD, distance: 20, includeScore: true });
  const cache = new Map<string, Map<string, number>>();

  return (word) => {
    let related = cache.get(word);
    if (related) return related;
    related = new Map(known.has(word) ? [[word, 1]] : []);
    for (const { item, score = 1 } of fuse.search(word)) {
      const likeness = item === word ? 1 : likenessOf(word, item, 1 - score, known.has(word));
      if (likeness > 0) related.set(item, likeness);
    }
    // To Fuse two letters in the wrong order are two mistakes, too many for a short word.
    if (!known.has(word)) for (const swapped of withLettersSwapped(word)) if (known.has(swapped)) related.set(swapped, 0.8);
    cache.set(word, related);
    return related;
  };
}

/** How well `candidate` answers `word`, 0 to 1; `closeness` is Fuse's, 0 to 1. */
function likenessOf(word: string, candidate: string, closeness: number, wordIsKnown: boolean): number {
  const shared = sharedStart(word, candidate);
  const longer = Math.max(word.length, candidate.length);
  // The beginning of a word: what a reader has typed so far.
  if (shared === word.length) return 0.8 * Math.sqrt(word.length / candidate.length);
  if (shared >= 4 && shared >= STEM_SHARE * longer) return 0.8;
  const lengthsApart = Math.abs(word.length - candidate.length);
  // Slips seldom hit the first letter; without it unlike words come in ("singel", "using").
  const slip = word.length >= 4 && lengthsApart <= 2 && word[0] === candidate[0];
  // A word that the docs use is hardly a slip itself.
  return slip ? 0.8 * closeness * (wordIsKnown ? 0.3 : 1) : 0;
}

/** Every word that differs from this one by two neighbouring letters in the other order. */
function withLettersSwapped(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
