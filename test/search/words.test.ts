import { expect, test } from 'vitest';
import { wordsOf } from '../../src/search/words.ts';

const texts = (text: string) => wordsOf(text).map((word) => word.text);

test('words are compared without case and diacritics', () => {
  expect(texts('Über die Einstellungen')).toEqual(['uber', 'die', 'einstellungen']);
});

test('punctuation parts words', () => {
  expect(texts('help/dead-end, waymark.config.yaml')).toEqual(['help', 'dead', 'end', 'waymark', 'config', 'yaml']);
});

test('scripts without spaces count by character', () => {
  expect(texts('联系 API支持')).toEqual(['联', '系', 'api', '支', '持']);
});

test('ranges point into the text as it was given', () => {
  const text = 'Re\u0301glages avancés';
  expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Re\u0301glages', 'avancés']);
});
