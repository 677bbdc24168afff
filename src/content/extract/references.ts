import { lexiconOf } from '../../text/lexicon/index.ts';
import { vendorsIn } from '../../text/vendors.ts';
import type { Range } from '../types.ts';
import { sourceRange, type Block } from './blocks.ts';
import { before, behind, cuesBefore, cuesBehind, cuesOf, roleOf, type Cues } from './label-cues.ts';
import { marksOf, mayHoldPath, plainPhrases, type Mark, type Markup } from './label-marks.ts';

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

/**
 * Names of interface parts on a page: in bold, quotation marks, code, italics, links and menu paths.
 * @param all whether to look for others than those of menu paths
 */
export function extractReferences(blocks: Block[], language: string, all = true): Reference[] {
  const lexicon = lexiconOf(language);
  if (!lexicon || lexicon.interface.verbs.length === 0) return [];
  const cues = cuesOf(lexicon);
  const references: Reference[] = [];
  let paths = 0;
  for (const block of blocks) {
    if (!all && !mayHoldPath.test(block.text)) continue;
    const marks = marksOf(block);
    const phrases = !all ? [] : plainPhrases(block).filter(({ start, end }) => !marks.some((mark) => mark.outer.start < end && start < mark.outer.end));
    if (marks.length + phrases.length === 0) continue;
    let others: string[] | null = null;
    for (const chain of [...chainsOf(block.text, marks, cues), ...phrases.map((phrase) => [phrase])]) {
      if (!all && chain.every(({ arrow }) => arrow === '')) continue;
      const found = readChain(block, chain, cues, paths);
      if (found.some(({ cue }) => cue !== 'none')) {
        others ??= othersIn(block.text, marks, cues);
        const elsewhere = elsewhereOf(block, chain[0]!, others);
        for (const reference of found) reference.elsewhere = elsewhere;
      }
      for (const reference of found) {
        if (all || reference.path >= 0) references.push(reference);
        paths = Math.max(paths, reference.path + 1);
      }
    }
  }
  return references;
}

/** Marks that are joined by arrows, commas and conjunctions; what is said of one is said of all. */
function chainsOf(text: string, marks: Mark[], cues: Cues): Mark[][] {
  const chains: Mark[][] = [];
  let previous: Mark | null = null;
  for (const mark of marks) {
    if (previous && (mark.arrow !== '' || cues.join.test(text.slice(previous.outer.end, mark.outer.start)))) chains.at(-1)!.push(mark);
    else chains.push([mark]);
    previous = mark;
  }
  return chains;
}

/** References of one chain; `paths` is the number of menu paths before it on the page. */
function readChain(block: Block, chain: Mark[], cues: Cues, paths: number): Reference[] {
  const { text } = block;
  const front = chain[0]!.markup === 'plain' ? withoutVerb(chain[0]!, cues) : null;
  const first = front ?? chain[0]!;
  const marks = front ? [front, ...chain.slice(1)] : chain;
  const last = marks.at(-1)!;
  const isPath = chain.some(({ arrow }) => arrow !== '');
  const start = first.outer.start;
  const end = last.outer.end;
  // A verb before "the" and capitals that nothing sets off has an object: "open the Welcome Series".
  const found = hasWordBefore(text, start) ? cuesBefore(cues, text, start, first.markup === 'plain' && !isPath) : 0;
  const foundBehind = marks.map((mark) => cuesBehind(cues, text, mark.outer.end));
  const roles = marks.map((mark, index) => (hasWordBehind(text, mark.outer.end) ? roleOf(cues, foundBehind[index]! & cues.nouns) : ''));
  const noun = (found & before.noun) !== 0 || roles.some((role) => role !== '');
  // Most marks are code and links, and most of those end here.
  const least = isPath ? strength.none : Math.min(...marks.map(leastStrength));
  if (!noun && least >= strength.noun) return [];
  const after = hasWordBehind(text, end) ? foundBehind.at(-1)! : 0;
  const isTold = first.markup === 'ui';
  const verb = isTold || front !== null || (found & before.verb) !== 0 || (cues.verbAfter !== null && hasWordBehind(text, end) && at(cues.verbAfter, text, end));
  if (!noun && !verb && least >= strength.verb) return [];
  if (first.markup !== 'plain' && !isTold && marks.some((mark) => cues.key.test(mark.text) && !(isPath && isMenuWord(mark)))) return [];
  const isGiven = (found & (before.noun | before.section | before.called)) === before.called;
  if ((isGiven && !isTold) || found & before.absent || after & behind.absent) return [];

  const role = roles.at(-1)!;
  const inPlace = (found & before.place) !== 0;
  const weakRole = role === '' ? roleOf(cues, after & cues.weakNouns) : '';
  const weak = (found & (before.weakVerb | before.section)) !== 0 || (after & behind.set) !== 0 || (inPlace && (weakRole !== '' || cues.nounsAtEnd.test(last.text)));

  const references: Reference[] = [];
  let path = paths - 1;
  marks.forEach((mark, index) => {
    const step = mark.arrow !== '' || (marks[index + 1]?.arrow ?? '') !== '';
    if (step && mark.arrow === '') path++;
    // An arrow without a verb or place is a cascade, a conversion or a flow of data as often as a menu.
    if (step && !verb && !noun && !weak && !inPlace && !(mark.markup === 'bold' && hasOnly(marks, '>'))) return;
    const told: Cue = step ? 'path' : verb ? 'verb' : noun ? 'noun' : weak ? 'weak' : 'none';
    const cue = told !== 'none' && told !== 'noun' && role === '' && (isProse(mark) || foundBehind[index]! & behind.picked) ? 'weak' : told;
    if (!step && strength[cue] < leastStrength(mark)) return;
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
      elsewhere: nowhere,
    });
  });
  return references;
}

const nowhere: string[] = [];

function at(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
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

/** "Go to Settings" at the head of a plain path is a verb and a label; null where there is no verb. */
function withoutVerb(mark: Mark, cues: Cues): Mark | null {
  const verb = cues.verbInFront.exec(mark.text)?.[0];
  if (verb === undefined) return null;
  const start = mark.start + verb.length;
  return { ...mark, start, text: mark.text.slice(verb.length), outer: { start, end: mark.outer.end } };
}

/** "Home" and "Options" are keys and menus; beside an arrow they are menus. */
function isMenuWord({ text }: Mark): boolean {
  return !/[+⌘⌥⇧]/.test(text);
}

function isExternal(address: string): boolean {
  return address.startsWith('https:') || address.startsWith('http:');
}

function hasOnly(marks: Mark[], arrow: Mark['arrow']): boolean {
  return marks.every((mark, index) => index === 0 || mark.arrow === arrow || mark.arrow === '');
}

/** Emphasis in lower case is a part of the sentence more often than a label, and italics are whatever the case. */
function isProse({ text, markup }: Mark): boolean {
  return markup === 'italic' || (markup !== 'quote' && markup !== 'code' && /^\p{Ll}/u.test(text));
}

const strength: Record<Cue, number> = { none: 0, weak: 1, verb: 2, noun: 3, path: 4 };

const lowerCaseWord = /^[\p{Ll}\d-]+$/u;

/**
 * Strength of the weakest cue that makes a mark a label outside of menu paths. A word of code in small letters is a
 * name in code, whatever stands beside it; a link that leads to another page of the docs names that page.
 */
function leastStrength({ markup, target, text }: Mark): number {
  if (markup === 'code') return lowerCaseWord.test(text) ? strength.path : strength.verb;
  if (markup === 'plain') return strength.verb;
  if (markup === 'italic') return strength.weak;
  if (target !== '' && !isExternal(target)) return strength.noun;
  return markup === 'link' ? strength.verb : strength.none;
}

function readingsOf(text: string, mark: Mark, cues: Cues): string[] {
  const readings: string[] = [];
  const noun = cues.nounsAtEnd.exec(mark.text);
  if (noun && noun.index > 0) readings.push(mark.text.slice(0, noun.index));
  const behind = /^(?:\s\p{Lu}[\p{L}\p{N}]*){1,2}/u.exec(text.slice(mark.outer.end, mark.outer.end + 40))?.[0];
  if (behind) readings.push(mark.text + behind.slice(0, behind.indexOf(' ', 1) > 0 ? behind.indexOf(' ', 1) : undefined));
  if (mark.markup === 'plain' && mark.arrow !== '') readings.push(...longerSteps(text, mark));
  return readings;
}

/** Words that a step of a path in plain text may have behind what looks like it. */
const mostWordsBehind = 2;
const wordBehind = /^\s[\p{L}\p{N}-]+/u;

/** Nothing tells where the last step of a path in plain text ends: "Settings > Team" may go on as "Team members". */
function longerSteps(text: string, { text: step, outer }: Mark): string[] {
  const steps: string[] = [];
  for (let end = outer.end, longer = step; steps.length < mostWordsBehind; steps.push(longer)) {
    const word = wordBehind.exec(text.slice(end, end + 30))?.[0];
    if (word === undefined) break;
    longer += word;
    end += word.length;
  }
  return steps;
}

const nameBefore = /(?<=(?<![\p{L}\p{N}.])(\p{Lu}[\p{L}\p{N}&-]*(?: \p{Lu}[\p{L}\p{N}&-]*){0,3}(?:['’]s)?)\s)/uy;

/** Other products that a text names, and the products whose interface it names. */
function othersIn(text: string, marks: Mark[], cues: Cues): string[] {
  const found = new Set(vendorsIn(text));
  for (const screen of text.matchAll(cues.screen)) {
    // "**Control panel**" is a label; "the Acme **console**" is a place.
    if (marks.some(({ start, end }) => start < screen.index && screen.index < end)) continue;
    nameBefore.lastIndex = screen.index;
    const name = nameBefore.exec(text)?.[1];
    if (name) found.add(name.replace(/['’]s$/, ''));
  }
  return [...found];
}

/** The other products of a block, and the hosts of links before a label. */
function elsewhereOf({ spans }: Block, label: Mark, others: string[]): string[] {
  const hosts: string[] = [];
  for (const { kind, target, start } of spans) {
    if (kind === 'link' && start <= label.outer.start && target?.startsWith('http') && URL.canParse(target)) hosts.push(new URL(target).hostname);
  }
  return hosts.length === 0 ? others : [...new Set([...others, ...hosts])];
}
