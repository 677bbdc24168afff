import { expect, test, vi } from 'vitest';
import { readFrontmatter } from '../../src/content/frontmatter.ts';

test('a quoted text may go on in the next line without an indent, as js-yaml has it', () => {
  const yaml = 'title: A\ndescription: "\nTwo kinds: one and another."\nslug: a\n';
  expect(readFrontmatter(yaml, 4)).toEqual({ frontmatter: { title: 'A', description: ' Two kinds: one and another.', slug: 'a' }, problems: [] });
});

test('a quote that is never closed is a problem, at its place', () => {
  const { problems } = readFrontmatter('title: "A\nslug: a\n', 4);
  expect(problems).toMatchObject([{ kind: 'frontmatter', message: expect.stringContaining('quoted scalar') }]);
  expect(readFrontmatter("title: 'A\ndescription: 'B'\n", 4).problems).toHaveLength(1);
});

test('a template of pages to come is no page yet, and nothing is printed about it', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  expect(readFrontmatter('title: {{ replace .Name "-" " " }}\n', 4).problems).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
