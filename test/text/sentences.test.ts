import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

function sentences(text: string, language = 'en', abbreviations: string[] = ['e.g', 'etc', 'no']): string[] {
  return splitSentences(text, language, new Set(abbreviations)).map(({ start, end }) => text.slice(start, end));
}

test('splits at the ends of sentences', () => {
  expect(sentences('One is here. Two is there! Is three?  Four.')).toEqual(['One is here.', 'Two is there!', 'Is three?', 'Four.']);
  expect(sentences('  Only one  ')).toEqual(['Only one']);
  expect(sentences('')).toEqual([]);
});

test('not after abbreviations, initials and inside names', () => {
  expect(sentences('Use a host, e.g. Postwing. Then wait.')).toEqual(['Use a host, e.g. Postwing.', 'Then wait.']);
  expect(sentences('Ask J. Doe about v1.2.3 of mail.example.com. Done.')).toEqual(['Ask J. Doe about v1.2.3 of mail.example.com.', 'Done.']);
});

test('in scripts without spaces', () => {
  expect(sentences('打开设置。开启开关。', 'zh')).toEqual(['打开设置。', '开启开关。']);
});
