import { countOf, type Profile, type Term } from './profile.ts';

/** Fewest times, and the most words for each time, that make a word frequent on its page. */
const fewestTimes = 2;
const wordsPerTime = 250;

/** A word of each page's title that the page is about and the other page never mentions. */
export interface Opposition {
  one: string;
  other: string;
}

/**
 * Whether each page's title has a word of its own that is frequent in its text and absent from the other's: the best
 * single sign that two pages that read alike have different subjects. Numbers oppose each other without counting.
 */
export function oppositionOf(one: Profile, other: Profile): Opposition | null {
  const numbers = [ownNumber(one, other), ownNumber(other, one)];
  if (numbers[0] && numbers[1]) return { one: numbers[0], other: numbers[1] };
  const words = [ownWord(one, other), ownWord(other, one)];
  return words[0] && words[1] ? { one: words[0], other: words[1] } : null;
}

function ownNumber(one: Profile, other: Profile): string | null {
  return ownTerms(one, other).find(({ text }) => /\d/.test(text))?.text ?? null;
}

function ownWord(one: Profile, other: Profile): string | null {
  const frequent = Math.max(fewestTimes, one.page.words.length / wordsPerTime);
  const own = ownTerms(one, other).find(({ hash }) => countOf(other.page, hash) === 0 && countOf(one.page, hash) >= frequent);
  return own?.text ?? null;
}

/** Words of one page's title or file name that the other's have in no form. */
function ownTerms(one: Profile, other: Profile): Term[] {
  const theirs = new Set([...other.title, ...other.slug].map(({ stem }) => stem));
  return [...one.title, ...one.slug].filter(({ stem }) => !theirs.has(stem));
}
