import type { AmountWords, ContactWords, Grammar, InterfaceWords, Lexicon, PageWords, TaskWords, TopicWords } from './types.ts';

/** A lexicon that is still being written: lists may be missing. */
export interface PartialLexicon extends Pick<Lexicon, 'language' | 'stopWords'> {
  grammar: Grammar;
  abbreviations?: string[];
  contact: Partial<ContactWords>;
  task: Partial<TaskWords>;
  topics?: Partial<TopicWords>;
  pages?: Partial<PageWords>;
  interface?: Partial<InterfaceWords>;
  amounts?: AmountWords;
}

const noContact: ContactWords = {
  candidates: [], verbs: [], weakVerbs: [], channels: [], complete: [], forms: [], teams: [], bareTeams: [], persons: [], us: [], ours: [], yours: [], theirs: [],
  articles: [], ownPeople: [], otherParties: [], negations: [], adverbials: [], instruments: [], alternatives: [], otherWays: [], adviceBefore: [], adviceAfter: [], details: [], musts: [], helpWords: [],
  failures: [], wishes: [], conditions: [], assisted: [], offers: [], inability: [], switches: [], limits: [], gates: [], plans: [], prices: [], onRequest: [], granted: [], teamActs: [],
  questions: [], purposeBefore: [], purposeAfter: [], needBefore: [], needAfter: [], purposeEnds: [],
};
const noTask: TaskWords = { administrative: {}, talk: [], leads: [], requests: [], causatives: [], auxiliaries: [], ends: [], joins: [], pronouns: [], contract: [], light: [], synonyms: {} };
const noTopics: TopicWords = { limit: [], billing: [], data: [], account: [], sales: [] };
const noPages: PageWords = { contact: [], apart: [], productNouns: [], siteWords: [], kinds: [], renamed: [] };
const noInterface: InterfaceWords = {
  verbs: [], weakVerbs: [], fillers: [], places: [], nouns: {}, weakNouns: {}, joins: [], called: [], absentBefore: [], absentAfter: [], pickedAfter: [], setAfter: [], keys: [], screens: [],
};

/** The lexicon with an empty list for each that is missing: what a language does not tell yet is not found in it. */
export function defineLexicon(lexicon: PartialLexicon): Lexicon {
  return {
    language: lexicon.language,
    grammar: lexicon.grammar,
    stopWords: lexicon.stopWords,
    abbreviations: lexicon.abbreviations ?? [],
    contact: { ...noContact, ...lexicon.contact },
    task: { ...noTask, ...lexicon.task },
    topics: { ...noTopics, ...lexicon.topics },
    pages: { ...noPages, ...lexicon.pages },
    interface: { ...noInterface, ...lexicon.interface },
    amounts: lexicon.amounts ?? { most: [], allowed: [], per: [] },
  };
}
