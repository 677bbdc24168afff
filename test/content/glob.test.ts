import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { pathMatcher } from '../../src/content/glob.ts';

test.each([
  ['drafts/**', ['drafts/a.md', 'drafts/deep/a.md', 'drafts', 'drafts/'], ['a.md', 'guides/drafts/a.md']],
  ['**/old.md', ['old.md', 'a/b/old.md'], ['a/old.mdx']],
  ['*.md', ['a.md', '.md'], ['a/b.md']],
  ['guides/*/index.md', ['guides/a/index.md'], ['guides/index.md', 'guides/a/b/index.md']],
  ['**/{de,fr}/**/*.{md,mdx}', ['de/a.md', 'x/fr/y/a.mdx'], ['en/a.md', 'de/a.txt']],
  ['v?/**', ['v1/a.md'], ['v10/a.md']],
  ['./a.md', ['a.md'], ['b.md']],
  ['a(b)[c].md', ['a(b)[c].md'], ['abc.md']],
])('%s', (pattern, fitting, others) => {
  const matches = pathMatcher([pattern]);
  expect(fitting.filter((file) => !matches(file))).toEqual([]);
  expect(others.filter(matches)).toEqual([]);
});

test('no pattern fits nothing', () => {
  expect(pathMatcher([])('a.md')).toBe(false);
});

describe('a pattern of a hostile branch', () => {
  test('takes no longer than others', () => {
    const matches = pathMatcher([`${'*a'.repeat(400)}b`, `${'**/a/'.repeat(150)}b`]);
    const begun = performance.now();
    for (let count = 0; count < 100; count++) expect(matches(`${'a'.repeat(250)}/${'a/'.repeat(1900)}a`)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  test('that stands for very many is refused', () => {
    expect(() => pathMatcher(['{a,b}'.repeat(30)])).toThrow(UsageError);
    expect(() => pathMatcher(['*'.repeat(2000)])).toThrow(UsageError);
  });
});
