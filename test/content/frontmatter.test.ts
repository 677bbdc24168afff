import { expect, test, vi } from 'vitest';
import { readFrontmatter } from '../../src/content/frontmatter.ts';

test('a quoted text may go on in the next line without an indent, as js-yaml has it', () => {
  const yaml = 'title: A\ndescription: "\nTwo kinds: one and another."\nslug: a\n';
  expect(readFrontmatter({ format: 'yaml', source: yaml, offset: 4 })).toEqual({ frontmatter: { title: 'A', description: ' Two kinds: one and another.', slug: 'a' }, problems: [] });
});

test('a quote that is never closed is a problem, at its place', () => {
  const { problems } = readFrontmatter({ format: 'yaml', source: 'title: "A\nslug: a\n', offset: 4 });
  expect(problems).toMatchObject([{ kind: 'frontmatter', message: expect.stringContaining('quoted scalar') }]);
  expect(readFrontmatter({ format: 'yaml', source: "title: 'A\ndescription: 'B'\n", offset: 4 }).problems).toHaveLength(1);
});

test('a template of pages to come is no page yet, and nothing is printed about it', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  expect(readFrontmatter({ format: 'yaml', source: 'title: {{ replace .Name "-" " " }}\n', offset: 4 }).problems).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test('TOML is read as Hugo reads it, and a mistake in it has its place', () => {
  const source = 'title = "A"\nslug = "a"\n';
  expect(readFrontmatter({ format: 'toml', source, offset: 4 })).toEqual({ frontmatter: { title: 'A', slug: 'a' }, problems: [] });
  const { problems } = readFrontmatter({ format: 'toml', source: 'title = "A"\nslug = [\n', offset: 4 });
  expect(problems).toMatchObject([{ kind: 'frontmatter', range: { start: expect.any(Number) } }]);
  expect(problems[0]!.range.start).toBeGreaterThan(12);
});
