import { load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { expect, test } from 'vitest';
import { withEdits } from '../../src/content/edits.ts';
import { addFormerly } from '../../src/review/formerly.ts';
import { pagesOf } from '../site/pages.ts';

/** A page's source after the edit. */
function edited(source: string, ...addresses: string[]): string {
  const [page] = pagesOf({ 'page.md': source });
  const edit = addFormerly(page!, addresses);
  return edit ? withEdits(source, [edit]) : source;
}

const rest = '---\n\nText.\n\n---\n\nMore.\n';

test.each([
  ['no frontmatter', 'Text.\n', '---\nformerly: /old\n---\n\nText.\n'],
  ['no former address', `---\ntitle: "A: b" # kept\n${rest}`, `---\ntitle: "A: b" # kept\nformerly: /old\n${rest}`],
  ['one former address', `---\nformerly: /older\ntitle: A\n${rest}`, `---\nformerly: [/older, /old]\ntitle: A\n${rest}`],
  ['a list in brackets', `---\nformerly: [/older, /oldest]\ntitle: A\n${rest}`, `---\nformerly: [/older, /oldest, /old]\ntitle: A\n${rest}`],
  ['a list of lines', `---\nformerly:\n  - /older\n  - /oldest\ntitle: A\n${rest}`, `---\nformerly: [/older, /oldest, /old]\ntitle: A\n${rest}`],
  ['the address already', `---\nformerly: /old\n${rest}`, `---\nformerly: /old\n${rest}`],
])('adds a former address to frontmatter with %s', (_, before, after) => {
  expect(edited(before, '/old')).toBe(after);
});

test('quotes an address that YAML would read as something else', () => {
  const result = edited(`---\ntitle: A\n${rest}`, '/a: b');
  expect(load(result.split('---')[1]!)).toEqual({ title: 'A', formerly: '/a: b' });
});

test('adds to TOML before any table', () => {
  const result = edited('+++\ntitle = "A"\n\n[extra]\nx = 1\n+++\n\nText.\n', '/old', '/older');
  expect(parseToml(result.split('+++')[1]!)).toEqual({ title: 'A', extra: { x: 1 }, formerly: ['/old', '/older'] });
});
