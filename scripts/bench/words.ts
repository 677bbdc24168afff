/** Words of lower case that stand for other words, one to one. */
export type Exchange = Map<string, string>;

// The words that make documentation what it is (click, support, settings …) stay, so that every rule has its work.
const KEPT = 300;
// A word changes places with one about as frequent, so that the frequencies of words stay those of real pages.
const BAND = 48;

// What is no prose: frontmatter fences and keys, code, tags, expressions, addresses, bold text (mostly labels), imports.
const protectedText = new RegExp(
  [
    /^---$|^[\w-]+:/m,
    /^(`{3,}|~{3,})[^]*?^\1/m,
    /`[^`\n]+`/,
    /^(?:import|export) .*$/m,
    /<[^>]*>/,
    /\{[^}]*\}/,
    /\*\*[^*\n]+\*\*/,
    /\]\([^)\s]*/,
    /https?:\/\/\S+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/** Words of at least four letters over all texts, most frequent first. */
export function vocabularyOf(texts: string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<![\w-])[a-z]{4,}(?![\w-])/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([word]) => word);
}

/** The words of a copy: each word of a band moves `copy` places on, round the band. The copy 0 changes nothing. */
export function exchangeFor(copy: number, vocabulary: string[]): Exchange {
  const exchange: Exchange = new Map();
  for (let start = KEPT; start < vocabulary.length; start += BAND) {
    const band = vocabulary.slice(start, start + BAND);
    band.forEach((word, place) => exchange.set(word, band[(place + copy) % band.length]!));
  }
  return exchange;
}

/** Changes the words of a page's prose and titles, and those of addresses inside the tree; all markup stays. */
export function exchangeWords(source: string, exchange: Exchange, moveLink: (target: string) => string): string {
  let changed = '';
  let written = 0;
  for (const match of source.matchAll(protectedText)) {
    changed += exchangeAll(source.slice(written, match.index), exchange);
    const [text] = match;
    changed += text.startsWith('](') ? `](${moveLink(text.slice(2))}` : text;
    written = match.index + text.length;
  }
  return changed + exchangeAll(source.slice(written), exchange);
}

/** Changes every word of a text or a path, keeping a capital first letter. */
export function exchangeAll(text: string, exchange: Exchange): string {
  return text.replace(/(?<![A-Za-z0-9_])[A-Za-z][a-z]{3,}(?![A-Za-z0-9_])/g, (word) => {
    const other = exchange.get(word.toLowerCase());
    if (other === undefined) return word;
    return word[0]! < 'a' ? other[0]!.toUpperCase() + other.slice(1) : other;
  });
}
