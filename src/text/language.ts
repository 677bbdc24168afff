import { lexicons } from './lexicon/index.ts';

/** Language of a page that shows none: most documentation is written in it. */
export const defaultLanguage = 'en';

/** Characters of prose that decide; more change nothing on the corpora. */
const sampleSize = 2000;
/** Fewer stop words than this show no language. */
const fewestStopWords = 3;

const languagesOfWord = new Map<string, string[]>();
for (const { language, grammar, stopWords } of lexicons) {
  if (grammar.boundary === 'none') continue;
  for (const word of stopWords) {
    const languages = languagesOfWord.get(word);
    if (languages) languages.push(language);
    else languagesOfWord.set(word, [language]);
  }
}

/**
 * Language that most of the prose is written in: kana is Japanese and Han without kana Chinese; letters are counted
 * by the stop words of the languages that have a lexicon.
 * @returns ISO 639-1 code; English where nothing decides
 */
export function detectLanguage(blocks: readonly { text: string }[]): string {
  let sample = '';
  for (const { text } of blocks) {
    sample += `${text} `;
    if (sample.length >= sampleSize) break;
  }
  sample = sample.slice(0, sampleSize);
  return languageByScript(sample) ?? languageByStopWords(sample);
}

/** A fifth: code, product names and addresses are Latin on a page in any script. */
const leastShare = 0.2;

function languageByScript(sample: string): string | null {
  let kana = 0;
  let han = 0;
  let letters = 0;
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index);
    if (code >= 0x3041 && code <= 0x30ff) kana++;
    else if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code > 0x40) letters++;
  }
  // One ideograph says as much as some three letters.
  if ((kana + han) * 3 < letters * leastShare || kana + han === 0) return null;
  return kana * 10 > han ? 'ja' : 'zh';
}

function languageByStopWords(sample: string): string {
  const counts = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/[a-z\u00DF-\u024F\u0400-\u04FF]+/g) ?? []) {
    for (const language of languagesOfWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best = defaultLanguage;
  let most = Math.max(fewestStopWords - 1, counts.get(defaultLanguage) ?? 0);
  for (const [language, count] of counts) {
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
