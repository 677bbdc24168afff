import { compiledLexicon, type CompiledLexicon } from '../../text/lexicon/compile.ts';
import { isCalendarUnit, isMeasure } from '../../text/measures.ts';
import { splitSentences } from '../../text/sentences.ts';
import { stem } from '../../text/stems.ts';
import type { Range } from '../types.ts';
import { sourceRange, type Block } from './blocks.ts';
import { findContactPhrases } from './contact-phrases.ts';

/** A limit or a price that a sentence tells. */
export interface Amount {
  kind: 'limit' | 'price';
  value: number;
  /** Stems of the words that say what is counted (`ip`, `address`); for a price the currency (`USD`). */
  unit: string[];
  /** Stem of the word for what it holds for (`month`); empty where none is told. */
  per: string;
  /** Whether it is a limit of a plan or quota, and no other: things are counted, for an account, a person, a month, or whoever adds them. */
  quota: boolean;
  /** Whether the text beside it tells of a way to more, other than a contact: a plan, a price, "upgrade", a link to them. */
  wayUp: boolean;
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
  return blocks.flatMap((block, index) => {
    const amounts = block.kind === 'paragraph' && /\d/.test(block.text) ? amountsIn(block, lexicon) : [];
    const wayUp = amounts.some(({ quota }) => quota) && besides(blocks, index).some((each) => tellsWayUp(each, lexicon));
    return amounts.map((amount) => ({ ...amount, wayUp }));
  });
}

/** Blocks on either side that still speak of the same. */
const beside = 2;

/** A block and those beside it in its section. */
function besides(blocks: Block[], index: number): Block[] {
  const { section } = blocks[index]!;
  return blocks.slice(Math.max(0, index - beside), index + beside + 1).filter((block) => block.section === section);
}

/** Addresses of pages on plans and prices; like most addresses they are in English, whatever the page is in. */
const planAddress = /pric(?:e|ing)|\bplans?\b|billing|upgrade|subscription/i;

function tellsWayUp({ text, spans }: Block, words: CompiledLexicon): boolean {
  if (spans.some(({ kind, target = '' }) => kind === 'link' && planAddress.test(target))) return true;
  const { contact, verbs, lexicon } = words;
  const lists = [contact.plans, contact.gates, contact.prices, ...verbs.filter(({ verb }) => verb === 'upgrade' || verb === 'increase').map(({ forms }) => forms)];
  if (!lists.some((list) => list.isIn(text))) return false;
  return splitSentences(text, lexicon.language, words.abbreviations).some(({ start, end }) => {
    const sentence = text.slice(start, end);
    return lists.some((list) => list.isIn(sentence)) && findContactPhrases(sentence, words).length === 0;
  });
}

function amountsIn(block: Block, lexicon: CompiledLexicon): Omit<Amount, 'wayUp'>[] {
  const found: Omit<Amount, 'wayUp'>[] = [];
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
    const holder = holderAfter(block.text.slice(end, sentence.end), lexicon);
    found.push({
      kind: sign ? 'price' : 'limit',
      value: Number(digits!.replaceAll(',', '') + decimals),
      unit,
      per: lexicon.task.light.is(holder) ? '' : stem(holder, lexicon.lexicon.language),
      quota: !sign && isQuota(unit, holder, block.text.slice(sentence.start, sentence.end), lexicon),
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

/**
 * Whether a plan or quota grants it: for an account, a person, a month, or to whoever adds or buys such things. "Up to 48
 * hours" is none, nor is what holds for a second or for one message.
 */
function isQuota(unit: string[], holder: string, sentence: string, { lexicon: { language }, task, contact, verbs }: CompiledLexicon): boolean {
  const granted =
    holder === ''
      ? verbs.some(({ verb, forms }) => (verb === 'add' || verb === 'purchase') && forms.isIn(sentence))
      : task.contract.is(holder) || contact.ownPeople.is(holder) || isCalendarUnit(stem(holder, language), language);
  return granted && !unit.some((word) => isMeasure(word, language));
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

/** The word for what a number holds for, told after it in its sentence; empty where none is. */
function holderAfter(text: string, { lexicon: { amounts }, stopWords }: CompiledLexicon): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu)?.slice(0, longestUnit + perReach) ?? [];
  const at = words.findIndex((each) => amounts.per.includes(each));
  return (at < 0 ? undefined : words.slice(at + 1).find((each) => !stopWords.has(each))) ?? '';
}

/** Unit in normal form: stems of its words, those left out that say nothing about it. */
export function unitStems(text: string, language: string): string[] {
  const lexicon = compiledLexicon(language);
  const words = text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  return words.filter((each) => !lexicon?.stopWords.has(each) && !lexicon?.task.light.is(each)).map((each) => stem(each, language));
}
