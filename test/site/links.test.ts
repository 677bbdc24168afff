import { describe, expect, test } from 'vitest';
import { buildLinks, type LinkOptions, pagesLinkedFrom, type Target } from '../../src/site/links.ts';
import { pagesOf } from './pages.ts';

type Options = Partial<Omit<LinkOptions, 'fileExists'>> & { files?: string[] };

/** Where the links of a page lead, each in one word or two. */
function targetsOf(path: string, tree: Record<string, string>, { files = [], ...options }: Options = {}): string[] {
  const pages = pagesOf(tree, options.content);
  const graph = buildLinks(pages, { base: '', variables: {}, fileExists: (file) => files.includes(file), ...options });
  const page = pages.find((each) => each.path === path)!;
  return graph.out.get(page)!.map(({ target }) => describeTarget(target));
}

function describeTarget(target: Target): string {
  switch (target.kind) {
    case 'page':
      return target.anchor === '' ? target.page.path : `${target.page.path}#${target.anchor} ${target.match}`;
    case 'file':
      return `file ${target.path}`;
    case 'missing':
      return `missing ${target.address}`;
    default:
      return target.kind;
  }
}

const links = (...targets: string[]): string => targets.map((target) => `[text](${target})`).join('\n\n');

const tree = {
  'index.md': '# Home',
  'guides/index.md': '# Guides',
  'guides/https.md': '# HTTPS',
  'guides/domains/setup.mdx': '# Set up',
  'reference/README.md': '# Reference',
};

describe('a relative link', () => {
  test('leads to a page with or without ending, index name and trailing slash', () => {
    const source = links('https.md', './https', 'https/', 'https.html', 'domains/setup.mdx', '../reference', '../reference/', '../', '.', 'https.md?plain=1');
    expect(targetsOf('guides/index.md', { ...tree, 'guides/index.md': source })).toEqual([
      ...Array<string>(4).fill('guides/https.md'),
      'guides/domains/setup.mdx',
      'reference/README.md',
      'reference/README.md',
      'index.md',
      'guides/index.md',
      'guides/https.md',
    ]);
  });

  test('is read from the file and, as browsers do, from the address of the page', () => {
    expect(targetsOf('guides/https.md', { ...tree, 'guides/https.md': links('domains/setup', '../domains/setup', '../../reference') })).toEqual([
      'guides/domains/setup.mdx',
      'guides/domains/setup.mdx',
      'reference/README.md',
    ]);
  });

  test('leads to files that are no pages, inside the root and beside it', () => {
    const files = ['guides/sheet.pdf', '../LICENSE', 'guides/examples'];
    expect(targetsOf('guides/https.md', { ...tree, 'guides/https.md': links('sheet.pdf', '../../LICENSE', 'examples/', 'none.pdf') }, { files })).toEqual([
      'file guides/sheet.pdf',
      'file ../LICENSE',
      'file guides/examples',
      'missing guides/none.pdf',
    ]);
  });

  test('names one file where it names an index, never the page beside its folder', () => {
    expect(targetsOf('guides/https.md', { ...tree, 'guides/https.md': links('https/index.md', '../reference/README.md') })).toEqual(['missing guides/https/index.md', 'reference/README.md']);
  });

  test('may be percent-encoded', () => {
    expect(targetsOf('index.md', { 'index.md': links('Set%20up.md', '100%.md'), 'Set up.md': '', '100%.md': '' })).toEqual(['Set up.md', '100%.md']);
  });
});

describe('a link from the top of the site', () => {
  const absolute = links('/guides/https', '/guides/https/', '/guides/', '/guides/domains/setup.html', '/');

  test('leads to pages below the content folder, told or inferred', () => {
    const expected = ['guides/https.md', 'guides/https.md', 'guides/index.md', 'guides/domains/setup.mdx', 'index.md'];
    expect(targetsOf('index.md', { ...tree, 'index.md': absolute })).toEqual(expected);
    const deep = Object.fromEntries(Object.entries({ ...tree, 'index.md': absolute }).map(([path, source]) => [`site/content/${path}`, source]));
    const inDeep = expected.map((path) => `site/content/${path}`);
    expect(targetsOf('site/content/index.md', deep)).toEqual(inDeep);
    expect(targetsOf('site/content/index.md', { ...deep, 'README.md': '' }, { content: 'site/content' })).toEqual(inDeep);
  });

  test('may begin with the base, and with a variable that stands for it', () => {
    const source = links('/help/guides/https', '{{root_url}}/guides/https', '{{other}}/guides/https');
    expect(targetsOf('index.md', { ...tree, 'index.md': source }, { base: '/help', variables: { root_url: '/help' } })).toEqual(['guides/https.md', 'guides/https.md', 'elsewhere']);
  });

  test('shows by itself where addresses begin, when three of them agree', () => {
    const source = links('/docs/a', '/docs/b', '/docs/c', '/docs/d');
    const pages = { 'README.md': '', 'site/pages/a.md': source, 'site/pages/b.md': '', 'site/pages/c.md': '', 'blog/post.md': '' };
    expect(targetsOf('site/pages/a.md', pages)).toEqual(['site/pages/a.md', 'site/pages/b.md', 'site/pages/c.md', 'missing /docs/d']);
  });

  test('finds public files, and pages that are written in another language', () => {
    const options = { content: 'src/content/docs', files: ['package.json', 'public', 'public/img/a.png', 'src/pages', 'src/pages/status.astro'] };
    expect(targetsOf('src/content/docs/a.md', { 'src/content/docs/a.md': links('/img/a.png', '/status', '/img/b.png') }, options)).toEqual([
      'file public/img/a.png',
      'file src/pages/status.astro',
      'missing /img/b.png',
    ]);
  });

  test('follows slugs, former addresses and redirects', () => {
    const pages = { 'a.md': links('/secure-links', '/old', '/older/x', '/gone'), 'guides/https.md': '---\nslug: /secure-links\naliases: [/old]\n---\n' };
    expect(targetsOf('a.md', pages, { redirects: { exact: new Map([['gone', '/a']]), prefixes: ['older/'], named: [] } })).toEqual(['guides/https.md', 'guides/https.md', 'redirected', 'redirected']);
  });
});

test('a page named without a leading dot may be meant from a folder above, as in Docusaurus', () => {
  const pages = { 'docs/guides/a.md': links('guides/b.md', './c.md', 'c.md'), 'docs/guides/b.md': '', 'docs/c.md': '' };
  expect(targetsOf('docs/guides/a.md', pages)).toEqual(['docs/guides/b.md', 'missing docs/guides/c.md', 'docs/c.md']);
});

test('number prefixes and (group) folders need not be written', () => {
  const pages = { 'index.md': links('/intro/first-steps', 'intro/first-steps', '/plans'), '01-intro/02-first-steps.md': '', '(billing)/plans.md': '' };
  expect(targetsOf('index.md', pages)).toEqual(['01-intro/02-first-steps.md', '01-intro/02-first-steps.md', '(billing)/plans.md']);
});

test('a site that serves any letter case shows it by most links to pages with capitals', () => {
  const pages = { 'index.md': links('/methods/page/title', '/methods/page/params', '/methods/page/store', '/guides/Setup'), 'methods/page/Title.md': '', 'methods/page/Params.md': '', 'methods/page/Store.md': '', 'guides/setup.md': '' };
  expect(targetsOf('index.md', pages)).toEqual(['methods/page/Title.md', 'methods/page/Params.md', 'methods/page/Store.md', 'guides/setup.md']);
  expect(targetsOf('index.md', { ...pages, 'index.md': links('/methods/page/title', '/methods/page/Params') })).toEqual(['missing /methods/page/title', 'methods/page/Params.md']);
});

test('a page that is not translated is the one of the default locale', () => {
  const pages = { 'a.md': '', 'b.md': '', 'c.md': '', 'de/a.md': links('./b.md', './c.md', '/de/c', './d.md'), 'de/b.md': '' };
  expect(targetsOf('de/a.md', pages)).toEqual(['de/b.md', 'c.md', 'c.md', 'missing de/d.md']);
});

test('what the tree cannot answer is elsewhere', () => {
  const source = `${links('https://example.com', '//example.com/a', 'mailto:a@postwing.example', 'tel:123', '<${base}/a>', '%7B%7Burl%7D%7D', '@site/src/data.js', '/users/:id')}\n\n<https://example.com>`;
  expect(new Set(targetsOf('a.md', { 'a.md': source }))).toEqual(new Set(['elsewhere']));
});

test('a reference without a definition is no link', () => {
  expect(targetsOf('a.md', { 'a.md': '[text][none] and [x]\n\n[b][b]\n\n[b]: ./b.md', 'b.md': '' })).toEqual(['b.md']);
});

describe('an anchor', () => {
  const target = '# Title\n\n## Set up & go\n\n## Limits\n\n## Limits\n\n<a id="own"></a>\n\n### Named {#chosen}\n\n## Größe\n';
  const anchors = (source: string, page = target, name = 'b.md'): string[] =>
    targetsOf('a.md', { 'a.md': source, [name]: page }).map((each) => each.split(' ')[1] ?? each);

  test('is a heading, its second occurrence, or an id', () => {
    expect(new Set(anchors(links('b.md#limits', 'b#limits-1', 'b.md#own', 'b.md#chosen', 'b.md#set-up--go', 'b.md#gr%C3%B6%C3%9Fe')))).toEqual(new Set(['exact']));
  });

  test('needs none for the top of a page, a text or a line', () => {
    expect(targetsOf('a.md', { 'a.md': links('#', '#top', 'b.md#', 'b.md#:~:text=x', 'b.md#L10-L20'), 'b.md': '' }).map((each) => each.split(' ')[1])).toEqual([
      undefined,
      'whole',
      undefined,
      'whole',
      'whole',
    ]);
  });

  test('in other letters, or by the rules of another generator, is told apart from none', () => {
    expect(anchors(links('b.md#Limits', 'b.md#set-up-go', 'b.md#set-up-and-go', 'b.md#limits-7', 'b.md#price'))).toEqual(['letters', 'otherSlug', 'otherSlug', 'otherSlug', 'missing']);
  });

  test('may be brought by a component, and is found in an included page', () => {
    expect(anchors(links('b#price'), '# Title\n\n<PriceList />\n', 'b.mdx')).toEqual(['open']);
    expect(anchors(links('b#price', 'b#install'), '# Title\n\n<Card title="x" />\n\n<Tab title="Install">x</Tab>\n', 'b.mdx')).toEqual(['missing', 'open']);
    const pages = { 'a.md': links('b#price', 'b#none'), 'b.mdx': "import Part from './_part.mdx'\n\n# Title\n\n<Part />\n", '_part.mdx': '## Price\n\n[self](#elsewhere)' };
    expect(targetsOf('a.md', pages)).toEqual(['b.mdx#price exact', 'b.mdx#none missing']);
    expect(targetsOf('_part.mdx', pages)).toEqual(['_part.mdx#elsewhere open']);
  });
});

test('a site that makes ids by other rules shows it by its own links', () => {
  const headings = ['First steps', 'Next steps', 'Last steps', 'Set up', 'Tear down', 'limits'];
  const source = (slug: (heading: string) => string): string => `${headings.map((heading) => `## ${heading}`).join('\n\n')}\n\n${links(...headings.map((heading) => `#${slug(heading)}`))}`;
  const otherSlugs = (slug: (heading: string) => string): boolean => buildLinks(pagesOf({ 'a.md': source(slug) }), { base: '', variables: {}, fileExists: () => false }).otherSlugs;
  expect(otherSlugs((heading) => heading.replace(' ', '-'))).toBe(true);
  expect(otherSlugs((heading) => heading.toLowerCase().replace(' ', '-'))).toBe(false);
});

test('the graph knows which pages link to which', () => {
  const pages = pagesOf({ 'a.md': links('b.md', './b', '#x'), 'b.md': links('a.md'), 'c.md': '' });
  const graph = buildLinks(pages, { base: '', variables: {}, fileExists: () => false });
  const [a, b, c] = pages;
  expect([...pagesLinkedFrom(graph, a!)]).toEqual([b]);
  expect(graph.in.get(b!)?.map(({ from }) => from.path)).toEqual(['a.md', 'a.md']);
  expect(graph.in.has(c!)).toBe(false);
});

describe('what only the site’s build knows', () => {
  test('a folder under a name with a sign in front is no path, unless the tree has it', () => {
    const targets = targetsOf('guides/a.md', { 'guides/a.md': links('@assets/logo.svg', '~lib/z', '@scope/b.md'), 'guides/@scope/b.md': '# B\n' });
    expect(targets).toEqual(['elsewhere', 'elsewhere', 'guides/@scope/b.md']);
  });

  test('a page made of a description of an interface has ids of its own, and parts name parameters', () => {
    const targets = targetsOf('a.mdx', {
      'a.mdx': links('api.mdx#body-invoice-id', 'b.mdx#param-expires-in-days', 'b.mdx#gone'),
      'api.mdx': '---\nopenapi: post /sale\n---\n',
      'b.mdx': 'import Fields from "./fields.mdx";\n\n# B\n\n<Fields />\n',
      'fields.mdx': '<ParamField path="expiresInDays">Days.</ParamField>\n',
    });
    expect(targets.map((target) => target.replace(/.* /, ''))).toEqual(['open', 'open', 'missing']);
  });

  test('a heading has the id of its words, without the target of a cross-reference', () => {
    const [target] = targetsOf('a.md', { 'a.md': `${links('#profile-is-now-typed')}\n\n## [\`Profile\`][module.Profile] is now typed\n` });
    expect(target).toContain('otherSlug');
  });
});
