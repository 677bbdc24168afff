import { textOf } from './bytes.ts';
import type { OpenIndex } from './files.ts';
import { readShard, type Postings } from './postings.ts';
import { remember } from './remember.ts';
import { likelyMeant, sharedStart, slipLikeness, withLettersSwapped } from './slips.ts';
import type { Stem } from './stems.ts';
import { initialOf } from './words.ts';

/** A word of a query with every term of the index that it may stand for. */
export interface QueryTerm {
  typed: string;
  forms: Form[];
  /** The word searched for in place of one that no page has. */
  used: string;
}

export interface Form {
  term: string;
  /** Above 0, to 1 for the word as it was typed. */
  likeness: number;
  postings: Postings;
}

/** Shards read at most for the words that begin as a word does; more are too many words to choose from. */
const shardsPerPrefix = 3;
const leastPrefix = 2;
/** Share of a word that it must have in common with a shorter term ("configuratio", "configur"). */
const stemShare = 0.6;
const synonymLikeness = 0.8;
/** What is typed for a word that no page has: more than a few guesses are noise. */
const guesses = 3;

/** Looks words up in an index: as typed, then by their beginning, then as slips of a known word, then by the owner's synonyms. */
export function termFinder({ head, load }: OpenIndex, stem: Stem): (words: string[]) => Promise<QueryTerm[]> {
  const shard = remember(async (number: number) => readShard(await load(`terms-${number}`)));
  /** Words of a first letter, and their terms. */
  const vocabulary = remember(async (initial: string) => {
    const index = head.initials.indexOf(initial);
    const words = index < 0 ? [] : textOf(await load(`words-${index}`)).split('\n');
    return { words, terms: new Set(words.map(stem)) };
  });
  /** Number of the shard that a term would stand in. */
  const shardOf = (term: string): number => {
    let low = 0;
    let high = head.shards.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (head.shards[middle]! <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const formOf = async (term: string, likeness: number): Promise<Form[]> => {
    const postings = head.shards.length === 0 ? undefined : (await shard(shardOf(term))).get(term);
    return postings ? [{ term, likeness, postings }] : [];
  };

  /** Terms that begin with the word, or that the word begins with and adds little to. */
  async function byBeginning(word: string): Promise<Form[]> {
    if (word.length < leastPrefix || head.shards.length === 0) return [];
    const first = shardOf(word.slice(0, Math.max(leastPrefix, Math.ceil(word.length * stemShare))));
    const last = Math.min(shardOf(`${word}\uffff`), first + shardsPerPrefix - 1);
    const forms: Form[] = [];
    for (let number = first; number <= last; number++) {
      for (const [term, postings] of await shard(number)) {
        const shared = sharedStart(word, term);
        if (shared === word.length) forms.push({ term, postings, likeness: 0.8 * Math.sqrt(word.length / term.length) });
        else if (shared === term.length && shared >= 4 && shared >= stemShare * word.length) forms.push({ term, postings, likeness: 0.7 });
      }
    }
    return forms;
  }

  /** Known words that a hand may have missed, the likeliest first. */
  async function bySlip(word: string): Promise<{ form: Form; word: string }[]> {
    const swapped = await Promise.all(withLettersSwapped(word).map(async (other) => ((await vocabulary(initialOf(other))).terms.has(stem(other)) ? [{ word: other, likeness: slipLikeness }] : [])));
    const { words } = await vocabulary(initialOf(word));
    const meant = [...swapped.flat(), ...likelyMeant(word, words).slice(0, guesses)];
    const found = await Promise.all(meant.map(async ({ word: other, likeness }) => (await formOf(stem(other), likeness)).map((form) => ({ form, word: other }))));
    return found.flat().slice(0, guesses);
  }

  async function find(word: string, isLast: boolean): Promise<QueryTerm> {
    const [exact, ahead] = await Promise.all([formOf(stem(word), 1), isLast ? byBeginning(word) : []]);
    const begun = exact.length === 0 && !isLast ? await byBeginning(word) : ahead.filter(({ term }) => term !== exact[0]?.term);
    if (exact.length + begun.length > 0) return { typed: word, used: word, forms: [...exact, ...begun] };
    const slips = await bySlip(word);
    return { typed: word, used: slips[0]?.word ?? word, forms: slips.map(({ form }) => form) };
  }

  return async (words) => {
    const terms = await Promise.all(words.map((word, index) => find(word, index === words.length - 1)));
    const stems = terms.map(({ used }) => stem(used));
    for (const [phrase, others] of Object.entries(head.synonyms)) {
      const parts = phrase.split(' ');
      const at = stems.findIndex((_, index) => parts.every((part, offset) => stems[index + offset] === part));
      if (at < 0) continue;
      const forms = (await Promise.all(others.map((other) => formOf(other, synonymLikeness)))).flat();
      for (const term of terms.slice(at, at + parts.length)) term.forms.push(...forms);
    }
    return terms;
  };
}
