import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeFiles } from '../../src/content/change-files.ts';
import { withEdits } from '../../src/content/edits.ts';
import { UsageError } from '../../src/content/errors.ts';
import { writeTree } from './tree.ts';

describe('changeFiles', () => {
  test('writes, makes and deletes files', () => {
    const root = writeTree({ 'a.md': 'a', 'b.md': 'b' });
    changeFiles(root, new Map([['a.md', 'A'], ['b.md', null], ['new/c.md', 'c']]));
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe('A');
    expect(existsSync(path.join(root, 'b.md'))).toBe(false);
    expect(readFileSync(path.join(root, 'new/c.md'), 'utf8')).toBe('c');
    expect(readdirSync(root)).toEqual(['a.md', 'new']);
  });

  test('changes nothing where one file cannot be changed', () => {
    const root = writeTree({ 'a.md': 'a', 'b.md': 'b' });
    mkdirSync(path.join(root, 'folder'));
    expect(() => changeFiles(root, new Map([['a.md', 'A'], ['b.md', null], ['folder', 'text']]))).toThrow(UsageError);
    expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe('a');
    expect(readFileSync(path.join(root, 'b.md'), 'utf8')).toBe('b');
    expect(readdirSync(root)).toEqual(['a.md', 'b.md', 'folder']);
  });
});

describe('withEdits', () => {
  test('makes edits in any order, and refuses two that overlap', () => {
    const edits = [{ range: { start: 4, end: 7 }, text: 'B' }, { range: { start: 0, end: 3 }, text: '' }, { range: { start: 7, end: 7 }, text: '!' }];
    expect(withEdits('one two', edits)).toBe(' B!');
    expect(() => withEdits('one two', [edits[0]!, { range: { start: 5, end: 6 }, text: '' }])).toThrow('overlap');
  });

  test('replacing each piece by itself changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat()), (source, cuts) => {
        const places = [...new Set([0, ...cuts.map((cut) => cut % (source.length + 1)), source.length])].sort((a, b) => a - b);
        const edits = places.slice(1).map((end, index) => ({ range: { start: places[index]!, end }, text: source.slice(places[index], end) }));
        return withEdits(source, edits) === source;
      }),
    );
  });
});
