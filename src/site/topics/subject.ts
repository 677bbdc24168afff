import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { isKindWord } from './kinds.ts';
import type { Profile, Term } from './profile.ts';
import type { TermIndex } from './terms.ts';

/** What the titles of two pages have in common. */
export interface SharedSubject {
  /** The shared words as the first title writes them. */
  words: string[];
  /** Weight of the shared words over the weight of all words of both titles, 0 to 1. */
  share: number;
  /** How many of the two titles have telling words of their own: both in "Invite users to a team", "Invite users to an app". */
  specific: 0 | 1 | 2;
}

/** A shared word must stand on at most this part of the pages, or on this few, to name a subject. */
const rareShare = 0.1;
const rarePages = 8;

/**
 * Finds the subject that two titles share, words weighted by their rarity in the tree; null where no telling word is
 * shared.
 */
export function subjectFinder(profiles: Profile[], index: TermIndex): (a: number, b: number) => SharedSubject | null {
  const titles = profiles.map(tellingTerms);
  const weight = ({ hash }: Term) => Math.log(1 + profiles.length / Math.max(1, index.pagesWith(hash)));
  const weights = titles.map((terms) => sum([...terms.values()].map(weight)));
  const limit = Math.max(rarePages, profiles.length * rareShare);
  return (a, b) => {
    const shared = [...titles[a]!.values()].filter(({ stem }) => titles[b]!.has(stem));
    if (!shared.some(({ hash }) => index.pagesWith(hash) <= limit)) return null;
    const both = sum(shared.map(weight));
    const own = [isSpecific(titles[a]!, profiles[a]!, profiles[b]!), isSpecific(titles[b]!, profiles[b]!, profiles[a]!)];
    const specific = own.every(Boolean) ? 2 : own.some(Boolean) ? 1 : 0;
    return { words: shared.map(({ text }) => text), share: both / (weights[a]! + weights[b]! - both), specific };
  };
}

/** Whether a title has a telling word that the other has in no form, not as "set up" for "setup" either. */
function isSpecific(telling: Map<string, Term>, { title }: Profile, other: Profile): boolean {
  const stems = new Set(other.title.map(({ stem }) => stem));
  const theirCompounds = compoundsOf(other.title);
  const written = [...compoundsOf(title)].filter(([compound]) => stems.has(compound)).flatMap(([, parts]) => parts);
  return [...telling.keys()].some((stem) => !stems.has(stem) && !theirCompounds.has(stem) && !written.includes(stem));
}

/** Neighbouring words of a title written as one ("set up" → "setup"), with the stems that they are made of. */
function compoundsOf(title: Term[]): Map<string, string[]> {
  const pairs = title.slice(1).map((second, index) => [title[index]!, second] as const);
  return new Map(pairs.map(([first, second]) => [first.stem + second.text, [first.stem, second.stem]]));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Words of a title, by stem, without the frequent ones of its language and those that tell the kind of page. */
function tellingTerms({ page, title }: Profile): Map<string, Term> {
  const stopWords = compiledLexicon(page.facts.language)?.stopWords;
  return new Map(title.filter(({ text }) => !stopWords?.has(text) && !isKindWord(text, page.facts.language)).map((term) => [term.stem, term]));
}
