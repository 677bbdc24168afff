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
  const limit = Math.max(rarePages, profiles.length * rareShare);
  const weight = ({ hash }: Term) => Math.log(1 + profiles.length / Math.max(1, index.pagesWith(hash)));
  const titles = profiles.map((profile): Title => {
    const telling = tellingTerms(profile);
    const rare = new Set<string>();
    for (const [stem, { hash }] of telling) if (index.pagesWith(hash) <= limit) rare.add(stem);
    return { telling, rare, weight: sum([...telling.values()].map(weight)), terms: profile.title, stems: new Set(profile.title.map(({ stem }) => stem)) };
  });
  return (a, b) => {
    const [one, other] = [titles[a]!, titles[b]!];
    let rare = false;
    for (const stem of one.rare) rare ||= other.telling.has(stem);
    if (!rare) return null;
    const shared = [...one.telling.values()].filter(({ stem }) => other.telling.has(stem));
    const both = sum(shared.map(weight));
    const own = [isSpecific(one, other), isSpecific(other, one)];
    const specific = own.every(Boolean) ? 2 : own.some(Boolean) ? 1 : 0;
    return { words: shared.map(({ text }) => text), share: both / (one.weight + other.weight - both), specific };
  };
}

/** A title and its words by what they tell. */
interface Title {
  terms: Term[];
  stems: Set<string>;
  /** Words by stem, without the frequent ones of the language and those that tell the kind of page. */
  telling: Map<string, Term>;
  /** Stems of telling words that are rare enough in the tree to name a subject. */
  rare: Set<string>;
  /** Weight of all telling words. */
  weight: number;
}

/** Whether a title has a telling word that the other has in no form, not as "set up" for "setup" either. */
function isSpecific({ telling, terms }: Title, other: Title): boolean {
  const own = [...telling.keys()].filter((stem) => !other.stems.has(stem));
  if (own.length === 0) return false;
  const theirCompounds = compoundsOf(other.terms);
  const written = [...compoundsOf(terms)].filter(([compound]) => other.stems.has(compound)).flatMap(([, parts]) => parts);
  return own.some((stem) => !theirCompounds.has(stem) && !written.includes(stem));
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
