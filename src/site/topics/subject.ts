import { lexiconOf } from '../../text/lexicon/index.ts';
import type { Profile, Term } from './profile.ts';
import type { TermIndex } from './terms.ts';

/** What the titles of two pages have in common. */
export interface SharedSubject {
  /** The shared words as the first title writes them. */
  words: string[];
  /** Weight of the shared words over the weight of all words of both titles, 0 to 1. */
  share: number;
}

/** A shared word must stand on at most this part of the pages, or on this few, to name a subject. */
const rareShare = 0.1;
const rarePages = 8;

/**
 * The subject that two titles share, words weighted by their rarity in the tree; null where no telling word is shared.
 */
export function sharedSubject(one: Profile, other: Profile, index: TermIndex): SharedSubject | null {
  const first = tellingTerms(one);
  const second = tellingTerms(other);
  const weight = ({ hash }: Term) => Math.log(1 + index.vectors.length / Math.max(1, index.pagesWith(hash)));
  const shared = [...first.values()].filter(({ stem }) => second.has(stem));
  const limit = Math.max(rarePages, index.vectors.length * rareShare);
  if (!shared.some(({ hash }) => index.pagesWith(hash) <= limit)) return null;
  const sum = (terms: Iterable<Term>) => [...terms].reduce((total, term) => total + weight(term), 0);
  const both = sum(shared);
  return { words: shared.map(({ text }) => text), share: both / (sum(first.values()) + sum(second.values()) - both) };
}

/** Words of a title but for the frequent ones of its language, by stem. */
function tellingTerms({ page, title }: Profile): Map<string, Term> {
  const stopWords = new Set(lexiconOf(page.facts.language)?.stopWords ?? []);
  return new Map(title.filter(({ text }) => !stopWords.has(text)).map((term) => [term.stem, term]));
}
