import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/content/discover.ts';
import { UsageError } from '../../src/content/errors.ts';
import { pathMatcher } from '../../src/content/glob.ts';
import { writeTree } from './tree.ts';

const page = '# Page\n';

describe('which files are pages', () => {
  test('Markdown and MDX at any depth, in the order of their paths', () => {
    const root = writeTree({ 'b.md': page, 'a/c.mdx': page, 'a/b.markdown': page, 'a/B.MD': page, 'a/image.png': '', 'readme.txt': page });
    expect(discover(root).pages).toEqual(['a/B.MD', 'a/b.markdown', 'a/c.mdx', 'b.md']);
  });

  test('not those in dot folders and node_modules', () => {
    const root = writeTree({ 'a.md': page, '.cache/b.md': page, 'node_modules/x/readme.md': page, 'docs/node_modules/x/readme.md': page });
    expect(discover(root).pages).toEqual(['a.md']);
  });

  test('not those that the configuration ignores', () => {
    const root = writeTree({ 'a.md': page, 'drafts/b.md': page, 'drafts/deep/c.md': page, 'guides/old.md': page });
    const { pages, ignored } = discover(root, { ignores: pathMatcher(['drafts/**', '**/old.md']) });
    expect(pages).toEqual(['a.md']);
    expect(ignored).toBe(1);
  });

  test('not test data, and that is said', () => {
    const root = writeTree({ 'a.md': page, 'src/fixtures/b.md': page, 'src/fixtures/deep/c.md': page, 'guides/fixtures.md': page });
    const { pages, skipped } = discover(root);
    expect(pages).toEqual(['a.md', 'guides/fixtures.md']);
    expect(skipped).toEqual([{ path: 'src/fixtures', reason: expect.stringContaining('2 pages of test data') }]);
  });

  test('a folder without pages gives none', () => {
    expect(discover(writeTree({ 'image.png': '' }))).toMatchObject({ pages: [], ignored: 0 });
  });
});

describe('what git ignores', () => {
  test('by .gitignore files at any depth, the inner one first', () => {
    const root = writeTree({
      '.git/HEAD': '',
      '.gitignore': 'build/\n*.draft.md\n/top.md\n',
      'build/a.md': page,
      'a.draft.md': page,
      'top.md': page,
      'guides/top.md': page,
      'guides/.gitignore': 'local.md\n!kept.draft.md\n',
      'guides/local.md': page,
      'guides/kept.draft.md': page,
      'local.md': page,
    });
    expect(discover(root).pages).toEqual(['guides/kept.draft.md', 'guides/top.md', 'local.md']);
  });

  test('by .git/info/exclude and by the files above the root', () => {
    const root = writeTree({ '.git/info/exclude': 'notes.md\n', '.gitignore': 'docs/private/\n', 'docs/notes.md': page, 'docs/private/a.md': page, 'docs/a.md': page });
    expect(discover(path.join(root, 'docs')).pages).toEqual(['a.md']);
  });

  test('but never the folder that was named', () => {
    const root = writeTree({ '.git/HEAD': '', '.gitignore': 'build/\n', 'build/a.md': page });
    expect(discover(path.join(root, 'build')).pages).toEqual(['a.md']);
  });

  test('rules above a folder that belongs to no repository do not count', () => {
    const root = writeTree({ '.gitignore': '*.md\n', 'docs/a.md': page });
    expect(discover(path.join(root, 'docs')).pages).toEqual(['a.md']);
  });
});

describe('symbolic links', () => {
  test('to pages that have no path of their own are followed', () => {
    const root = writeTree({ 'a.md': page, '.shared/b.md': page, '.shared/deep/c.md': page });
    symlinkSync('.shared', path.join(root, 'shared'));
    expect(discover(root)).toMatchObject({ pages: ['a.md', 'shared/b.md', 'shared/deep/c.md'], skipped: [] });
  });

  test('to a page of the tree make no second page of it', () => {
    const root = writeTree({ 'guides/a.md': page });
    symlinkSync('guides/a.md', path.join(root, 'index.md'));
    expect(discover(root).pages).toEqual(['guides/a.md']);
  });

  test('that lead round in a circle are skipped and said', () => {
    const root = writeTree({ 'guides/a.md': page });
    symlinkSync('..', path.join(root, 'guides', 'up'));
    symlinkSync('self.md', path.join(root, 'self.md'));
    const { pages, skipped } = discover(root);
    expect(pages).toEqual(['guides/a.md']);
    expect(skipped).toEqual([
      { path: 'guides/up', reason: 'is a symbolic link to the root, which is read already' },
      { path: 'self.md', reason: 'is a symbolic link that cannot be followed: its symbolic links lead round in a circle' },
    ]);
  });

  test('that lead out of the tree or to nothing are skipped and said', () => {
    const elsewhere = writeTree({ 'secret.md': page });
    const root = writeTree({ 'a.md': page });
    symlinkSync(elsewhere, path.join(root, 'out'));
    symlinkSync('gone.md', path.join(root, 'nothing.md'));
    const { pages, skipped } = discover(root);
    expect(pages).toEqual(['a.md']);
    expect(skipped.map(({ path: file }) => file)).toEqual(['nothing.md', 'out']);
    expect(skipped[1]?.reason).toContain('leads out of the tree');
  });
});

describe('a root that cannot be read', () => {
  test('is an error that names it', () => {
    const root = writeTree({ 'a.md': page });
    expect(() => discover(path.join(root, 'missing'))).toThrow(UsageError);
    expect(() => discover(path.join(root, 'missing'))).toThrow(/missing: there is no such file or folder/);
    expect(() => discover(path.join(root, 'a.md'))).toThrow(/is not a folder/);
  });

  // The permission bits of a folder do not bind the super-user.
  test.skipIf(process.getuid?.() === 0)('so is a folder in it that may not be read', () => {
    const root = writeTree({ 'a.md': page });
    mkdirSync(path.join(root, 'closed'));
    chmodSync(path.join(root, 'closed'), 0);
    expect(() => discover(root)).toThrow(/folder closed: permission denied/);
  });
});

test('five thousand files are found well within a second', () => {
  const files = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`section-${index % 50}/guide-${index}.md`, page]));
  const root = writeTree({ ...files, '.git/HEAD': '', '.gitignore': 'build/\n*.log\n' });
  const begun = performance.now();
  expect(discover(root).pages).toHaveLength(5000);
  expect(performance.now() - begun).toBeLessThan(1000);
});
