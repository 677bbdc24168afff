import { expect, test } from 'vitest';
import { isSiteFile, readSiteFile } from '../../src/product/site-files.ts';

test.each([
  ['package.json', '{ "name": "@postwing/docs", "homepage": "https://postwing.example" }', { packageName: '@postwing/docs', url: 'https://postwing.example' }],
  ['docs.json', '{ "theme": "mint", "name": "Postwing Docs" }', { title: 'Postwing Docs' }],
  ['docusaurus.config.ts', "export default {\n  title: 'Postwing’s docs',\n  url: `https://postwing.example`,\n  navbar: { title: 'Menu' },\n};", { title: 'Postwing’s docs', url: 'https://postwing.example' }],
  ['astro.config.mjs', 'defineConfig({ site: "https://postwing.example", integrations: [starlight({ title: "Postwing" })] })', { title: 'Postwing', url: 'https://postwing.example' }],
  ['mkdocs.yml', 'site_name: Postwing # the product\nsite_url: "https://postwing.example"\nnav:\n  - Home: index.md\n', { title: 'Postwing', url: 'https://postwing.example' }],
  ['_config.yml', "title:   'Postwing'\r\nurl: https://postwing.example\r\n", { title: 'Postwing', url: 'https://postwing.example' }],
  ['hugo.toml', 'baseURL = "https://postwing.example/"\ntitle = "Postwing"\n', { title: 'Postwing', url: 'https://postwing.example/' }],
  ['docusaurus.config.js', 'const { title } = require("./site");\nmodule.exports = { title };', {}],
  ['mkdocs.yml', '', {}],
])('%s: %j', (name, text, facts) => {
  expect(isSiteFile(name)).toBe(true);
  expect(readSiteFile(name, text)).toEqual(facts);
});

test('other files tell nothing', () => {
  expect(['tsconfig.json', 'my-package.json', 'index.md'].filter(isSiteFile)).toEqual([]);
});
