import { expect, test } from 'vitest';
import type { Page } from '../../src/content/types.ts';
import { inferNames } from '../../src/product/names.ts';
import type { SiteFacts } from '../../src/product/site-files.ts';
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

test('the home page’s title and the mail address of a team, where nothing is linked', () => {
  const pages = [
    page('index.md', '# Postwing Help\n\nWith Postwing you send mail.'),
    page('a.md', '# Domains\n\nEach domain that Postwing sends from needs DNS records. Write to support@postwing.example.'),
    page('b.md', '# Keys\n\nEvery call to Postwing has an API key, and the API answers in JSON. Ask help@example.com.'),
  ];
  expect(inferNames(homeOf(pages), {})).toEqual({ names: ['Postwing'], domains: ['postwing.example'] });
});

test('a title that says what kind of thing it is gives no name', () => {
  const pages = ['a', 'b', 'c'].map((name) => page(`${name}.md`, 'Read more about Delivery here. The delivery of mail takes a while, and each delivery counts.'));
  expect(inferNames(homeOf([page('index.md', '# Delivery API\n\nWelcome.'), ...pages]), {}).names).toEqual([]);
});

test('the host that most pages link to vouches for a name on few pages', () => {
  const others = Array.from({ length: 20 }, (_, index) => page(`guides/${index}.md`, `Set the Timeout and wait. See [the app](https://app.getpostwing.example/${index}).`));
  const pages = [...others, page('x.md', 'With Postwing you send mail.'), page('y.md', 'What Postwing sends, arrives.')];
  expect(inferNames(pages, {})).toEqual({ names: ['Postwing'], domains: ['getpostwing.example'] });
});

test('files of the site vouch; their address is a domain where it carries the name', () => {
  const pages = ['a', 'b', 'c'].map((name) => page(`${name}.md`, 'Open the page in Postwing and wait for Linux.'));
  const infer = (file: SiteFacts) => inferNames(pages, { files: [file] });
  expect(infer({ title: 'Postwing docs', url: 'https://postwing.example' })).toEqual({ names: ['Postwing'], domains: ['postwing.example'] });
  expect(infer({ packageName: '@postwing/website', url: 'https://postwing.github.io' })).toEqual({ names: ['Postwing'], domains: [] });
  expect(infer({ packageName: 'support-docs' })).toEqual({ names: [], domains: [] });
});

test('what cannot be a host is no domain', () => {
  const garbled = guides.map((guide) => page(guide.path, `${guide.source} See [this](https://postwing.example','postwing.example).`));
  expect(inferNames(garbled, {}).domains).toEqual(['postwing.example']);
});

/** The same pages, with the index at the site's address. */
function homeOf(pages: Page[]): Page[] {
  return pages.map((each) => (each.path === 'index.md' ? { ...each, route: '/' } : each));
}
