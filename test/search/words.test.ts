import { expect, test } from 'vitest';
import { wordCutter } from '../../src/search/words.ts';

const texts = (text: string, language = 'en') => wordCutter(language)(text).map((word) => word.text);

test('words are compared without case and diacritics', () => {
  expect(texts('Über die Einstellungen', 'de')).toEqual(['uber', 'die', 'einstellungen']);
});

test('punctuation parts words', () => {
  expect(texts('help/dead-end, waymark.config.yaml')).toEqual(['help', 'dead', 'end', 'waymark', 'config', 'yaml']);
});

test('languages without spaces are cut by their dictionary', () => {
  expect(texts('联系 API 支持', 'zh')).toEqual(['联系', 'api', '支持']);
  expect(texts('設定を開く', 'ja')).toEqual(['設定', 'を', '開く']);
});

test('a diacritic without a letter is no word', () => {
  expect(texts('a \u0301 b')).toEqual(['a', 'b']);
});

test('ranges point into the text as it was given', () => {
  const text = 'Re\u0301glages avancés';
  expect(wordCutter('fr')(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Re\u0301glages', 'avancés']);
});
