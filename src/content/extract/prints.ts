/** Words in a gram: eight neighbouring words are rarely the same by chance. */
export const gram = 8;
/** Words from which on a passage is sure to be found. */
export const shortestPassage = 40;
/** Grams in a window: of any so many neighbouring ones, one is a fingerprint, so that passages of 40 words share one. */
const window = shortestPassage - gram + 1;
const prime = 0x01000193;
/** `prime` to the power of `gram`, modulo 2^32. */
const outgoing = Array.from({ length: gram }).reduce<number>((power) => Math.imul(power, prime), 1);

/** Room for the hashes of a page's grams, kept from page to page. */
let scratch = new Uint32Array(4096);

/**
 * Where a page's fingerprints stand, as indexes of their first word: of each window of neighbouring grams the one with the
 * least hash, of equals the one chosen already (robust winnowing; Schleimer, Wilkerson, Aiken 2003). Two pages that share a passage have a
 * fingerprint at the same place in it.
 * @param words hashes of the page's words
 */
export function fingerprintsOf(words: Uint32Array): Uint32Array {
  const grams = words.length - gram + 1;
  if (grams < window) return new Uint32Array();
  if (scratch.length < grams) scratch = new Uint32Array(grams * 2);
  hashGrams(words, scratch);
  const prints = new Uint32Array(grams);
  let size = 0;
  let least = -1;
  for (let end = window - 1; end < grams; end++) {
    const start = end - window + 1;
    if (least < start) {
      least = start;
      for (let at = start + 1; at <= end; at++) if (scratch[at]! <= scratch[least]!) least = at;
    } else if (scratch[end]! < scratch[least]!) least = end;
    else continue;
    prints[size++] = least;
  }
  return prints.slice(0, size);
}

/** Hash of the gram that begins at a word. */
export function gramAt(words: Uint32Array, start: number): number {
  let hash = 0;
  for (let index = start; index < start + gram; index++) hash = (Math.imul(hash, prime) + words[index]!) | 0;
  return scramble(hash);
}

function hashGrams(words: Uint32Array, hashes: Uint32Array): void {
  let rolling = 0;
  for (let index = 0; index < words.length; index++) {
    rolling = (Math.imul(rolling, prime) + words[index]!) | 0;
    if (index >= gram) rolling = (rolling - Math.imul(outgoing, words[index - gram]!)) | 0;
    if (index >= gram - 1) hashes[index - gram + 1] = scramble(rolling);
  }
}

/** Spreads every bit: the least of several rolling hashes would else be one of few first words. */
function scramble(value: number): number {
  const hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}
