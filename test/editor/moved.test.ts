import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from '../../src/editor/moved.ts';

/** A text in which the marks of the test do not stand: of one put in beside another, nobody could tell which is which. */
const unmarked = fc.string().map((text) => text.replace(/[()[\]xy]/g, ''));

test('what stands before or behind a change keeps its text', () => {
  fc.assert(
    fc.property(fc.string(), unmarked, unmarked, fc.string(), (before, out, into, after) => {
      const [old, now] = [`${before}(x)${out}[y]${after}`, `${before}(x)${into}[y]${after}`];
      const textOf = (start: number) => {
        const range = moved({ start, end: start + 3 }, old, now);
        return now.slice(range.start, range.end);
      };
      expect(textOf(before.length)).toBe('(x)');
      expect(textOf(before.length + 3 + out.length)).toBe('[y]');
    }),
  );
});

test('what was taken out has no length left, and nothing ever leaves the text', () => {
  expect(moved({ start: 2, end: 5 }, 'a bcd e', 'a  e')).toEqual({ start: 2, end: 2 });
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (old, now, one, other) => {
      const [start, end] = [one, other].map((offset) => offset % (old.length + 1)).sort((a, b) => a - b) as [number, number];
      const range = moved({ start, end }, old, now);
      expect(0 <= range.start && range.start <= range.end && range.end <= now.length).toBe(true);
    }),
  );
});
