import type { Page, Range } from '../../content/types.ts';
import { compiledLexicon, type CompiledLexicon } from '../../text/lexicon/compile.ts';
import { wordsOf } from '../../text/words.ts';
import { changesContract, mayChangeContract } from './contract.ts';
import { isSameComponent } from './join.ts';
import type { TaskComponent } from './types.ts';
import { readWording } from './wording.ts';

/** A title, or a heading: a short text that may tell a task. */
export interface HeadingPlace {
  page: Page;
  text: string;
  range: Range;
  /** Index of the heading on its page; -1 for the title. */
  section: number;
  /** Whether steps follow: in the section, or anywhere on the page for its title. */
  steps: boolean;
}

/** Finds the headings of a tree that tell a task. */
export type HeadingFinder = (components: readonly TaskComponent[]) => HeadingPlace[];

/** Letters of a word by which headings are looked up: stems of all languages agree in them with the word. */
const keyLength = 4;

/** Headings of a tree by the task they tell; each is read when it is first asked for. */
export function createHeadingFinder(pages: readonly Page[]): HeadingFinder {
  let index: HeadingIndex | undefined;
  const read = new Map<HeadingPlace, TaskComponent[]>();
  const wordingOf = (place: HeadingPlace): TaskComponent[] => {
    let wording = read.get(place);
    if (!wording) read.set(place, (wording = readWording(place.text, place.page.facts.language)));
    return wording;
  };
  return (components) => {
    index ??= buildIndex(pages);
    const candidates = new Set(components.flatMap((component) => candidatesFor(component, index!)));
    return [...candidates].filter((place) => wordingOf(place).some((own) => components.some((component) => isSameComponent(component, own) || changesContract(component, own, place.page.facts.language))));
  };
}

/** Titles and headings of a page. */
export function headingsOf(page: Page): HeadingPlace[] {
  const { title, titleRange, headings, steps } = page.facts;
  const withSteps = new Set(steps.map(({ section }) => section));
  const own = headings.map(({ text, range }, section): HeadingPlace => ({ page, text, range, section, steps: withSteps.has(section) }));
  return [{ page, text: title, range: titleRange, section: -1, steps: steps.length > 0 }, ...own.filter(({ text }) => text !== title)];
}

interface HeadingIndex {
  byWord: Map<string, HeadingPlace[]>;
  /** Headings in scripts without spaces, which have no words to be looked up by. */
  unspaced: HeadingPlace[];
  /** Titles that name what a customer pays for. */
  contract: HeadingPlace[];
}

function buildIndex(pages: readonly Page[]): HeadingIndex {
  const index: HeadingIndex = { byWord: new Map(), unspaced: [], contract: [] };
  for (const page of pages) {
    const words = compiledLexicon(page.facts.language);
    if (words) for (const heading of headingsOf(page)) add(heading, words, index);
  }
  return index;
}

function add(heading: HeadingPlace, { grammar, lexicon, synonyms, stopWords }: CompiledLexicon, { byWord, unspaced, contract }: HeadingIndex): void {
  if (grammar.boundary === 'none') unspaced.push(heading);
  const keys = wordsOf(heading.text.toLowerCase()).filter((word) => !stopWords.has(word)).map((word) => (synonyms.get(word) ?? word).slice(0, keyLength));
  if (heading.section < 0 && lexicon.task.contract.some((word) => keys.includes(word.slice(0, keyLength)))) contract.push(heading);
  for (const key of new Set(keys)) {
    const places = byWord.get(key);
    if (places) places.push(heading);
    else byWord.set(key, [heading]);
  }
}

/** Headings that hold the rarest word of the object. */
function candidatesFor(component: TaskComponent, { byWord, unspaced, contract }: HeadingIndex): HeadingPlace[] {
  const lists = component.objects.map((stem) => byWord.get(stem.slice(0, keyLength)) ?? []).sort((a, b) => a.length - b.length);
  return [...(lists[0] ?? []), ...unspaced, ...(mayChangeContract(component) ? contract : [])];
}
