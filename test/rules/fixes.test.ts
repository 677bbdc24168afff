import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

/** `path:line:column text` of every edit of the findings of one rule. */
async function edits(rule: string, files: Record<string, string>): Promise<string[]> {
  const { findings } = await lint({ root: writeTree(files) });
  return findings.filter((finding) => finding.rule === rule).flatMap(({ fix }) => fix.map(({ path, line, column, text }) => `${path}:${line}:${column} ${text}`));
}

test('a fix mends every link of a finding, each from where it stands', async () => {
  const tree = { 'guides/setup.md': '# Set up\n', 'a.md': '[x](old/setup.md) and [y](old/setup.md)\n', 'deep/b.md': '# B\n\n[z](../old/setup.md)\n' };
  expect(await edits('link/broken', tree)).toEqual(['a.md:1:5 ./guides/setup.md', 'a.md:1:27 ./guides/setup.md', 'deep/b.md:3:5 ../guides/setup.md']);
});

test('a fix mends every link to an anchor', async () => {
  const tree = { 'a.md': '# A\n\n## Set it up\n\n[x](#Set-It-Up)\n', 'b.md': '[y](a.md#Set-It-Up)\n[z][ref]\n\n[ref]: a.md#Set-It-Up\n' };
  expect(await edits('link/anchor', tree)).toEqual(['a.md:5:5 #set-it-up', 'b.md:1:5 a.md#set-it-up']);
});

test('an id that differs in a letter may be another heading: it is named, and not written', async () => {
  expect(await edits('link/anchor', { 'a.md': '# A\n\n## Blocked\n\n[x](#clicked)\n' })).toEqual([]);
});

test('a fix of a label reaches every page that writes it', async () => {
  const tree = {
    'waymark.config.yaml': 'interface:\n  catalogues:\n    - { path: en.json, history: [old.json] }\n',
    'en.json': '{ "links": "Link tracking", "save": "Save changes", "domains": "Sending domains" }',
    'old.json': '{ "links": "Tracking preferences", "save": "Save changes", "domains": "Sending domains" }',
    'a.md': '# A\n\nClick **Tracking preferences**.\n',
    'b.md': '# B\n\nClick **Sending domains**, then click the **Tracking preferences** tab.\n',
  };
  expect(await edits('ui/renamed', tree)).toEqual(['a.md:3:9 Link tracking', 'b.md:3:45 Link tracking']);
});
