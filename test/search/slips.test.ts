import { expect, test } from 'vitest';
import { likelyMeant, withLettersSwapped } from '../../src/search/slips.ts';

const meant = (word: string, vocabulary: string[]) => likelyMeant(word, vocabulary).map((each) => each.word);

test('a slip of the finger is forgiven, the likeliest word first', () => {
  expect(meant('trecking', ['tracking', 'trick', 'trucking'])[0]).toBe('tracking');
  expect(meant('werning', ['warning', 'winning', 'wording'])[0]).toBe('warning');
  expect(meant('recrds', ['records', 'reports'])[0]).toBe('records');
});

test('words of quite another length, and slips in short words, are nobody’s guess', () => {
  expect(meant('form', ['formatting'])).toEqual([]);
  expect(meant('ssl', ['ssh'])).toEqual([]);
});

test('two letters in the wrong order are one slip', () => {
  expect(withLettersSwapped('lnik')).toContain('link');
  expect(withLettersSwapped('ab')).toEqual(['ba']);
});
