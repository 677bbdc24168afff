import { wordsOf } from '../../content/extract/words.ts';
import type { Page } from '../../content/types.ts';
import { stem } from '../../text/stems.ts';

/** A word of a title, heading or address. */
export interface Term {
  /** As in `Page.words`. */
  hash: number;
  /** As written, in lower case. */
  text: string;
  /** Of its plural, or of its singular where it is one by its ending. */
  otherNumber: number;
  /** What its forms have in common. */
  stem: string;
}

/** What the comparison of pages needs to know of one page. */
export interface Profile {
  page: Page;
  title: Term[];
  /** Words of the file's name, or of its folder's where the file is the folder's index. */
  slug: Term[];
  /** Words of the folders around it. */
  folders: Term[];
  /** Folders around the page, outermost first, and the slug as one name; the folder of an index page is its slug. */
  trail: string[];
  /** Whether the page stands for its folder. */
  isIndex: boolean;
  /** The topic that its frontmatter names, in lower case; empty where it names none. */
  topic: string;
  /** Stems of each heading, joined: equal for headings that say the same. */
  headings: string[];
}

const indexNames = new Set(['index', 'readme', '_index', 'overview', 'introduction']);

/** What the comparison of pages needs to know of each. */
export function profilesOf(pages: Page[]): Profile[] {
  const readerOf = remembered(readerFor);
  const profiles = pages.map((page) => profileOf(page, readerOf(page.facts.language)));
  return namesCategories(profiles) ? profiles.map((profile) => ({ ...profile, topic: '' })) : profiles;
}

/** More pages of one topic than anybody would write: then `topic:` is a category of the site's own. */
const pagesPerTopic = 6;

function namesCategories(profiles: Profile[]): boolean {
  const counts = new Map<string, number>();
  for (const { topic } of profiles) if (topic !== '') counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return Math.max(0, ...counts.values()) > pagesPerTopic;
}

function profileOf(page: Page, { terms, stems }: Reader): Profile {
  // The numbers that order files and folders ("02-install.md") are no words of their names.
  const segments = page.path.replace(/\.\w+$/, '').split('/').map((name) => name.replace(/^\d{1,3}[-_.](?=\D)/, ''));
  const name = segments.pop() ?? '';
  const isIndex = segments.length > 0 && indexNames.has(name.toLowerCase());
  const slug = isIndex ? segments.pop()! : name;
  return {
    page,
    title: terms(page.facts.title.replace(/&#?\w+;/g, ' ')),
    slug: terms(slug),
    folders: segments.flatMap(terms),
    trail: [...segments, slug],
    isIndex,
    topic: page.facts.frontmatter.topic?.trim().toLowerCase() ?? '',
    headings: page.facts.headings.map(({ text }) => stems(text)),
  };
}

/** Reads short texts of one language. */
interface Reader {
  terms(text: string): Term[];
  /** Stems of the words, joined. */
  stems(text: string): string;
}

function readerFor(language: string): Reader {
  const stemOf = remembered((word) => stem(word, language));
  return {
    terms: remembered((text) => wordsOf(text).map((word) => ({ ...word, otherNumber: otherNumberOf(word.text), stem: stemOf(word.text) }))),
    stems: remembered((text) => wordsOf(text).map((word) => stemOf(word.text)).join(' ')),
  };
}

/** Remembers what a function gives for a text: a tree says most words, headings and names of folders many times. */
function remembered<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = compute(text)));
    return value;
  };
}

function otherNumberOf(word: string): number {
  const [other] = wordsOf(word.endsWith('s') ? word.slice(0, -1) : `${word}s`);
  return other?.hash ?? 0;
}

/** How often a word stands on a page, in the singular or plural. */
export function countOf({ page: { words } }: Profile, { hash, otherNumber }: Term): number {
  let count = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === hash || word === otherNumber) count++;
  }
  return count;
}
