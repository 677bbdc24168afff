import { lexiconOf } from '../../text/lexicon/index.ts';
import { vendorsIn } from '../../text/vendors.ts';
import type { Range } from '../types.ts';
import { sourceRange, type Block } from './blocks.ts';
import { at, cuesOf, roleAt, type Cues } from './label-cues.ts';
import { marksOf, type Mark, type Markup } from './label-marks.ts';

/**
 * What makes a piece of text the name of a control. `verb`: an interface verb before it; `noun`: a noun of an interface
 * beside it; `path`: it is a step of a menu path; `weak`: a word beside it that is said of much else too; `none`: it is
 * only set off from the text. A label of a list has the cue of the list.
 */
export type Cue = 'verb' | 'noun' | 'path' | 'weak' | 'none';

/** A label of an interface, as a page names it. */
export interface Reference {
  /** Without quotation marks, icon and punctuation. */
  text: string;
  /** Other ways to read it, the likelier first: without the noun that it ends in, with the words behind it. */
  readings: string[];
  range: Range;
  markup: Markup;
  cue: Cue;
  /** What kind of control the words beside it say it is (`button`, `tab`); empty where they do not. */
  role: string;
  /** Identity of the menu path that it is a step of, from 0 on the page; -1 outside paths. */
  path: number;
  /** Index of the heading whose section it stands in; -1 before the first. */
  section: number;
  /** Whether it stands in the heading itself. */
  inHeading: boolean;
  /** Address of the link that it is; empty for none. */
  target: string;
  /** Hosts of links before it, other products and the interfaces of named products in the same block. */
  elsewhere: string[];
}

/** Names of interface parts on a page: in bold, quotation marks, code, italics, links and menu paths. */
export function extractReferences(blocks: Block[], language: string): Reference[] {
  const lexicon = lexiconOf(language);
  if (!lexicon || lexicon.interface.verbs.length === 0) return [];
  const cues = cuesOf(lexicon);
  const references: Reference[] = [];
  let paths = 0;
  for (const block of blocks) {
    const marks = marksOf(block);
    if (marks.length === 0) continue;
    for (const chain of chainsOf(block.text, marks, cues)) {
      const found = readChain(block, chain, marks, cues, paths);
      references.push(...found);
      if (found.some(({ path }) => path >= 0)) paths = Math.max(paths, ...found.map(({ path }) => path + 1));
    }
  }
  return references;
}

/** Marks that are joined by arrows, commas and conjunctions; what is said of one is said of all. */
function chainsOf(text: string, marks: Mark[], cues: Cues): Mark[][] {
  const chains: Mark[][] = [];
  marks.forEach((mark, index) => {
    const previous = marks[index - 1];
    if (previous && (mark.arrow !== '' || cues.join.test(text.slice(previous.outer.end, mark.outer.start)))) chains.at(-1)!.push(mark);
    else chains.push([mark]);
  });
  return chains;
}

function readChain(block: Block, chain: Mark[], allMarks: Mark[], cues: Cues, firstPath: number): Reference[] {
  const { text } = block;
  const first = strippedFront(chain[0]!, cues);
  const marks = [first, ...chain.slice(1)];
  const last = marks.at(-1)!;
  if (marks.some((mark) => cues.key.test(mark.text) && !isMenuWord(mark, chain)) && first.markup !== 'plain') return [];
  const start = first.outer.start;
  const end = last.outer.end;
  const before = hasWordBefore(text, start) ? (pattern: RegExp) => at(pattern, text, start) : nothing;
  const after = hasWordBehind(text, end) ? (pattern: RegExp) => at(pattern, text, end) : nothing;
  const nounBefore = before(cues.nounBefore);
  if ((!nounBefore && before(cues.calledBefore)) || before(cues.absentBefore) || after(cues.absentAfter)) return [];

  const verb = first.verb || before(cues.verbBefore) || (cues.verbAfter !== null && after(cues.verbAfter));
  const roles = marks.map((mark) => (hasWordBehind(text, mark.outer.end) ? roleAt(cues.nounAfter, text, mark.outer.end) : ''));
  const role = roles.at(-1)!;
  const strong = verb || nounBefore || roles.some((found) => found !== '');
  const inPlace = before(cues.placeBefore);
  const weakRole = role === '' && after(cues.weakNounAfter) ? roleAt(cues.weakNounAfter, text, end) : '';
  const weak = before(cues.weakVerbBefore) || (inPlace && (weakRole !== '' || cues.nounsAtEnd.test(last.text)));

  const references: Reference[] = [];
  let path = firstPath - 1;
  marks.forEach((mark, index) => {
    const step = mark.arrow !== '' || (marks[index + 1]?.arrow ?? '') !== '';
    if (step && mark.arrow === '') path++;
    // An arrow without a verb or place is a cascade, a conversion or a flow of data as often as a menu.
    if (step && !strong && !weak && !inPlace && !(mark.markup === 'bold' && hasOnly(marks, '>'))) return;
    const told: Cue = step ? 'path' : verb ? 'verb' : strong ? 'noun' : weak ? 'weak' : 'none';
    const cue = told !== 'none' && told !== 'noun' && role === '' && (isProse(mark) || at(cues.pickedAfter, text, mark.outer.end)) ? 'weak' : told;
    if (!step && !canBe(mark, cue)) return;
    references.push({
      text: mark.text,
      readings: readingsOf(text, mark, cues),
      range: sourceRange(block, mark),
      markup: mark.markup,
      cue,
      role: roles[index]! || role || weakRole,
      path: step ? path : -1,
      section: block.section,
      inHeading: block.kind === 'heading',
      target: mark.target,
      elsewhere: [],
    });
  });
  if (references.some(({ cue }) => cue !== 'none')) {
    const elsewhere = elsewhereOf(block, start, allMarks, cues);
    if (elsewhere.length > 0) for (const reference of references) reference.elsewhere = elsewhere;
  }
  return references;
}

function nothing(): boolean {
  return false;
}

/** Whether something that may be a word stands before an offset; most marks begin their block or sentence. */
function hasWordBefore(text: string, offset: number): boolean {
  let index = offset - 1;
  while (index >= 0 && ' ("“„«'.includes(text[index]!)) index--;
  return index >= 0 && !'.!?;)'.includes(text[index]!);
}

/** Whether a word may stand behind an offset; most marks are followed by a full stop, a comma or a colon. */
function hasWordBehind(text: string, offset: number): boolean {
  return offset < text.length && !'.,:;!?)'.includes(text[offset]!);
}

/** "Go to Settings" at the head of a plain path is a verb and a label. */
function strippedFront(mark: Mark, cues: Cues): Mark & { verb: boolean } {
  const verb = mark.markup === 'plain' ? cues.verbInFront.exec(mark.text) : null;
  if (!verb) return { ...mark, verb: false };
  const start = mark.start + verb[0].length;
  return { ...mark, start, text: mark.text.slice(verb[0].length), outer: { start, end: mark.outer.end }, verb: true };
}

/** "Home" and "Options" are keys and menus; beside an arrow they are menus. */
function isMenuWord(mark: Mark, chain: Mark[]): boolean {
  return chain.length > 1 && chain.some(({ arrow }) => arrow !== '') && !/[+⌘⌥⇧]/.test(mark.text);
}

function hasOnly(marks: Mark[], arrow: Mark['arrow']): boolean {
  return marks.every((mark, index) => index === 0 || mark.arrow === arrow || mark.arrow === '');
}

/** Emphasis in lower case is a part of the sentence more often than a label, and italics are whatever the case. */
function isProse({ text, markup }: Mark): boolean {
  return markup === 'italic' || (markup !== 'quote' && markup !== 'code' && /^\p{Ll}/u.test(text));
}

const lowerCaseWord = /^[\p{Ll}\d-]+$/u;

/** Code names controls only in the words of a screen; a link that leads to another page of the docs names that page. */
function canBe(mark: Mark, cue: Cue): boolean {
  if (mark.markup === 'code') return cue === 'noun' || (cue === 'verb' && !lowerCaseWord.test(mark.text));
  if (mark.markup === 'italic') return cue !== 'none';
  if (mark.target !== '' && !/^https?:/.test(mark.target)) return cue === 'noun';
  if (mark.markup === 'link') return cue === 'verb' || cue === 'noun';
  return true;
}

function readingsOf(text: string, mark: Mark, cues: Cues): string[] {
  const readings: string[] = [];
  const noun = cues.nounsAtEnd.exec(mark.text);
  if (noun && noun.index > 0) readings.push(mark.text.slice(0, noun.index));
  const behind = /^(?:\s\p{Lu}[\p{L}\p{N}]*){1,2}/u.exec(text.slice(mark.outer.end, mark.outer.end + 40))?.[0];
  if (behind) readings.push(mark.text + behind.slice(0, behind.indexOf(' ', 1) > 0 ? behind.indexOf(' ', 1) : undefined));
  return readings;
}

const nameBefore = /(?<=(?<![\p{L}\p{N}.])(\p{Lu}[\p{L}\p{N}&-]*(?: \p{Lu}[\p{L}\p{N}&-]*){0,3}(?:['’]s)?)\s)/uy;

function elsewhereOf({ text, spans }: Block, start: number, marks: Mark[], cues: Cues): string[] {
  const found = new Set(vendorsIn(text));
  for (const { kind, target, start: from } of spans) {
    if (kind === 'link' && from <= start && target?.startsWith('http') && URL.canParse(target)) found.add(new URL(target).hostname);
  }
  for (const screen of text.matchAll(cues.screen)) {
    // "**Control panel**" is a label; "the Acme **console**" is a place.
    if (marks.some(({ start: from, end }) => from < screen.index && screen.index < end)) continue;
    nameBefore.lastIndex = screen.index;
    const name = nameBefore.exec(text)?.[1];
    if (name) found.add(name.replace(/['’]s$/, ''));
  }
  return [...found];
}
