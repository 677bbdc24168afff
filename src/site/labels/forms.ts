/** A label as two writers would write it alike: straight quotes, single spaces, no icon in front, no punctuation behind. */
export function plainForm(text: string): string {
  if (plainAlready.test(text)) return text;
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/^[\s+←→↑↓•·×✓*]+(?=\S)/u, '')
    .replace(/[\s….:?!？！*→+]+$/u, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC');
}

/** What most labels are: nothing in it to take off or to straighten. */
const plainAlready = /^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/;

/** Letter case left out. */
export function caselessForm(text: string): string {
  return plainForm(text).toLowerCase();
}

/** Letter case, spaces, hyphens and plural endings left out, `&` read as "and". */
export function spellingForm(text: string): string {
  return labelWords(text).map(singular).join('');
}

/** Words of a label in lower case; hyphens divide. */
export function labelWords(text: string): string[] {
  return caselessForm(text).replace(/&/g, ' and ').match(/[\p{L}\p{M}\p{N}%#]+/gu) ?? [];
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return word.length > 4 && word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
