import { expect, test } from 'vitest';
import { relatedWords } from '../../src/search/related.ts';

const related = relatedWords(['tracking', 'tracked', 'emails', 'authentication', 'using', 'single', 'link', 'linter', 'form', 'from']);

test('a word is most like itself', () => {
  expect(related('tracking').get('tracking')).toBe(1);
});

test('the beginning of a word stands for it, the more the longer it is', () => {
  const short = related('auth').get('authentication') ?? 0;
  const long = related('authentica').get('authentication') ?? 0;
  expect(short).toBeGreaterThan(0);
  expect(long).toBeGreaterThan(short);
});

test('forms of one word stand for each other', () => {
  expect(related('tracked').get('tracking')).toBeGreaterThan(0.5);
});

test('a slip of the finger is forgiven', () => {
  expect(related('eamils').get('emails')).toBeGreaterThan(0);
  expect(related('lnik').get('link')).toBeGreaterThan(0);
  expect(related('singel').get('single')).toBeGreaterThan(0);
});

test('words that merely share letters are strangers', () => {
  expect(related('lnik').get('link')).toBeGreaterThan(0);
  expect(related('singel').has('using')).toBe(false);
});

test('a word that the docs use is hardly taken for another', () => {
  expect(related('form').get('from') ?? 0).toBeLessThan(0.3);
});
