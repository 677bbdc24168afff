import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/product/catalogue/entries.ts';
import { changesBetween } from '../../src/product/changes.ts';

const entries = (tree: Record<string, string>, files: Record<string, string[]> = {}): Entry[] => Object.entries(tree).map(([key, text]) => ({ key, texts: [text], files: files[key] ?? [] }));
const told = (before: Record<string, string>, after: Record<string, string>): string[] => changesBetween(entries(before), entries(after)).map(({ kind, text, to, toKey, by }) => `${kind} ${text}${to === null ? '' : ` → ${to}`}${toKey === null ? '' : ` as ${toKey}`}${by === null ? '' : ` by ${by}`}`);

describe('from one version to the next', () => {
  test.each([
    ['nothing changed', { a: 'Save' }, { a: 'Save' }, []],
    ['a text came and a text went', { a: 'Save', b: 'Old' }, { a: 'Save', c: 'Brand new' }, ['removed Old', 'added Brand new']],
    ['a key has another text', { a: 'Save' }, { a: 'Store' }, ['renamed Save → Store by key']],
    ['a key moved with its text', { 'a.save': 'Save' }, { 'b.save': 'Save' }, ['moved Save as b.save']],
    ['of several keys with one text, the nearest moved', { 'x.one': 'Save', 'x.two': 'Save' }, { 'y.two': 'Save', 'y.one': 'Save' }, ['moved Save as y.one', 'moved Save as y.two']],
    ['one went and one came between the same keys', { a: 'A', 'old.title': 'Team list', c: 'C' }, { a: 'A', 'new.title': 'People', c: 'C' }, ['renamed Team list → People as new.title by neighbours']],
    ['neighbours alone prove nothing', { a: 'A', b: 'Team list', c: 'C' }, { a: 'A', d: 'Price', c: 'C' }, ['removed Team list', 'added Price']],
    ['of two in one place none is known', { a: 'A', 'x.b': 'Old one', 'x.c': 'Old two' }, { a: 'A', 'y.b': 'New one', 'y.c': 'New two' }, ['removed Old one', 'removed Old two', 'added New one', 'added New two']],
    ['a text that still stands elsewhere did not go', { a: 'Save', b: 'Save' }, { a: 'Save' }, []],
  ])('%s', (_, before, after, expected) => {
    expect(told(before as Record<string, string>, after as Record<string, string>)).toEqual(expected);
  });

  test('what went and came in one source file, and shares words, is one text with a new name', () => {
    const before = entries({ 'Add signer': 'Add signer' }, { 'Add signer': ['signers.tsx'] });
    const after = entries({ 'Add a signer': 'Add a signer' }, { 'Add a signer': ['signers.tsx'] });
    expect(changesBetween(before, after)).toMatchObject([{ kind: 'renamed', text: 'Add signer', to: 'Add a signer', by: 'place' }]);
  });
});
