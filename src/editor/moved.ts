import type { Range } from '../content/types.ts';

/** Where a range is after a text was changed in one place: what stands before the change stays, what stands behind it moves. */
export function moved({ start, end }: Range, before: string, after: string): Range {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  let sameEnd = 0;
  while (sameEnd < shorter - same && before.charCodeAt(before.length - 1 - sameEnd) === after.charCodeAt(after.length - 1 - sameEnd)) sameEnd++;
  const move = (offset: number) => (offset >= before.length - sameEnd ? offset + after.length - before.length : Math.min(offset, after.length - sameEnd));
  // What is put in where a range ends is no part of it.
  return { start: move(start), end: Math.max(move(start), end <= same ? end : move(end)) };
}
