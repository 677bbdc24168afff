import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

const broken = '# Page\n\nSee [this](gone.md).\n';

/** Severity and path of what is found in a tree, hints last. */
async function found(config: string, files: Record<string, string> = { 'a.md': broken, 'legacy/b.md': '# B\n\nSee [that](../lost.md).\n' }): Promise<string[]> {
  const { findings, hints } = await lint({ root: writeTree({ ...files, 'waymark.config.yaml': config }) });
  return [...findings, ...hints.map((hint) => ({ ...hint, severity: `hint ${hint.severity}` }))].map(({ path, severity }) => `${severity} ${path}`);
}

test('one severity for a rule', async () => {
  expect(await found('rules: { link/broken: warning }\n')).toEqual(['warning a.md', 'warning legacy/b.md']);
  expect(await found('rules: { link/broken: off }\n')).toEqual([]);
});

test('one severity for each certainty', async () => {
  expect(await found('rules: { link/broken: { severity: { certain: info } } }\n')).toEqual(['info a.md', 'info legacy/b.md']);
  expect(await found('rules: { link/broken: { severity: { likely: info } } }\n')).toEqual(['error a.md', 'error legacy/b.md']);
});

test('a hint goes no higher than its certainty, unless hints are named', async () => {
  const files = { 'a.md': '# A\n\nSee [this](../outside.md).\n' };
  expect(await found('rules: { link/broken: error }\n', files)).toEqual(['hint info a.md']);
  expect(await found('rules: { link/broken: { severity: { hint: warning } } }\n', files)).toEqual(['warning a.md']);
  expect(await found('rules: { link/broken: { severity: { hint: off } } }\n', files)).toEqual([]);
});

test('other settings for some files; the last that fits counts', async () => {
  const overrides = "overrides:\n  - files: ['legacy/**']\n    rules: { link/broken: warning }\n";
  expect(await found(overrides)).toEqual(['error a.md', 'warning legacy/b.md']);
  expect(await found(`${overrides}  - files: ['**/b.md']\n    rules: { link/broken: off }\n`)).toEqual(['error a.md']);
  expect(await found("rules: { link/broken: off }\noverrides:\n  - files: ['legacy/**']\n    rules: { link/broken: warning }\n")).toEqual(['warning legacy/b.md']);
});

test('a place where the rule is off is no member, and the finding stands at another', async () => {
  const root = writeTree({
    'archive/a.md': '# A\n\nSee [this](/lost/).\n[x](/archive/c)\n',
    'b.md': '# B\n\nSee [this](lost.md).\n',
    'archive/c.md': '# C\n\nSee [this](../lost.md).\n',
    'waymark.config.yaml': "overrides:\n  - files: ['archive/**']\n    rules: { link/broken: off }\n",
  });
  const { findings } = await lint({ root });
  expect(findings.map(({ path, line, members }) => [path, line, members.map((member) => member.path)])).toEqual([['b.md', 3, ['b.md']]]);
});

test('the patterns of a configuration above the linted folder are relative to the configuration', async () => {
  const root = writeTree({ '.git/HEAD': '', 'docs/a.md': broken, 'docs/drafts/b.md': broken, 'waymark.config.yaml': "ignore: ['docs/drafts/**']\noverrides:\n  - files: [docs/a.md]\n    rules: { link/broken: info }\n" });
  const { findings, site } = await lint({ root: `${root}/docs` });
  expect(site.pages.map(({ path }) => path)).toEqual(['a.md']);
  expect(findings.map(({ severity }) => severity)).toEqual(['info']);
});

test('an option of a rule', async () => {
  const files = { 'a.md': '# A\n\n[x](/api/users) [y](gone.md) [z](lost.md)\n\n![i](/images/a.png)\n' };
  expect((await found("rules:\n  link/broken: { allow: ['api/**', 'gone.*'] }\n  link/image: { allow: ['/images/**'], severity: { hint: warning } }\n", files))).toEqual(['error a.md']);
});

test('the folders of translations', async () => {
  const { site } = await lint({ root: writeTree({ 'waymark.config.yaml': 'locales: [x-de, fr]\n', 'a.md': '# A\n', 'x-de/b.md': '# B\n', 'guides/fr/c.md': '# C\n', 'it/a.md': '# A\n' }) });
  expect(site.pages.map(({ path, locale }) => `${path} ${locale}`)).toEqual(['a.md ', 'guides/fr/c.md fr', 'it/a.md ', 'x-de/b.md x-de']);
});
