import { PhraseTree } from '../../text/phrase-tree.ts';
import { phrasesSource } from '../../text/phrases.ts';
import type { Lexicon } from '../../text/lexicon/types.ts';

/** The words around labels of one language, ready to be looked up. */
export interface Cues {
  /** Words that end at a label, by the bits of `before`. */
  before: PhraseTree;
  /** Words that begin behind a label, by the bits of `behind` and the roles above them. */
  behind: PhraseTree;
  /** Roles of the nouns of an interface, then those of the weak nouns; role n has the bit `firstRole << n`. */
  roles: string[];
  nouns: number;
  weakNouns: number;
  /** White space between words: one character at least, or none where words are not set apart. */
  isSpaced: boolean;
  /** Begins behind the label, in languages that put the verb last; sticky. */
  verbAfter: RegExp | null;
  /** The whole text between two labels of one list. */
  join: RegExp;
  /** The whole label is a key or a combination of keys. */
  key: RegExp;
  /** A verb and its small words at the beginning of a plain path. */
  verbInFront: RegExp;
  /** Nouns at the end of a marked-up label: "Settings tab", "Merge icon button". */
  nounsAtEnd: RegExp;
  /** The interface of a product, behind its name. */
  screen: RegExp;
}

/** What may stand before a label, small words in between left out. */
export const before = {
  verb: 1,
  weakVerb: 2,
  /** A preposition of place. */
  place: 4,
  /** A noun of an interface, with "called" behind it or without. */
  noun: 8,
  /** "Called", whatever stands before it. */
  called: 16,
  absent: 32,
  filler: 64,
  /** A part of a screen: what it is called is a label only where the page says that it is called so. */
  section: 128,
};

/** What may stand behind a label, beside nouns. */
export const behind = {
  absent: 1,
  /** The label stands for whatever the reader picks. */
  picked: 2,
  /** The value of what the label names is told. */
  set: 4,
};
const firstRole = 8;

const compiled = new Map<string, Cues>();

export function cuesOf(lexicon: Lexicon): Cues {
  let cues = compiled.get(lexicon.language);
  if (!cues) {
    cues = compile(lexicon);
    compiled.set(lexicon.language, cues);
  }
  return cues;
}

/** Between a word and a label: white space, and what opens a bracket or a quotation. */
const opening = '[\\s("“„«\'‘:]*';
const closing = '["”»\'’)]?';

function compile({ interface: words, grammar }: Lexicon): Cues {
  const { boundary, order } = grammar;
  const gap = boundary === 'none' ? '\\s*' : '\\s+';
  const choice = (list: string[]) => phrasesSource(list, boundary);
  const fillers = `(?:${gap}${choice(words.fillers)})*`;
  const nouns = Object.entries(words.nouns);
  const weakNouns = Object.entries(words.weakNouns);
  const strongNouns = nouns.flatMap(([, list]) => list);
  const nounLists = [...nouns, ...weakNouns].map(([, list]) => list);
  return {
    // In the order of the bits.
    before: new PhraseTree([words.verbs, words.weakVerbs, words.places, strongNouns, words.called, words.absentBefore, words.fillers, words.weakNouns.section ?? []], boundary, 'backward'),
    behind: new PhraseTree([words.absentAfter, words.pickedAfter, words.setAfter, ...nounLists], boundary, 'forward'),
    roles: [...nouns, ...weakNouns].map(([role]) => role),
    nouns: ((1 << nouns.length) - 1) * firstRole,
    weakNouns: (((1 << weakNouns.length) - 1) << nouns.length) * firstRole,
    isSpaced: boundary !== 'none',
    verbAfter: order === 'verb-object' ? null : new RegExp(`${closing}${opening}(?:\\S{0,8}?${gap})?${choice(words.verbs)}`, 'iy'),
    join: new RegExp(`^["”»'’]?[\\s,;/&、，]*(?:${choice(words.joins)})?${fillers}${opening}$`, 'i'),
    key: new RegExp(`^${phrasesSource(words.keys, 'none')}(?:\\s?[+-]\\s?\\S+)*/?$`, 'i'),
    verbInFront: new RegExp(`^(?:${choice([...words.verbs, ...words.weakVerbs, ...words.places])})${fillers}\\s+`, 'i'),
    nounsAtEnd: new RegExp(`(?:${gap}${choice(nounLists.flat())}){1,2}$`, 'i'),
    screen: new RegExp(`${choice(words.screens)}`, 'gi'),
  };
}

/**
 * What stands before a label that begins at an offset: bits of `before`.
 * @param isNear small words between are not passed over
 */
export function cuesBefore(cues: Cues, text: string, offset: number, isNear: boolean): number {
  let at = offset;
  let isAfterColon = false;
  while (at > 0 && isOpening(text[at - 1]!)) {
    at--;
    if (text[at] === ':') isAfterColon = true;
  }
  const found = cuesEndingAt(cues, text, at, isNear);
  // "Three buttons: **A**" leads a list in; it does not name one.
  return isAfterColon ? found & ~before.noun : found;
}

function cuesEndingAt(cues: Cues, text: string, end: number, isNear: boolean): number {
  let found = 0;
  for (const { lists, at } of cues.before.at(text, end)) {
    found |= lists & ~(before.filler | before.section);
    if ((lists & (before.filler | before.called)) === 0) continue;
    const previous = endOfWordBefore(text, at);
    if (previous === at && cues.isSpaced) continue;
    if (lists & before.filler && !isNear) found |= cuesEndingAt(cues, text, previous, isNear);
    if (lists & before.called) for (const noun of cues.before.at(text, previous)) found |= noun.lists & (before.noun | before.section);
  }
  return found;
}

function endOfWordBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && isSpace(text[end - 1]!)) end--;
  return end;
}

/** What stands behind a label that ends at an offset: bits of `behind` and of roles. */
export function cuesBehind(cues: Cues, text: string, offset: number): number {
  let start = offset;
  if (start < text.length && '"”»\'’)'.includes(text[start]!)) start++;
  const gap = start;
  while (start < text.length && isSpace(text[start]!)) start++;
  if (start === gap && cues.isSpaced) {
    if (text[start] !== '-') return 0;
    start++;
  }
  let found = 0;
  for (const { lists } of cues.behind.at(text, start)) found |= lists;
  return found;
}

/** The first role among bits that `cuesBehind` found; empty for none. */
export function roleOf({ roles }: Cues, found: number): string {
  return found === 0 ? '' : (roles[Math.log2((found & -found) / firstRole)] ?? '');
}

function isOpening(character: string): boolean {
  return '("“„«\'‘:'.includes(character) || isSpace(character);
}

function isSpace(character: string): boolean {
  return character === ' ' || character.trim() === '';
}
