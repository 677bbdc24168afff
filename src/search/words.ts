/** A word of a text, folded for comparison. */
export interface Word {
  /** Lower case, without diacritics. */
  text: string;
  /** Half-open range of UTF-16 code units in the text. */
  start: number;
  end: number;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
/** Languages that write no spaces between words. */
const unspaced = new Set(['zh', 'ja', 'th', 'km', 'lo', 'my']);

/** Cuts a text into its words, in order. */
export type WordsOf = (text: string) => Word[];

/** How a language's words are cut: by what is no letter and no digit, or by its dictionary where it writes no spaces. */
export function wordCutter(language: string): WordsOf {
  if (!unspaced.has(language)) return (text) => Array.from(text.matchAll(word)).flatMap(({ 0: found, index }) => toWords(found, index));
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) => Array.from(segmenter.segment(text)).flatMap(({ segment, index, isWordLike }) => (isWordLike ? toWords(segment, index) : []));
}

/** One word; none where nothing is left of it, as of a diacritic without a letter. */
function toWords(written: string, start: number): Word[] {
  const text = fold(written);
  return text === '' ? [] : [{ text, start, end: start + written.length }];
}

const beyondAscii = /[^ -~]/;

function fold(text: string): string {
  return beyondAscii.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() : text.toLowerCase();
}

/** First character of a word. */
export function initialOf(word: string): string {
  return String.fromCodePoint(word.codePointAt(0)!);
}
