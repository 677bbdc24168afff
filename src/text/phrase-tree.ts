import type { Grammar } from './lexicon/types.ts';
import { letter } from './phrases.ts';

/** A phrase that begins, or ends, at an offset. */
export interface PhraseMatch {
  /** Bit n is set where list n has the phrase. */
  lists: number;
  /** Offset of the other end of the phrase. */
  at: number;
}

interface Node {
  next: Map<number, Node>;
  /** Lists that have the phrase that is read so far. */
  lists: number;
  /** Lists that have it with any ending. */
  open: number;
}

/**
 * Lists of phrases as one tree of characters (a trie), read from one offset on in one direction. Many lists are looked
 * up in one walk, which ends at the first character that no phrase has there: expressions of the same phrases cost
 * several times as much, and most when they look behind.
 */
export class PhraseTree {
  private readonly root = createNode();
  private readonly isBounded: boolean;
  private readonly step: 1 | -1;

  /** @param lists at most 31, in the syntax of phrases without `…` and `#`; `*` only at the end, and read forward */
  constructor(lists: string[][], boundary: Grammar['boundary'], direction: 'forward' | 'backward') {
    this.isBounded = boundary === 'letter';
    this.step = direction === 'forward' ? 1 : -1;
    lists.forEach((list, index) => {
      for (const phrase of list) for (const text of variantsOf(phrase)) this.add(text, 1 << index);
    });
  }

  private add(text: string, list: number): void {
    const isOpen = this.step > 0 && text.endsWith('*');
    const characters = isOpen ? text.slice(0, -1) : text;
    if (/[…#*]/.test(characters)) throw new Error(`The phrase "${text}" has a gap, a number or an ending that this list cannot have.`);
    let node = this.root;
    for (let index = 0; index < characters.length; index++) {
      const code = codeAt(characters, this.step > 0 ? index : characters.length - 1 - index);
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = createNode()));
      node = next;
    }
    if (isOpen) node.open |= list;
    else node.lists |= list;
  }

  /** Phrases that begin at the offset; of a tree that reads backward, those that end there. */
  at(text: string, offset: number): PhraseMatch[] {
    const { step, isBounded } = this;
    if (isBounded && isLetter(text, step > 0 ? offset - 1 : offset)) return none;
    let matches: PhraseMatch[] = none;
    let node = this.root;
    let index = step > 0 ? offset : offset - 1;
    while (index >= 0 && index < text.length) {
      const code = codeAt(text, index);
      const next = node.next.get(code);
      if (!next) break;
      node = next;
      index += step;
      if (code === space) while (codeAt(text, index) === space) index += step;
      const lists = isBounded && isLetter(text, index) ? node.open : node.lists | node.open;
      if (lists === 0) continue;
      if (matches === none) matches = [];
      matches.push({ lists, at: step > 0 ? index : index + 1 });
    }
    return matches;
  }
}

const none: PhraseMatch[] = [];

function createNode(): Node {
  return { next: new Map(), lists: 0, open: 0 };
}

const space = 32;
const apostrophe = 39;
const curlyApostrophe = 0x2019;

/** Code of a character in lower case, all white space and both apostrophes alike; NaN outside of the text. */
function codeAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code >= 9 && code <= 13 ? space : code;
  if (code === curlyApostrophe) return apostrophe;
  const character = text.charAt(index);
  return isSpace(character) ? space : character.toLowerCase().charCodeAt(0);
}

function isSpace(character: string): boolean {
  return character !== '' && character.trim() === '';
}

const letterAlone = new RegExp(letter);

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  return code >= 128 && letterAlone.test(text.charAt(index));
}

/** Every text that a phrase stands for: `(in)?to` is `into` and `to`. */
function variantsOf(phrase: string): string[] {
  let at = 0;
  const readChoice = (): string[] => {
    const variants: string[] = [];
    let sequence = [''];
    while (at < phrase.length && phrase[at] !== ')') {
      const sign = phrase[at++]!;
      if (sign === '|') {
        variants.push(...sequence);
        sequence = [''];
        continue;
      }
      let item = [sign];
      if (sign === '(') {
        item = readChoice();
        at++;
      }
      if (phrase[at] === '?') {
        item.push('');
        at++;
      }
      sequence = sequence.flatMap((head) => item.map((tail) => head + tail));
    }
    return [...variants, ...sequence];
  };
  return [...new Set(readChoice())];
}
