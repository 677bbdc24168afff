import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { formats, loadReporter } from '../../src/reporters/index.ts';
import { writeTree } from '../content/tree.ts';

// What strangers may write into the names, titles and links of a pull request.
const escape = '\u001b]0;owned\u0007\u001b[2J\u009b31m';
const names = [`::error title=x::y ${escape}.md`, 'line\nbreak.md', '##[add-matcher]x.md', '%0A::set-output.md', '<img src=x onerror=alert(1)>.md', '\u202Etxt.md'];
const page = (name: string): string => `---
title: ${JSON.stringify(`${name} @everyone #1 <script>alert(1)</script>`)}
---

::error::x

[a](<gone${escape}.md>) ##[error]x, [@everyone #1 &#93;&#93;&gt;&lt;b&gt;&lt;/script&gt;|\u001b\u009b31m]() and [::error::x]()
`;

async function reportsOf(name: string): Promise<string> {
  const run = await lint({ root: writeTree(Object.fromEntries(names.map((file) => [file, page(file)]))) });
  expect(run.findings.length + run.hints.length).toBeGreaterThan(names.length * 2);
  return (await loadReporter(name))!(run, { hints: true, stats: true, colors: false });
}

test.skipIf(process.platform === 'win32').each(formats)('%s holds no control characters and no commands of its input', async (name) => {
  const text = await reportsOf(name);
  expect(text.match(/(?!\n)\p{Cc}|[\u2028\u2029\u202a-\u202e]/gu)).toBeNull();
  expect(text).not.toContain('##[');
  const commands = text.split('\n').filter((line) => line.trimStart().startsWith('::'));
  if (name === 'github') expect(commands.filter((line) => !/^::(?:error|warning|notice) file=[^,]*,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[a-z]+\/[a-z-]+::/.test(line))).toEqual([]);
  else expect(commands).toEqual([]);
});

test.skipIf(process.platform === 'win32')('markup of the input is text in every format of markup', async () => {
  for (const name of ['html', 'markdown', 'junit']) {
    const text = await reportsOf(name);
    // Code of Markdown holds no markup.
    expect(name === 'markdown' ? text.replace(/`[^`]*`/g, '') : text).not.toMatch(/<img|<b>|alert\(1\)<\/script>|\]\]>/);
  }
  const comment = await reportsOf('markdown');
  expect(comment).toContain('everyone');
  expect(comment).not.toMatch(/@everyone|(?<![\w&])#1\b/);
});

test.skipIf(process.platform === 'win32')('JSON keeps the data as they are', async () => {
  const report = JSON.parse(await reportsOf('json')) as { findings: { path: string }[] };
  expect(new Set(report.findings.map((finding) => finding.path))).toEqual(new Set(names));
});
