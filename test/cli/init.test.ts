import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/engine/config.ts';
import { findSite } from '../../src/engine/generators.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const page = '# Help\n\nPostwing signs every message. Ask Postwing support at help@postwing.example when Postwing does not.\n';

describe('what makes a site is told by its files', () => {
  test.each([
    ['Starlight', { 'docs/astro.config.mjs': "import starlight from '@astrojs/starlight';\nexport default { site: 'https://docs.postwing.example', base: '/help', integrations: [starlight({ title: 'Postwing' })] };", 'docs/src/content/docs/index.mdx': page }, { content: 'docs/src/content/docs', base: '/help', title: 'Postwing', url: 'https://docs.postwing.example' }],
    ['Astro', { 'astro.config.ts': 'export default {};', 'src/content/guides/a.md': page }, { content: 'src/content', base: '' }],
    ['Docusaurus', { 'website/docusaurus.config.js': "module.exports = { title: 'Postwing', baseUrl: '/docs/' };", 'website/docs/intro.md': page }, { content: 'website/docs', base: '/docs', remark: true }],
    ['VitePress', { 'docs/.vitepress/config.mts': "export default { title: 'Postwing' };", 'docs/guide/a.md': page }, { content: 'docs', base: '' }],
    ['MkDocs', { 'mkdocs.yml': 'site_name: Postwing\ndocs_dir: handbook\n', 'handbook/index.md': page }, { content: 'handbook' }],
    ['Hugo', { 'hugo.toml': "baseURL = 'https://postwing.example/'\ntitle = 'Postwing'\n", 'content/docs/_index.md': page }, { content: 'content', title: 'Postwing' }],
    ['Mintlify', { 'docs.json': '{ "$schema": "https://mintlify.com/docs.json", "name": "Postwing", "navigation": {} }', 'index.mdx': page }, { content: '.' }],
    ['a folder of Markdown', { 'README.md': page, 'docs/a.md': page }, { content: 'docs', base: '' }],
  ])('%s', (generator, files, site) => {
    expect(findSite(writeTree(files as Record<string, string>))).toMatchObject({ generator, ...site });
  });

  test('nothing of them is run, and a file that is none says nothing', () => {
    expect(findSite(writeTree({ 'docs.json': '[1, 2]', 'mkdocs.yml/a.txt': '', 'docs/a.md': page })).generator).toBe('a folder of Markdown');
  });
});

describe('waymark init', () => {
  const texts = JSON.stringify(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`key.${n}`, `Label number ${n}`])));
  const repository = {
    '.git/HEAD': '',
    '.gitattributes': '*.png binary',
    'package.json': '{ "name": "postwing-docs" }',
    'package-lock.json': '{}',
    'website/docusaurus.config.js': "module.exports = { title: 'Postwing', url: 'https://postwing.example', baseUrl: '/' };",
    'website/docs/intro.md': page,
    'website/docs/setup.md': page,
    'app/src/locales/en.json': texts,
    'app/src/locales/de.json': texts,
    'app/src/i18n/en/short.json': '{ "a": "A" }',
  };

  test('proposes what the tree tells, and the configuration holds', () => {
    const root = writeTree(repository);
    const { status, stdout } = waymark('init', root);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Found Docusaurus, with its pages in website\/docs\.\nWrote waymark\.config\.yaml\.\nWrote \.github\/workflows\/waymark\.yml\.\nAdded 2 lines to \.gitattributes\.\n\nNext:\n/);
    expect(stdout).toContain('npx waymark lint website/docs');
    expect(parse(readFileSync(path.join(root, 'waymark.config.yaml'), 'utf8'))).toEqual({
      $schema: './node_modules/waymark/src/schema/config.json',
      content: 'website/docs',
      site: { title: 'Postwing', url: 'https://postwing.example' },
      product: { names: ['Postwing'], domains: ['postwing.example'] },
      parser: 'remark',
      interface: { catalogues: [{ path: 'app/src/locales/en.json' }] },
    });
    expect(readConfig(path.join(root, 'waymark.config.yaml')).content).toBe('website/docs');
    expect(readFileSync(path.join(root, '.gitattributes'), 'utf8')).toBe('*.png binary\nwaymark.baseline merge=union\nwaymark.decisions merge=union\n');
    const workflow = parse(readFileSync(path.join(root, '.github/workflows/waymark.yml'), 'utf8')) as { on: object; jobs: { waymark: { steps: { run?: string }[] } } };
    expect(workflow.jobs.waymark.steps.flatMap(({ run }) => run ?? [])).toEqual(['npm ci', `npx waymark lint 'website/docs' --changed --policy "origin/$GITHUB_BASE_REF" --format github`]);
    expect(waymark('lint', path.join(root, 'website/docs')).status).toBe(0);
  });

  test('overwrites nothing, and the second time changes nothing', () => {
    const root = writeTree({ ...repository, 'waymark.config.json': '{}', '.github/workflows/waymark.yml': 'mine', '.gitattributes': 'waymark.baseline merge=union\nwaymark.decisions merge=union\n' });
    const { stdout } = waymark('init', root);
    expect(stdout).toContain('waymark.config.json is there; it was left as it is.');
    expect(stdout).toContain('.github/workflows/waymark.yml is there; it was left as it is.');
    expect(existsSync(path.join(root, 'waymark.config.yaml'))).toBe(false);
    expect(readFileSync(path.join(root, '.github/workflows/waymark.yml'), 'utf8')).toBe('mine');
  });

  test('of a tree without pages says so and writes nothing', () => {
    const root = writeTree({ 'a.txt': '' });
    expect(waymark('init', root)).toMatchObject({ status: 2, stderr: expect.stringContaining('holds no page') });
    expect(existsSync(path.join(root, 'waymark.config.yaml'))).toBe(false);
  });
});
