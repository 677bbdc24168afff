import path from 'node:path';
import { expect, test } from 'vitest';
import { parseCodeowners, readCodeowners } from '../../src/content/codeowners.ts';
import { writeTree } from './tree.ts';

test('the last pattern that matches counts, and one without owners takes them away', () => {
  const ownersOf = parseCodeowners('# all\n*  @all\n/docs/ @docs @writers # both\n/docs/api/*\t@api\n*.png\ndocs/a\\ b.md @space\n');
  expect(ownersOf('README.md')).toEqual(['@all']);
  expect(ownersOf('docs/guides/a.md')).toEqual(['@docs', '@writers']);
  expect(ownersOf('docs/api/a.md')).toEqual(['@api']);
  expect(ownersOf('docs/api/v2/a.md')).toEqual(['@docs', '@writers']);
  expect(ownersOf('docs/logo.png')).toEqual([]);
  expect(ownersOf('docs/a b.md')).toEqual(['@space']);
});

test('names of folders match at any depth, characters of globs that CODEOWNERS does not know stand for themselves', () => {
  const ownersOf = parseCodeowners('guides @guides\n/app/(docs)/[slug]/ @app\n');
  expect(ownersOf('docs/guides/a.md')).toEqual(['@guides']);
  expect(ownersOf('app/(docs)/[slug]/page.mdx')).toEqual(['@app']);
  expect(ownersOf('app/docs/s/page.mdx')).toEqual([]);
});

test('each section of GitLab’s names its own owners', () => {
  const ownersOf = parseCodeowners('[Docs][2] @writers\n/docs/\n^[Legal] @legal\n/docs/terms.md @counsel\n');
  expect(ownersOf('docs/a.md')).toEqual(['@writers']);
  expect(ownersOf('docs/terms.md')).toEqual(['@writers', '@counsel']);
});

test('it is found in the repository around the tree; a repository without one has no owners', () => {
  const repository = writeTree({ '.git/HEAD': '', '.github/CODEOWNERS': '/docs/guides/ @guides\n', 'docs/guides/a.md': '' });
  expect(readCodeowners(path.join(repository, 'docs'))?.('guides/a.md')).toEqual(['@guides']);
  expect(readCodeowners(writeTree({ '.git/HEAD': '' }))).toBeNull();
});
