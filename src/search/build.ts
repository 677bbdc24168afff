import { bytesOf } from './bytes.ts';
import { writeShard, lastSection, type Postings } from './postings.ts';
import { loadStem } from './stems.ts';
import type { Synonyms } from './site-index.ts';
import type { SearchEntry, SearchIndex, SearchPage } from './types.ts';
import { initialOf, wordCutter } from './words.ts';

/** What the search knows of a site beside its pages. */
export interface SearchSettings {
  /** ISO 639-1 code of the language that most pages are written in. */
  language: string;
  /** Words of that language that say nothing. */
  stopWords: readonly string[];
  synonyms: Synonyms;
}

type Field = 'title' | 'headings' | 'description' | 'body';

/** How much a word says in each place, and how far the length of that place lessens it (BM25F: Robertson, Zaragoza 2009). */
const fields: Record<Field, { weight: number; lengthShare: number }> = {
  title: { weight: 4, lengthShare: 0.5 },
  headings: { weight: 2, lengthShare: 0.5 },
  description: { weight: 2, lengthShare: 0.5 },
  body: { weight: 1, lengthShare: 0.75 },
};
const fieldNames = Object.keys(fields) as Field[];
/** How soon a word that is repeated says no more. */
const saturation = 1.2;
/** A word of a heading is worth some words below it, when it comes to which section of a page to open. */
const headingShare = 3;
/** Bytes of a shard before compression; a query of four words then loads some 30 kB. */
const shardBytes = 12_000;
/** Pages whose entries are loaded together: the first pages of a query lie in nearly as many packs on a large site. */
const packSize = 4;

/** A term on one page. */
interface Occurrence {
  counts: Record<Field, number>;
  /** Section by number, with how much of the term it has. */
  sections: Map<number, number>;
}

interface CountedPage {
  lengths: Record<Field, number>;
  terms: Map<string, Occurrence>;
}

/** Makes the search index of pages that stand in the order of their addresses. */
export async function buildIndex(pages: SearchPage[], { language, stopWords, synonyms }: SearchSettings): Promise<SearchIndex> {
  const stem = await loadStem(language);
  const wordsOf = wordCutter(language);
  const stops = new Set(stopWords);
  /** How often each term is written in which form. */
  const forms = new Map<string, Map<string, number>>();
  const termOf = (word: string): string => {
    const term = stem(word);
    let written = forms.get(term);
    if (!written) forms.set(term, (written = new Map()));
    written.set(word, (written.get(word) ?? 0) + 1);
    return term;
  };
  const termsOf = (text: string): string[] => wordsOf(text).flatMap(({ text: word }) => (stops.has(word) ? [] : [termOf(word)]));

  const stemsOf = (text: string): string[] => wordsOf(text).map(({ text: word }) => stem(word));

  const counted = pages.map((page) => countPage(page, termsOf));
  const postings = postingsOf(counted);
  const parts = new Map<string, Uint8Array>();
  const shards = shardsOf(postings);
  shards.forEach((shard, index) => parts.set(`terms-${index}`, writeShard(shard)));
  const vocabulary = vocabularyOf(counted, forms);
  [...vocabulary.values()].forEach((words, index) => parts.set(`words-${index}`, bytesOf(words.join('\n'))));
  for (let start = 0; start < pages.length; start += packSize) {
    parts.set(`pages-${start / packSize}`, bytesOf(JSON.stringify(pages.slice(start, start + packSize).map(entryOf))));
  }
  const facets = facetsOf(pages, parts);
  return {
    head: {
      version: 2,
      pages: pages.length,
      language,
      stopWords: [...stopWords],
      synonyms: Object.fromEntries(Object.entries(synonyms).map(([phrase, others]) => [stemsOf(phrase).join(' '), others.flatMap(stemsOf)])),
      shards: shards.map((shard) => shard[0]![0]),
      initials: [...vocabulary.keys()],
      packSize,
      facets,
    },
    parts,
  };
}

function countPage({ title, description, synonyms, sections }: SearchPage, termsOf: (text: string) => string[]): CountedPage {
  const page: CountedPage = { lengths: { title: 0, headings: 0, description: 0, body: 0 }, terms: new Map() };
  const count = (text: string, field: Field, section: number, share: number) => {
    for (const term of termsOf(text)) {
      let occurrence = page.terms.get(term);
      if (!occurrence) page.terms.set(term, (occurrence = { counts: { title: 0, headings: 0, description: 0, body: 0 }, sections: new Map() }));
      occurrence.counts[field]++;
      page.lengths[field]++;
      occurrence.sections.set(section, (occurrence.sections.get(section) ?? 0) + share);
    }
  };
  count(title, 'title', 0, headingShare);
  for (const text of [description, ...synonyms]) count(text, 'description', 0, 1);
  sections.forEach(({ text, prose }, section) => {
    const number = Math.min(section, lastSection);
    count(text, 'headings', number, headingShare);
    count(prose, 'body', number, 1);
  });
  return page;
}

function postingsOf(pages: CountedPage[]): Map<string, Postings> {
  const average = { title: 0, headings: 0, description: 0, body: 0 };
  for (const { lengths } of pages) for (const field of fieldNames) average[field] += lengths[field] / pages.length;
  const lists = new Map<string, { page: number; impact: number; section: number }[]>();
  pages.forEach(({ terms, lengths }, page) => {
    for (const [term, { counts, sections }] of terms) {
      let weight = 0;
      for (const field of fieldNames) {
        const { weight: fieldWeight, lengthShare } = fields[field];
        if (counts[field] > 0) weight += (fieldWeight * counts[field]) / (1 - lengthShare + (lengthShare * lengths[field]) / average[field]);
      }
      const [section] = [...sections].reduce((best, each) => (each[1] > best[1] ? each : best));
      const posting = { page, impact: Math.max(1, Math.round((255 * weight) / (weight + saturation))), section };
      const list = lists.get(term);
      if (list) list.push(posting);
      else lists.set(term, [posting]);
    }
  });
  return new Map(
    [...lists].map(([term, list]) => [
      term,
      { pages: Uint32Array.from(list, ({ page }) => page), impacts: Uint8Array.from(list, ({ impact }) => impact), sections: Uint8Array.from(list, ({ section }) => section) },
    ]),
  );
}

/** The terms in order, cut into shards of about the same size. */
function shardsOf(postings: Map<string, Postings>): [string, Postings][][] {
  const shards: [string, Postings][][] = [];
  let bytes = Infinity;
  for (const entry of [...postings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (bytes >= shardBytes) {
      shards.push([]);
      bytes = 0;
    }
    shards.at(-1)!.push(entry);
    bytes += entry[0].length + 4 + 3 * entry[1].pages.length;
  }
  return shards;
}

/**
 * Words that readers may have meant, by their first character: each term as it is mostly written. Words that stand on
 * one page only, and in no heading there, are as likely slips themselves.
 */
function vocabularyOf(pages: CountedPage[], forms: Map<string, Map<string, number>>): Map<string, string[]> {
  const seen = new Map<string, number>();
  for (const { terms } of pages) {
    for (const [term, { counts }] of terms) seen.set(term, (seen.get(term) ?? 0) + (counts.title + counts.headings > 0 ? 2 : 1));
  }
  const vocabulary = new Map<string, string[]>();
  for (const [term, times] of seen) {
    if (times < 2) continue;
    const [word] = [...forms.get(term)!].reduce((best, each) => (each[1] > best[1] ? each : best));
    const initial = initialOf(word);
    const words = vocabulary.get(initial);
    if (words) words.push(word);
    else vocabulary.set(initial, [word]);
  }
  for (const words of vocabulary.values()) words.sort();
  return new Map([...vocabulary].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entryOf({ address, title, description, sections }: SearchPage): SearchEntry {
  return { address, title, description, headings: sections.map(({ text, anchor }) => ({ text, anchor })) };
}

/** The values of each facet; each value's pages become a part of their own. */
function facetsOf(pages: SearchPage[], parts: Map<string, Uint8Array>): Record<string, string[]> {
  const numbers = new Map<string, Map<string, number[]>>();
  pages.forEach(({ facets }, page) => {
    for (const [facet, value] of Object.entries(facets)) {
      let values = numbers.get(facet);
      if (!values) numbers.set(facet, (values = new Map()));
      values.set(value, [...(values.get(value) ?? []), page]);
    }
  });
  const facets: Record<string, string[]> = {};
  for (const [facet, values] of numbers) {
    // A facet with one value narrows nothing.
    if (values.size < 2) continue;
    facets[facet] = [...values.keys()].sort();
    facets[facet].forEach((value, index) => parts.set(`facet-${facet}-${index}`, bytesOf(JSON.stringify(values.get(value)))));
  }
  return facets;
}
