import { countOf, type Profile, type Term } from './profile.ts';

/** Fewest times, and the most words for each time, that make a word frequent on its page. */
const fewestTimes = 2;
const wordsPerTime = 250;
/** The other page may mention the word in passing: so many times less often. */
const timesLess = 5;

/** A word of each page's title that the page is about and the other page hardly mentions. */
export interface Opposition {
  one: string;
  other: string;
}

/** Words of a page that may name its subject. */
export type NamingTerms = (page: Profile) => Term[];

export const titleTerms: NamingTerms = ({ title, slug }) => [...title, ...slug];
export const placeTerms: NamingTerms = ({ title, slug, folders }) => [...title, ...slug, ...folders];

/**
 * Whether each page's name has a word of its own that is frequent in its text and not in the other's: the best single
 * sign that two pages that read alike have different subjects. Numbers oppose each other without counting.
 */
export function oppositionOf(one: Profile, other: Profile, namesOf: NamingTerms): Opposition | null {
  const [mine, theirs] = [ownTerms(one, other, namesOf), ownTerms(other, one, namesOf)];
  const numbers = [ownNumber(mine), ownNumber(theirs)];
  if (numbers[0] && numbers[1]) return { one: numbers[0], other: numbers[1] };
  const first = ownWord(mine, one, other);
  const second = first && ownWord(theirs, other, one);
  return first && second ? { one: first, other: second } : null;
}

/** A word of a page's own name that is frequent in its text and not in the other's; null where there is none. */
export function ownWordOf(page: Profile, other: Profile): string | null {
  return ownWord(ownTerms(page, other, titleTerms), page, other);
}

function ownNumber(terms: Term[]): string | null {
  return terms.find(({ text }) => /\d/.test(text))?.text ?? null;
}

function ownWord(terms: Term[], one: Profile, other: Profile): string | null {
  const { page } = one;
  const fewest = Math.max(fewestTimes, page.words.length / wordsPerTime);
  const own = terms.find((term) => {
    const times = countOf(one, term);
    if (times < fewest) return false;
    return countOf(other, term) * timesLess * page.words.length <= times * other.page.words.length;
  });
  return own?.text ?? null;
}

/** Words that name one page and in no form the other. */
function ownTerms(one: Profile, other: Profile, namesOf: NamingTerms): Term[] {
  const theirs = new Set(namesOf(other).map(({ stem }) => stem));
  return namesOf(one).filter(({ stem }) => !theirs.has(stem));
}
