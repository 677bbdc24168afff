/** A word of a text, folded for comparison. */
export interface Word {
  /** Lower case, without diacritics. */
  text: string;
  /** Half-open range of UTF-16 code units in the text. */
  start: number;
  end: number;
}

// Scripts without spaces between words: every character counts as a word, which needs no dictionary in the browser.
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
