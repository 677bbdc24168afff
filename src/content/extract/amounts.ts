import { compiledLexicon, type CompiledLexicon } from '../../text/lexicon/compile.ts';
import { splitSentences } from '../../text/sentences.ts';
import { stem } from '../../text/stems.ts';
import type { Range } from '../types.ts';
import { sourceRange, type Block } from './blocks.ts';

/** A limit or a price that a sentence tells. */
export interface Amount {
  kind: 'limit' | 'price';
  value: number;
  /** Stems of the words that say what is counted (`ip`, `address`); for a price the currency (`USD`). */
  unit: string[];
  /** Stem of the word for what it holds for (`month`); empty where none is told. */
  per: string;
  /** Index of the heading whose section it stands in; -1 before the first. */
  section: number;
  /** The sentence, and the number in it (with the sign of its currency), in the source. */
  sentence: Range;
  range: Range;
}

/** A number with its thousands and decimals, after nothing that makes it a part of something else. */
const number = /(?<![\p{L}\p{N}.,:/_#@-])([$€£])?(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,2})?(?=[\s,.;:)!?%]|$)/gu;
const currencies: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP' };
const word = /\s+(?=[\p{L}])([\p{L}\p{M}'’-]+)/uy;
/** Words of a unit: "dedicated IP addresses". */
const longestUnit = 4;
/** Words before a number within which something grants it: "can create and use 100". */
const grantReach = 4;
/** Words after a unit within which it is told for what the number holds: "to your account per month". */
const perReach = 5;

/** The limits and prices that a page's prose tells, in languages whose lexicon has words for them. */
export function extractAmounts(blocks: Block[], language: string): Amount[] {
  const lexicon = compiledLexicon(language);
  if (!lexicon || lexicon.lexicon.amounts.most.length === 0) return [];
  return blocks.flatMap((block) => (block.kind === 'paragraph' && /\d/.test(block.text) ? amountsIn(block, lexicon) : []));
}

function amountsIn(block: Block, lexicon: CompiledLexicon): Amount[] {
  const found: Amount[] = [];
  let sentences: Range[] | null = null;
  for (const match of block.text.matchAll(number)) {
    const [whole, sign, digits, decimals = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    if (!sign && !isGranted(block.text.slice(0, start), lexicon)) continue;
    const unit = sign ? [currencies[sign]!] : unitAfter(block.text, end, lexicon);
    if (unit.length === 0) continue;
    sentences ??= splitSentences(block.text, lexicon.lexicon.language, lexicon.abbreviations);
    const sentence = sentences.find((each) => each.start <= start && end <= each.end) ?? { start: 0, end: block.text.length };
    found.push({
      kind: sign ? 'price' : 'limit',
      value: Number(digits!.replaceAll(',', '') + decimals),
      unit,
      per: perAfter(block.text.slice(end, sentence.end), lexicon),
      section: block.section,
      sentence: sourceRange(block, sentence),
      range: sourceRange(block, { start, end }),
    });
  }
  return found;
}

/** Whether the words before a number make it the most that there may be. */
function isGranted(before: string, { lexicon: { amounts } }: CompiledLexicon): boolean {
  const near = before.slice(-60).toLowerCase().trimEnd();
  if (amounts.most.some((phrase) => near.endsWith(phrase) && !/\p{L}$/u.test(near.slice(0, -phrase.length)))) return true;
  const words = near.split(/[.;:!?]\s/).at(-1)!.split(/\s+/);
  return words.slice(-grantReach).some((each) => amounts.allowed.includes(each));
}

/** Stems of the words after a number, up to the first that can be no part of a unit. */
function unitAfter(text: string, at: number, lexicon: CompiledLexicon): string[] {
  const unit: string[] = [];
  word.lastIndex = at;
  for (let match = word.exec(text); match && unit.length < longestUnit; match = word.exec(text)) {
    const lower = match[1]!.toLowerCase();
    if (lexicon.stopWords.has(lower) || lexicon.lexicon.amounts.per.includes(lower)) break;
    if (!lexicon.task.light.is(lower)) unit.push(stem(lower, lexicon.lexicon.language));
  }
  return unit;
}

/** What a number holds for, told after it in its sentence. */
function perAfter(text: string, { lexicon: { amounts, language }, stopWords, task }: CompiledLexicon): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu)?.slice(0, longestUnit + perReach) ?? [];
  const at = words.findIndex((each) => amounts.per.includes(each));
  const next = at < 0 ? undefined : words.slice(at + 1).find((each) => !stopWords.has(each));
  return next === undefined || task.light.is(next) ? '' : stem(next, language);
}

/** Unit in normal form: stems of its words, those left out that say nothing about it. */
export function unitStems(text: string, language: string): string[] {
  const lexicon = compiledLexicon(language);
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  return words.filter((each) => !lexicon?.stopWords.has(each) && !lexicon?.task.light.is(each)).map((each) => stem(each, language));
}
