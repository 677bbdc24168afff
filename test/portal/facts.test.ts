import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { showFacts } from '../../src/portal/facts.ts';
import { parseFacts } from '../../src/product/facts.ts';
import { writeTree } from '../content/tree.ts';

const facts = parseFacts(
  "facts:\n  messages: { kind: limit, value: 12500, unit: messages }\n  console: { kind: url, value: 'https://app.postwing.example' }\n",
  'product/facts.yaml',
);
const snippets = {
  '_snippets/limit.md': '---\ntitle: Limit\n---\n\nUp to {fact.messages} **messages**.\n',
  '_snippets/outer.md': 'Before.\n\n<Include file="limit.md" />\n',
  '_snippets/round.md': '<Include file="round.md" />\n',
};

async function render(source: string, file = 'page.md'): Promise<string> {
  const folder = writeTree(snippets);
  const options = { mdastPlugins: [showFacts(folder, facts, { folders: ['de'], fallback: '' })], fileURL: pathToFileURL(path.join(folder, file)) };
  return file.endsWith('.mdx') ? (await mdxToJs(source, options)).code : (await markdownToHtml(source, options)).html;
}

describe.each(['page.md', 'page.mdx'])('on %s', (file) => {
  test.each(['Up to {fact.messages} messages.', 'Up to { fact.messages } messages.', 'Up to <Fact id="messages" /> messages.', '<Include file="limit.md" />', '<Include file="outer.md" />'])('%s', async (source) => {
    expect(await render(`${source}\n`, file)).toContain('12,500');
  });

  test('a link leads where the fact says', async () => {
    expect(await render('[Open]({fact.console})\n', file)).toContain('https://app.postwing.example');
  });

  test('code stays as it is', async () => {
    expect(await render('`{fact.messages}`\n', file)).toContain('{fact.messages}');
  });

  test.each([
    ['{fact.mesages}', /has no fact “mesages”. Did you mean “messages”\?/],
    ['<Include file="none.md" />', /“none.md” cannot be read/],
    ['<Include file="round.md" />', /includes itself: round.md → round.md/],
    ['<Include file="../../secret.md" />', /lies outside/],
  ])('%s ends the build', async (source, message) => {
    await expect(render(`${source}\n`, file)).rejects.toThrow(message);
  });
});

test('numbers are written as the language of the page does', async () => {
  expect(await render('{fact.messages}\n', 'de/page.md')).toContain('12.500');
});
