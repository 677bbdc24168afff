import type { Frontmatter } from '../frontmatter.ts';
import type { Block } from './blocks.ts';
import type { TreeFacts } from './reading.ts';

/** What the text of a page shows of how it was made; the words themselves stand in `Page.words`. */
export interface TextFacts {
  /** Number of words of prose. */
  words: number;
  /** For each heading of the page, the index into `Page.words` of the first word of its section, its heading first. */
  sections: number[];
  /** Number of words that stand in table cells. */
  tableWords: number;
  /** Language that most of the fenced code is written in (`python`), lower case; empty where no block names one. */
  codeLanguage: string;
  /** Whether the page says that a program wrote it. */
  generated: boolean;
  /** Files of text that the page includes or imports, as written. */
  includes: string[];
}

/**
 * The words of a page's prose in reading order, folded to lower case and hashed to 32 bits, and what the text shows of
 * how it was made. Scripts without spaces between words give one word for each two neighbouring characters.
 */
export function extractWords(
  { blocks, headings, codeLanguages, includes, comments }: Pick<TreeFacts, 'blocks' | 'headings' | 'codeLanguages' | 'includes' | 'comments'>,
  frontmatter: Frontmatter,
): { words: Uint32Array; blocks: Uint32Array; facts: TextFacts } {
  const places = new Uint32Array(blocks.length * blockFields);
  let at = 0;
  let capacity = 0;
  for (const block of blocks) capacity += block.text.length + 1;
  const buffer = new Uint32Array(capacity);
  const sections = new Array<number>(headings.length).fill(-1);
  let count = 0;
  let tableWords = 0;
  for (const block of blocks) {
    if (block.section >= 0 && sections[block.section] === -1) sections[block.section] = count;
    const before = count;
    count = hashWords(block.text, buffer, count);
    places[at++] = before;
    places[at++] = block.range.start;
    places[at++] = block.range.end;
    if (block.kind === 'cell') tableWords += count - before;
  }
  for (let index = sections.length - 1, next = count; index >= 0; index--) {
    if (sections[index] === -1) sections[index] = next;
    next = sections[index]!;
  }
  const generated = saysGenerated(frontmatter, comments, blocks);
  const facts: TextFacts = { words: count, sections, tableWords, codeLanguage: mostWritten(codeLanguages), generated, includes };
  return { words: buffer.slice(0, count), blocks: places, facts };
}

/** Numbers of a block in `Page.blocks`. */
export const blockFields = 3;

/** A word of a text: its hash as in `Page.words`, and how it reads, in lower case. */
export interface Word {
  hash: number;
  text: string;
  /** Where it begins in the text. */
  start: number;
}

/** Room for the hashes of a short text, kept from call to call. */
let scratch = new Uint32Array(256);

/** The words of a short text, such as a title. */
export function wordsOf(text: string): Word[] {
  if (scratch.length <= text.length) scratch = new Uint32Array(text.length * 2);
  const places: number[] = [];
  const count = hashWords(text, scratch, 0, places);
  const words: Word[] = [];
  for (let index = 0; index < count; index++) {
    const start = places[index * 2]!;
    words.push({ hash: scratch[index]!, text: text.slice(start, places[index * 2 + 1]).toLowerCase(), start });
  }
  return words;
}

const SEPARATOR = 0;
/** Part of a word that it does not change: "don't" and "don’t" are both "dont". */
const APOSTROPHE = 1;
/** A character of a script that writes no spaces between words. */
const UNSPACED = 2;

/** What each UTF-16 code unit is to a word: one of the marks above, else the code unit it folds to. */
const folds = foldTable();

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const letter = /[\p{L}\p{N}\p{M}]/u;
  const fold = (from: number, to: number) => {
    for (let code = from; code < to; code++) {
      const character = String.fromCharCode(code);
      if (letter.test(character)) table[code] = character.toLowerCase().charCodeAt(0);
    }
  };
  fold(0, 0x2000);
  for (let code = 0x2c00; code < 0x2e00; code++) table[code] = code;
  for (let code = 0xa000; code < 0xd7b0; code++) table[code] = code;
  for (let code = 0xf900; code < 0xfe00; code++) table[code] = code;
  fold(0xff10, 0xff5b);
  const unspaced = [[0x0e00, 0x0f00], [0x1000, 0x10a0], [0x1780, 0x1800], [0x3041, 0x3100], [0x3400, 0x4dc0], [0x4e00, 0xa000]] as const;
  for (const [from, to] of unspaced) table.fill(UNSPACED, from, to);
  table[0x27] = APOSTROPHE;
  table[0x2019] = APOSTROPHE;
  return table;
}

/** 32-bit FNV-1a (Fowler, Noll, Vo); a hash is never 0, so that tables of hashes may use 0 for an empty place. */
const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/**
 * Writes the hashes of a text's words into a buffer from `count` on and gives the new count; pushes each word's start
 * and end to `places`. The buffer needs room for one word more than the text has characters.
 */
function hashWords(text: string, buffer: Uint32Array, count: number, places?: number[]): number {
  let hash = fnvOffset;
  let start = -1;
  let unspaced = 0;
  for (let index = 0; index <= text.length; index++) {
    const fold = index < text.length ? folds[text.charCodeAt(index)]! : SEPARATOR;
    if (fold > UNSPACED) {
      if (start < 0) start = index;
      hash = Math.imul(hash ^ fold, fnvPrime);
    } else if (fold !== APOSTROPHE && start >= 0) {
      buffer[count++] = hash || 1;
      places?.push(start, index);
      hash = fnvOffset;
      start = -1;
    }
    if (fold === UNSPACED) {
      unspaced++;
      if (unspaced > 1) {
        buffer[count++] = pairHash(text.charCodeAt(index - 1), text.charCodeAt(index));
        places?.push(index - 1, index + 1);
      }
    } else {
      if (unspaced === 1) {
        buffer[count++] = pairHash(text.charCodeAt(index - 1), 0);
        places?.push(index - 1, index);
      }
      unspaced = 0;
    }
  }
  return count;
}

function pairHash(first: number, second: number): number {
  return Math.imul(Math.imul(fnvOffset ^ first, fnvPrime) ^ second, fnvPrime) || 1;
}

function mostWritten(codeLanguages: TreeFacts['codeLanguages']): string {
  let best = '';
  let most = 0;
  for (const [language, characters] of codeLanguages) {
    if (language && characters > most) {
      best = language.toLowerCase();
      most = characters;
    }
  }
  return best;
}

/** Frontmatter keys by which site builders make a page from a description of an interface. */
const generatedKeys = ['openapi', 'asyncapi', 'generated', 'autogenerated', 'auto_generated'];

// Marks that generators leave behind: in English, whatever the language of the page.
const generatedComment = /\bauto(?:matically)?[- ]?generated\b|\bgenerated (?:automatically|by|from|with)\b|\bdo(?: not|n['’]t) edit\b|@generated\b/i;
const generatedProse = /\b(?:page|file|document|documentation|reference) (?:is|was|has been) (?:auto(?:matically)?[- ]?)?generated (?:automatically|by|from|with|using)\b|\b(?:page|file|document|documentation|reference) (?:is|was|has been) auto(?:matically)?[- ]?generated\b/i;
/** Blocks at either end of a page in which it may say so. */
const edgeBlocks = 3;

function saysGenerated(frontmatter: Frontmatter, comments: string[], blocks: Block[]): boolean {
  if (generatedKeys.some((key) => frontmatter[key] !== undefined && frontmatter[key] !== false)) return true;
  const remarks = [...comments, ...Object.values(frontmatter).filter((value) => typeof value === 'string')];
  if (remarks.some((remark) => generatedComment.test(remark))) return true;
  return blocks.some(
    ({ text }, index) => (index < edgeBlocks || index >= blocks.length - edgeBlocks) && text.includes('enerated') && generatedProse.test(text),
  );
}
