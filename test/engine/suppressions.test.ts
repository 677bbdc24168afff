import { describe, expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

const disable = 'waymark-disable-next-line link/broken -- comes with version 5';

/** `path:line rule` of the findings of a tree on a day. */
async function found(files: Record<string, string>, today?: string): Promise<string[]> {
  const { findings } = await lint({ root: writeTree(files), ...(today && { today }) });
  return findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

describe('a suppression covers', () => {
  test.each([
    ['the next line', `<!-- ${disable} -->\n[a](gone.md)\n[b](lost.md)\n`, ['a.md:3']],
    ['the next line with text', `<!-- ${disable} -->\n\n[a](gone.md)\n`, []],
    ['a line inside a paragraph', `Text <!-- ${disable} -->\n[a](gone.md)\n[b](lost.md)\n`, ['a.md:3']],
    ['an item of a list', `- one\n  <!-- ${disable} -->\n- [a](gone.md)\n- [b](lost.md)\n`, ['a.md:4']],
    ['a line deep in a list', `1. one\n   - two\n     <!--\n     ${disable}\n     -->\n     [a](gone.md)\n   - [b](lost.md)\n`, ['a.md:7']],
    ['a line in a quote', `> <!-- ${disable} -->\n>\n> [a](gone.md)\n> [b](lost.md)\n`, ['a.md:4']],
    ['the next row of a table', `| A |\n| - |\n| one <!-- ${disable} --> |\n| [a](gone.md) |\n| [b](lost.md) |\n`, ['a.md:5']],
    ['the first row, from the head of a table', `| A <!-- ${disable} --> |\n| - |\n| [a](gone.md) |\n| [b](lost.md) |\n`, ['a.md:4']],
    ['a range', '<!-- waymark-disable link/broken -- x -->\n\n[a](gone.md)\n\n<!-- waymark-enable -->\n\n[b](lost.md)\n', ['a.md:7']],
    ['the rest of the page', '[a](gone.md)\n\n<!-- waymark-disable link/broken, link/anchor -- x -->\n\n[b](lost.md) [c](#c)\n', ['a.md:1']],
    ['the rule that is named', `<!-- ${disable} -->\n[a](gone.md) [b](#b)\n`, ['a.md:2']],
    ['nothing, in a code block', `\`\`\`\n<!-- ${disable} -->\n\`\`\`\n\n[a](gone.md)\n`, ['a.md:5']],
    ['as much with several above one another', `<!-- ${disable} -->\n<!-- waymark-disable-next-line link/anchor -- x -->\n[a](gone.md) [b](#b)\n`, []],
    ['as much with Windows line endings', `<!-- ${disable} -->\r\n\r\n[a](gone.md)\r\n[b](lost.md)\r\n`, ['a.md:4']],
  ])('%s', async (_, source, places) => {
    expect((await found({ 'a.md': source })).filter((each) => !each.endsWith('suppression')).map((each) => each.split(' ')[0])).toEqual(places);
  });

  test('what follows a comment between components of MDX', async () => {
    const source = `<Steps>\n  <Step>One</Step>\n  {/* ${disable} */}\n  <Step>[a](gone.md)</Step>\n  <Step>[b](lost.md)</Step>\n</Steps>\n\nText {/* ${disable} */}\n[c](away.md)\n`;
    expect(await found({ 'a.mdx': source })).toEqual(['a.mdx:5 link/broken']);
    expect(await found({ 'a.mdx': source, 'waymark.config.yaml': 'parser: remark\n' })).toEqual(['a.mdx:5 link/broken']);
  });

  test('the whole page, in frontmatter', async () => {
    const front = (rest: string) => `---\ntitle: A\nwaymark:\n  disable:\n    - rule: link/broken\n${rest}---\n\n[a](gone.md)\n`;
    expect(await found({ 'a.md': front('      reason: x\n') })).toEqual([]);
    expect(await found({ 'a.md': front('') })).toEqual(['a.md:5 page/suppression', 'a.md:8 link/broken']);
    expect(await found({ 'a.md': '---\nwaymark: off\n---\n' })).toEqual(['a.md:2 page/frontmatter']);
  });
});

test('a suppression counts up to its last day', async () => {
  const tree = { 'a.md': '<!-- waymark-disable-next-line link/broken until=2027-01-31 -- x -->\n[a](gone.md)\n' };
  expect(await found(tree, '2027-01-31')).toEqual([]);
  expect(await found(tree, '2027-02-01')).toEqual(['a.md:1 page/suppression', 'a.md:2 link/broken']);
});

test('a finding stays for the places that are not suppressed, and names the others', async () => {
  const root = writeTree({ 'a.md': `<!-- ${disable} -->\n[x](setup.md)\n`, 'b.md': '[y](setup.md)\n', 'guides/setup.md': '# Set up\n' });
  const { findings, silenced } = await lint({ root });
  expect(findings).toMatchObject([
    {
      path: 'b.md',
      members: [{ path: 'b.md', line: 1 }],
      related: [{ path: 'a.md', line: 2, message: 'Suppressed here: comes with version 5' }],
      fix: [{ path: 'b.md' }],
    },
  ]);
  expect(silenced).toMatchObject([{ by: 'suppression', reason: 'comes with version 5', finding: { path: 'a.md', members: [{ path: 'a.md', line: 2 }] } }]);
});

test('a suppression of a hint is not unused', async () => {
  expect(await found({ 'a.md': '# A\n\n<!-- waymark-disable-next-line link/broken -- x -->\n[a](../outside.md)\n' })).toEqual([]);
});

test('a suppression of a rule that is off is not unused', async () => {
  expect(await found({ 'a.md': `<!-- ${disable} -->\n[a](gone.md)\n`, 'waymark.config.yaml': 'rules: { link/broken: off }\n' })).toEqual([]);
});

test('a suppression that can go leaves no empty line behind', async () => {
  const { findings } = await lint({ root: writeTree({ 'a.md': `# A\n\n<!-- ${disable} -->\nText.\n` }) });
  expect(findings[0]!.fix).toEqual([{ path: 'a.md', line: 3, column: 1, endLine: 4, endColumn: 1, text: '' }]);
});

test('a comment of a megabyte takes no time', async () => {
  const spaces = ' '.repeat(500_000);
  const begun = performance.now();
  await found({ 'a.md': `<!-- waymark-disable${spaces}x${spaces}-${spaces}-->\n${'-'.repeat(500_000)}x\n` });
  expect(performance.now() - begun).toBeLessThan(5000);
});
