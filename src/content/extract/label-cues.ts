import { phrasesSource } from '../../text/phrases.ts';
import type { InterfaceWords, Lexicon } from '../../text/lexicon/types.ts';

/** The words around labels of one language, compiled. Each pattern is sticky and is tried at one offset only. */
export interface Cues {
  /** Ends at the label: an interface verb, and words that may stand between. */
  verbBefore: RegExp;
  weakVerbBefore: RegExp;
  /** Ends at the label: a preposition of place. */
  placeBefore: RegExp;
  /** Begins behind the label: a noun; its role is the group that matched. */
  nounAfter: RegExp;
  weakNounAfter: RegExp;
  /** Ends at the label: a noun, with "called" or without. */
  nounBefore: RegExp;
  /** Ends at the label: "called", whatever stands before it. */
  calledBefore: RegExp;
  absentBefore: RegExp;
  absentAfter: RegExp;
  /** Begins behind a name that stands for whatever the reader picks. */
  pickedAfter: RegExp;
  /** Begins behind the label, in languages that put the verb last. */
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
  const before = (list: string[]) => new RegExp(`(?<=${choice(list)}${fillers}${opening})`, 'iy');
  const after = (source: string) => new RegExp(`${closing}${boundary === 'none' ? '\\s*' : '(?:\\s+|-)'}${source}`, 'iy');
  const strongNouns = Object.values(words.nouns).flat();
  return {
    verbBefore: before(words.verbs),
    weakVerbBefore: before(words.weakVerbs),
    placeBefore: before(words.places),
    nounAfter: after(roles(words.nouns, boundary)),
    weakNounAfter: after(roles(words.weakNouns, boundary)),
    nounBefore: new RegExp(`(?<=${choice(strongNouns)}(?:${gap}${choice(words.called)})?${fillers}[\\s("“„«\'‘]*)`, 'iy'),
    calledBefore: before(words.called),
    absentBefore: before(words.absentBefore),
    absentAfter: after(choice(words.absentAfter)),
    pickedAfter: after(choice(words.pickedAfter)),
    verbAfter: order === 'verb-object' ? null : new RegExp(`${closing}${opening}(?:\\S{0,8}?${gap})?${choice(words.verbs)}`, 'iy'),
    join: new RegExp(`^["”»'’]?[\\s,;/&、，]*(?:${choice(words.joins)})?${fillers}${opening}$`, 'i'),
    key: new RegExp(`^${phrasesSource(words.keys, 'none')}(?:\\s?[+-]\\s?\\S+)*$`, 'i'),
    verbInFront: new RegExp(`^(?:${choice([...words.verbs, ...words.weakVerbs, ...words.places])})${fillers}\\s+`, 'i'),
    nounsAtEnd: new RegExp(`(?:${gap}${choice([...strongNouns, ...Object.values(words.weakNouns).flat()])}){1,2}$`, 'i'),
    screen: new RegExp(`${choice(words.screens)}`, 'gi'),
  };
}

/** A choice of nouns with a named group for each role. */
function roles(nouns: InterfaceWords['nouns'], boundary: Lexicon['grammar']['boundary']): string {
  const groups = Object.entries(nouns).map(([role, list]) => `(?<${role}>${phrasesSource(list, boundary)})`);
  return groups.length === 0 ? '(?!)' : `(?:${groups.join('|')})`;
}

/** Whether a sticky pattern matches at an offset. */
export function at(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** Role of the noun that a sticky pattern of `roles` finds at an offset; empty where there is none. */
export function roleAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  const groups = pattern.exec(text)?.groups;
  if (!groups) return '';
  return Object.keys(groups).find((role) => groups[role] !== undefined) ?? '';
}
