import { Phrases } from '../phrases.ts';
import { lexiconOf } from './index.ts';
import type { ContactWords, Grammar, Lexicon, PageWords, TaskWords, TopicWords } from './types.ts';

type Compiled<Words> = { [Key in keyof Words as Words[Key] extends string[] ? Key : never]: Phrases };

/** A lexicon with its phrases ready to be matched. */
export interface CompiledLexicon {
  lexicon: Lexicon;
  grammar: Grammar;
  stopWords: Set<string>;
  abbreviations: Set<string>;
  /** Whether a block may hold a mention at all. */
  isCandidate: (text: string) => boolean;
  contact: Compiled<Omit<ContactWords, 'candidates'>>;
  task: Compiled<TaskWords>;
  topics: Compiled<TopicWords>;
  /** The word that stands for others that mean the same. */
  synonyms: ReadonlyMap<string, string>;
  /** Forms of all administrative verbs, and of each. */
  administrative: Phrases;
  verbs: { verb: string; forms: Phrases }[];
  pages: Compiled<PageWords>;
}

const compiled = new Map<string, CompiledLexicon | null>();

/** The compiled lexicon of a language; null for a language that has none. */
export function compiledLexicon(language: string): CompiledLexicon | null {
  let entry = compiled.get(language);
  if (entry === undefined) {
    const lexicon = lexiconOf(language);
    entry = lexicon ? compile(lexicon) : null;
    compiled.set(language, entry);
  }
  return entry;
}

function compile(lexicon: Lexicon): CompiledLexicon {
  const { grammar, contact, task, topics, pages } = lexicon;
  const { candidates, ...phrases } = contact;
  const { boundary } = grammar;
  return {
    lexicon,
    grammar,
    stopWords: new Set(lexicon.stopWords),
    abbreviations: new Set(lexicon.abbreviations),
    isCandidate: candidateTest(candidates),
    contact: compileLists(phrases, boundary),
    task: compileLists(task, boundary),
    topics: compileLists(topics, boundary),
    synonyms: new Map(Object.entries(task.synonyms)),
    administrative: new Phrases(Object.values(task.administrative).flat(), boundary),
    verbs: Object.entries(task.administrative).map(([verb, forms]) => ({ verb, forms: new Phrases(forms, boundary) })),
    pages: compileLists(pages, boundary),
  };
}

/**
 * First letters are left out instead of ignoring letter case: one fixed text after another is what engines search fast.
 * Short texts are searched apart, since among the others they would keep engines from looking ahead.
 */
function candidateTest(candidates: string[]): (text: string) => boolean {
  const short = candidates.filter(({ length }) => length <= 3);
  const long = candidates.filter(({ length }) => length > 3).map((candidate) => candidate.replace(/^\p{L}/u, ''));
  const expression = new RegExp(long.join('|') || '(?!)');
  return (text) => expression.test(text) || short.some((candidate) => text.includes(candidate));
}

function compileLists<Words extends object>(words: Words, boundary: Grammar['boundary']): Compiled<Words> {
  const lists = Object.entries(words).filter((entry): entry is [string, string[]] => Array.isArray(entry[1]));
  return Object.fromEntries(lists.map(([key, list]) => [key, new Phrases(list, boundary)])) as Compiled<Words>;
}
