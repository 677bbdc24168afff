import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../../src/site/topics/candidates.ts';
import { HashTable } from '../../../src/site/topics/hash-table.ts';
import { distinctShingles, overlapOf, shinglesOf } from '../../../src/site/topics/shingles.ts';
import { indexTerms } from '../../../src/site/topics/terms.ts';

/** A page of `length` words, drawn from a vocabulary by a fixed seed. */
function page(seed: number, length: number, vocabulary = 2000): Uint32Array {
  let state = seed;
  return Uint32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 1 + (state % vocabulary);
  });
}

const candidates = (pages: Uint32Array[]) => findCandidates(indexTerms(pages).vectors, shinglesOf(pages));

describe('findCandidates', () => {
  test('finds a copy among many pages', () => {
    const pages = Array.from({ length: 200 }, (_, index) => page(index + 1, 300));
    pages.push(Uint32Array.from([...pages[17]!.subarray(0, 200), ...page(999, 60)]));
    const found = candidates(pages).find(({ a, b }) => a === 17 && b === 200);
    expect(found?.shared).toBeGreaterThan(150);
  });

  test('leaves out what stands on many pages', () => {
    const callOut = page(5, 100);
    const pages = Array.from({ length: 30 }, (_, index) => Uint32Array.from([...page(index + 100, 80), ...callOut]));
    expect(candidates(pages).filter(({ shared }) => shared > 10)).toEqual([]);
  });

  test('gives each page ten partners at most', () => {
    const pages = Array.from({ length: 300 }, (_, index) => page(index + 1, 50, 200));
    expect(candidates(pages).length).toBeLessThanOrEqual(3000);
  });
});

describe('shingles', () => {
  test('overlap is that of the sets of five neighbouring words', () => {
    const words = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 40 }).map((list) => Uint32Array.from(list));
    const naive = (list: Uint32Array) => new Set(Array.from({ length: Math.max(0, list.length - 4) }, (_, at) => list.slice(at, at + 5).join(' ')));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const sets = distinctShingles(shinglesOf([one, other]), [0, 1]);
        const [first, second] = [naive(one), naive(other)];
        const { shared, jaccard } = overlapOf(sets.get(0)!, sets.get(1)!);
        const expected = [...first].filter((shingle) => second.has(shingle)).length;
        const union = first.size + second.size - expected;
        return shared === expected && jaccard === (union ? expected / union : 0);
      }),
    );
  });
});

test('a hash table gives each hash one dense id, however many there are', () => {
  const table = new HashTable(1);
  const hashes = Array.from({ length: 5000 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 0) || 1);
  expect(hashes.map((hash) => table.idOf(hash))).toEqual(hashes.map((_, index) => index));
  expect(hashes.map((hash) => table.find(hash))).toEqual(hashes.map((_, index) => index));
  expect(table.find(123)).toBe(-1);
});
