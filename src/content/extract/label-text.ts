import type { Range } from '../types.ts';

/** Characters and spaces; a label that has more is a sentence. */
const longestLabel = 70;
const mostSpaces = 8;

/** Quotation marks, white space, and icons that stand for a picture on the button. */
const mark = '[\\s"\'“”„«»「」『』‘’`\\u{1F000}-\\u{1FAFF}\\u2190-\\u21FF\\u2300-\\u23FF\\u25A0-\\u27BF\\u22EE\\u22EF\\uFE0F•·×✓]';
const leading = new RegExp(`^(?:${mark}|\\+(?=\\s?\\p{L})|\\[)+`, 'u');
const trailing = new RegExp(`(?:${mark}|[:：,，;.。…!\\]]|\\s?\\+|\\s>)+$`, 'u');

/** Words and single spaces: what most labels are, and nothing below has a word to say against. */
const plainWords = new RegExp(`^[A-Za-z][a-z]+(?: [A-Za-z]+){0,${mostSpaces}}$`);

/**
 * The label inside of marked-up text: quotation marks, a leading plus or icon, and punctuation at the end left out.
 * @returns range inside of the text; null where the text cannot name a control: a sentence, an address, a number, code
 */
export function labelIn(text: string): Range | null {
  if (text.length > longestLabel + 10) return null;
  if (text.length <= longestLabel && plainWords.test(text)) return { start: 0, end: text.length };
  const start = leading.exec(text)?.[0].length ?? 0;
  const end = text.length - (trailing.exec(text)?.[0].length ?? 0);
  return end > start && isLabelLike(text.slice(start, end)) ? { start, end } : null;
}

/** A sentence, or a line of code. */
const notInside = /[.!?]\s+\p{Lu}|[=;`\\{}]|->|&&|(?:^|\s)--?\w|\n/u;

/** What one word cannot be, to be a label. */
const notLabel = new RegExp(
  [
    'v?\\d+(?:\\.[\\dx]+)+\\S*', // a version
    '\\p{L}', // a letter
    '\\S+@\\S+\\.\\S+|https?:.*|www\\..*', // an address
    '[./~][^/]*/.*|[^/]*/[^/]*/.*|.+\\.(?:[a-z]{2,4}|json|html|yaml)', // a path or file
    '[a-z\\d]+(?:[_.:][a-z\\d]+)+|[A-Z\\d]+(?:_[A-Z\\d]+)+|[a-z]+[A-Z]\\w*', // an identifier
    '.*[<>$()[\\]].*', // code
  ]
    .map((source) => `^(?:${source})$`)
    .join('|'),
  'u',
);
const quantity = /^\d+ ?(?:px|ms|[kmgt]b|s|min|h)$/i;
const anyLetter = /\p{L}/u;

function isLabelLike(text: string): boolean {
  if (text.length > longestLabel || !anyLetter.test(text) || notInside.test(text) || quantity.test(text)) return false;
  return text.includes(' ') ? text.split(' ').length <= mostSpaces + 1 : !notLabel.test(text);
}
