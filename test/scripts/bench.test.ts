import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { median } from '../../scripts/bench/processes.ts';
import { writeTree } from '../../scripts/bench/tree.ts';
import { exchangeAll, exchangeFor, exchangeWords, vocabularyOf } from '../../scripts/bench/words.ts';

const exchange = new Map([
  ['tracked', 'metered'],
  ['links', 'plans'],
]);

test('words of prose change, markup stays', () => {
  const page = '---\ntitle: Tracked links\n---\n\nOpen `links`, **Tracked** and [tracked](/a/links#links).\n\n```sh\nlinks\n```\n';
  expect(exchangeWords(page, exchange, (target) => target.toUpperCase())).toBe(
    '---\ntitle: Metered plans\n---\n\nOpen `links`, **Tracked** and [metered](/A/LINKS#LINKS).\n\n```sh\nlinks\n```\n',
  );
  expect(exchangeAll('tracked-links/my_links2.md', exchange)).toBe('metered-plans/my_links2.md');
});

test('no two words become one, and the first copy is the original', () => {
  // Words of four letters, aaaa to about aarz.
  const words = Array.from({ length: 450 }, (_, index) => `aa${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`);
  const vocabulary = vocabularyOf(words);
  expect([...exchangeFor(0, vocabulary)].every(([word, other]) => word === other)).toBe(true);
  const moved = exchangeFor(3, vocabulary);
  expect(new Set(moved.values()).size).toBe(moved.size);
  expect([...moved].every(([word, other]) => word !== other)).toBe(true);
});

test('the tree has the pages that were asked for, the same each time', () => {
  const roots = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), 'waymark-bench-test-')));
  try {
    const [first, second] = roots.map((root) => writeTree(root, 40));
    expect(first).toEqual(second);
    expect(first!.pages).toBeGreaterThanOrEqual(40);
    expect(roots.map((root) => readFileSync(path.join(root, 'waymark.config.yaml'), 'utf8'))[0]).toContain('catalogues');
  } finally {
    for (const root of roots) rmSync(root, { recursive: true });
  }
});

test('the median of an even number is between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
