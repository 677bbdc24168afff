import { expect, test } from 'vitest';
import { llmsText, markdownOf } from '../../src/portal/markdown.ts';
import type { ProductView } from '../../src/portal/product-view.ts';
import { page } from '../search/page.ts';

const view = {
  tasks: { https: { name: 'HTTPS', pages: [{ title: 'HTTPS', address: '/https/' }], route: '', needs: [], assisted: null } },
  channels: [{ id: 'support', name: 'Support', address: 'help@postwing.example', href: '', hours: 'always', languages: '', response: [] }],
  facts: { domains: { text: '5 domains' } },
} as unknown as ProductView;
const sources = { fact: (id: string) => `[${id}]`, snippet: (file: string) => `Text of ${file}.` };
const markdown = (path: string, source: string) => markdownOf({ ...page(path, { title: 'HTTPS', description: 'How it\nworks.', source }), dialect: path.endsWith('.mdx') ? 'mdx' : 'md' }, sources, view);

test('a page keeps its text; frontmatter becomes title and description, facts and snippets stand in it', () => {
  const source = '---\ntitle: HTTPS\n---\n\nUp to {fact.domains}, <Fact id="domains" />.\n\n<Include file="note.md" />\n';
  expect(markdown('a.md', source)).toBe('# HTTPS\n\n> How it works.\n\nUp to [domains], [domains].\n\nText of note.md.\n');
});

test('code stays as it is written', () => {
  const source = 'Say `{fact.domains}`.\n\n```js\nimport x from "x";\n{fact.domains}\n```\n\n{fact.domains}\n';
  expect(markdown('a.mdx', source)).toContain('Say `{fact.domains}`.\n\n```js\nimport x from "x";\n{fact.domains}\n```\n\n[domains]\n');
});

test('components of the portal become what they show', () => {
  const source = "import UI from 'x';\n\n<UI>Save</UI> <Limit id=\"domains\" />\n\n<Contact task=\"https\" />\n\n<Home tasks={['https']} />\n";
  expect(markdown('a.mdx', source)).toBe('# HTTPS\n\n> How it works.\n\n**Save** 5 domains\n\n- [HTTPS](/https/)\n- Support: help@postwing.example (always)\n');
});

test('the list for agents names the site, then its pages by area', () => {
  const text = llmsText({ title: 'Help', description: 'Guides.' }, [
    { title: 'Keys [old]', description: 'Make one.', area: 'Account', address: '/account/keys.md' },
    { title: 'Start', description: '', area: '', address: '/index.md' },
  ]);
  expect(text).toBe('# Help\n\n> Guides.\n\n- [Start](/index.md)\n\n## Account\n\n- [Keys \\[old\\]](/account/keys.md): Make one.\n');
});
