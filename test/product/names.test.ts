import { expect, test } from 'vitest';
import { inferNames } from '../../src/product/names.ts';
import { page } from '../site/tasks/pages.ts';

const guides = ['a', 'b', 'c', 'd'].map((name) =>
  page(`${name}.md`, `Open your Postwing account. The mail that Postwing sends lands in Gmail, or on GitHub. See [the app](https://app.postwing.example/${name}) and [GitHub](https://github.com/x).`),
);

test('the name on the most pages, vouched for by a host or by what it stands before', () => {
  expect(inferNames(guides, {})).toEqual({ names: ['Postwing'], domains: ['postwing.example'] });
});

test('the site’s own title and address come first', () => {
  expect(inferNames(guides, { title: 'Postwing Help', url: 'https://help.postwing.example' })).toEqual({ names: ['Postwing'], domains: ['postwing.example'] });
});

test('a maker’s name in front of the name', () => {
  const pages = ['a', 'b', 'c'].map((name) => page(`${name}.md`, `With Acme Postwing you send mail. Ask in your Postwing account, or visit [us](https://postwing.example/${name}).`));
  expect(inferNames(pages, {}).names).toEqual(['Postwing', 'Acme Postwing', 'Acme']);
});

test('nothing rather than a guess', () => {
  expect(inferNames([page('a.md', 'Run the command on Linux and wait.')], {})).toEqual({ names: [], domains: [] });
  expect(inferNames([], {})).toEqual({ names: [], domains: [] });
});
