import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintsOf, gramAt, shortestPassage } from '../../../src/content/extract/prints.ts';

const words = (min: number, max: number) => fc.array(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { minLength: min, maxLength: max });
const hashesOf = (page: Uint32Array) => Array.from(fingerprintsOf(page), (at) => gramAt(page, at));

test('two pages that share 40 words in a row share a fingerprint, whatever stands around', () => {
  fc.assert(
    fc.property(words(0, 100), words(0, 100), words(shortestPassage, 80), words(0, 100), words(0, 100), (a, b, passage, c, d) => {
      const one = hashesOf(Uint32Array.from([...a, ...passage, ...b]));
      const other = new Set(hashesOf(Uint32Array.from([...c, ...passage, ...d])));
      expect(one.some((hash) => other.has(hash))).toBe(true);
    }),
  );
});

test('a page too short for a passage has none', () => {
  expect(fingerprintsOf(Uint32Array.from({ length: shortestPassage - 1 }, (_, index) => index + 1))).toHaveLength(0);
  expect(fingerprintsOf(Uint32Array.from({ length: shortestPassage }, (_, index) => index + 1))).toHaveLength(1);
});

test('a page of one word over and over has no fingerprint at each word', () => {
  expect(fingerprintsOf(new Uint32Array(1000).fill(7)).length).toBeLessThan(40);
});
