import { lexicons } from './lexicon/index.ts';
import { otherLanguages } from './lexicon/others.ts';

/** Language of a page that shows none: most documentation is written in it. */
export const defaultLanguage = 'en';

/** Tag of a language that none of the lexicons is of (ISO 639-2). */
export const unknownLanguage = 'und';

/** Characters of prose that decide; more change nothing on the corpora. */
const sampleSize = 1500;
/** Characters that decide where the whole sample is written in the letters of English: same results on the corpora. */
const plainSampleSize = 400;
/** Stop words of English in them that leave no doubt; a page of few words is read to its end. */
const plainScore = 8;
/** What a letter that English does not have says, against a stop word. */
const letterWeight = 0.5;
/** Less than this shows no language: two stop words, or one and a letter or two. */
const leastScore = 1.5;

/** Fewer words may be a list of names in any language. */
const enoughWords = 40;
/** Share of words that are stop words: prose in a language with a lexicon has more, and anything in English more than the second. */
const leastStopWords = 1 / 6;
const leastEnglish = 1 / 20;

const languagesOfWord = new Map<string, string[]>();
const languagesOfLetter = new Map<string, string[]>();
for (const lexicon of lexicons) {
  if (lexicon.grammar.boundary === 'none') continue;
  for (const word of lexicon.stopWords) addTo(languagesOfWord, word, lexicon.language);
  const letters = new Set(JSON.stringify(lexicon).match(/[\u00DF-\u024F\u0400-\u04FF]/g));
  for (const letter of letters) addTo(languagesOfLetter, letter, lexicon.language);
}
for (const word of new Set(Object.values(otherLanguages).flat())) {
  if (!languagesOfWord.has(word)) addTo(languagesOfWord, word, unknownLanguage);
}

function addTo(index: Map<string, string[]>, key: string, language: string): void {
  const languages = index.get(key);
  if (languages) languages.push(language);
  else index.set(key, [language]);
}

/**
 * Language that most of the prose is written in: kana is Japanese and Han without kana Chinese; other scripts are told
 * by the stop words and letters of the languages that have a lexicon.
 * @returns ISO 639-1 code; English where nothing decides; `und` for prose in a language that has no lexicon
 */
export function detectLanguage(blocks: readonly { text: string }[]): string {
  let sample = '';
  for (const { text } of blocks) {
    sample += `${text} `;
    if (sample.length >= sampleSize) break;
  }
  sample = sample.slice(0, sampleSize);
  if (!otherLetter.test(sample)) {
    const scores = scoresOf(sample.slice(0, plainSampleSize).toLowerCase());
    if ((scores.get(defaultLanguage) ?? 0) >= plainScore && languageOf(scores) === defaultLanguage) return defaultLanguage;
  }
  sample = sample.toLowerCase();
  return languageByScript(sample) ?? (isForeign(sample) ? unknownLanguage : languageOf(scoresOf(sample)));
}

/** Letters of scripts in which no language with a lexicon is written. */
const foreignLetter = /(?!\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Common}|\p{Script=Inherited})\p{L}/gu;

/** Whether prose is in a language that has no lexicon: its script is that of none, or it has hardly any of their stop words. */
function isForeign(sample: string): boolean {
  const foreign = sample.match(foreignLetter)?.length ?? 0;
  if (foreign > 0 && foreign > (sample.match(/\p{L}/gu)?.length ?? 0) * leastShare) return true;
  const words = sample.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.length < enoughWords) return false;
  const counts = new Map<string, number>();
  for (const word of words) for (const language of languagesOfWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  // Names of types and settings are words of no language; prose in Latin letters has some stop words of others.
  if (most < words.length * leastEnglish && !/[\u0080-\uFFFF]/.test(words.join(''))) return false;
  return most < words.length * leastStopWords && (counts.get(defaultLanguage) ?? 0) < words.length * leastEnglish;
}

/** A letter that English does not have, of any language with a lexicon. */
const otherLetter = /[\u00C0-\u024F\u0400-\u04FF\u3041-\u30FF\u4E00-\u9FFF]/;

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

/** How much speaks for each language: its stop words, and letters that English does not have. */
function scoresOf(sample: string): Map<string, number> {
  const scores = new Map<string, number>();
  const count = (languages: string[] | undefined, weight: number) => {
    for (const language of languages ?? []) scores.set(language, (scores.get(language) ?? 0) + weight);
  };
  for (const word of sample.match(/[a-z\u00DF-\u024F\u0400-\u04FF]+/g) ?? []) {
    count(languagesOfWord.get(word), 1);
    if (word.charCodeAt(0) > 0x7f || /[^a-z]/.test(word)) for (const letter of word) count(languagesOfLetter.get(letter), letterWeight);
  }
  return scores;
}

function languageOf(scores: Map<string, number>): string {
  let best = defaultLanguage;
  let most = scores.get(defaultLanguage) ?? 0;
  for (const [language, score] of scores) {
    if (score >= leastScore && score > most) [best, most] = [language, score];
  }
  return best;
}
