import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, CompletionList, Diagnostic, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { writeTree } from '../content/tree.ts';
import { Editor } from './client.ts';

const rules = (diagnostics: Diagnostic[]) => diagnostics.map(({ code }) => code);
const has = (rule: string) => (diagnostics: Diagnostic[]) => rules(diagnostics).includes(rule);
const files = (locations: Location[]) => locations.map(({ uri, range }) => `${uri.replace(/^.*\/waymark-[^/]*\//, '')}:${range.start.line + 1}`);

const links = '---\ntitle: HTTPS for tracked links\n---\n\n## Before you begin\n\nYou need a domain.\n\n## Steps\n\n1. Open **Settings**.\n';
const plan = '# Plans\n\nSee [steps](./links.md#steps), [links](./links.md).\n\nTo downgrade your plan, contact sales.\n';

describe('diagnostics', () => {
  test('are those of lint, hints as hints, and follow what is typed', async () => {
    const broken = '# A\n\n[Links](./link.md)\n\nTo downgrade your plan, contact sales.\n';
    const editor = await Editor.start(writeTree({ 'a.md': broken, 'links.md': links }));
    await editor.open('a.md', broken);
    const [link, end] = await editor.diagnostics('a.md', (found) => has('link/broken')(found) && has('help/dead-end')(found));
    expect(link).toMatchObject({ severity: 1, source: 'waymark', code: 'link/broken', message: 'This link leads to link.md, which does not exist.', range: { start: { line: 2, character: 0 }, end: { line: 2, character: 18 } } });
    expect(end).toMatchObject({ severity: 1, code: 'help/dead-end', data: { pending: false }, range: { start: { line: 4 } } });

    await editor.type('a.md', '# A\n', '# A\n\nMore.\n');
    const [, moved] = await editor.diagnostics('a.md', (found) => found.some(({ data }) => (data as { pending: boolean }).pending));
    expect(moved).toMatchObject({ code: 'help/dead-end', message: expect.stringMatching(/\nPending: it is checked again when the page is saved\.$/), range: { start: { line: 6 } } });

    await editor.type('a.md', './link.md', './links.md');
    expect(rules(await editor.diagnostics('a.md', (found) => !has('link/broken')(found)))).toEqual(['help/dead-end']);

    await editor.type('a.md', 'contact sales', 'open **Billing**');
    writeFileSync(path.join(editor.root, 'a.md'), broken);
    await editor.save('a.md');
    expect(await editor.diagnostics('a.md', (found) => found.length === 0)).toEqual([]);
  });

  test('of a page that is open take part in those of others, before it is saved', async () => {
    const editor = await Editor.start(writeTree({ 'links.md': links, 'plan.md': plan }));
    await editor.open('plan.md', plan);
    await editor.open('links.md', links);
    await editor.diagnostics('plan.md', has('help/dead-end'));
    await editor.type('links.md', '## Steps', '## What to do');
    const found = await editor.diagnostics('plan.md', has('link/anchor'));
    expect(found.find(({ code }) => code === 'link/anchor')).toMatchObject({ message: 'This link leads to “#steps”, which links.md does not have.' });
    await editor.close('links.md');
    await editor.diagnostics('plan.md', (now) => !has('link/anchor')(now));
  });

  test('come for a page that has no file yet, and go when it is closed', async () => {
    const editor = await Editor.start(writeTree({ 'links.md': links }));
    await editor.open('new/a.mdx', '# A\n\n[x](./gone.md)\n\n<Tabs>\n');
    expect(rules(await editor.diagnostics('new/a.mdx', has('link/broken'))).sort()).toEqual(['link/broken', 'page/syntax']);
    await editor.close('new/a.mdx');
    await editor.diagnostics('new/a.mdx', (found) => found.length === 0);
  });
});

describe('bad input', () => {
  test('MDX that is broken while it is typed is said and mended', async () => {
    const page = '# A\n\n<Note>Text</Note>\n';
    const editor = await Editor.start(writeTree({ 'a.mdx': page }));
    await editor.open('a.mdx', page);
    await editor.diagnostics('a.mdx', (found) => found.length === 0);
    await editor.type('a.mdx', '</Note>', '</Not');
    await editor.diagnostics('a.mdx', has('page/syntax'));
    await editor.type('a.mdx', '</Not', '</Note>');
    await editor.diagnostics('a.mdx', (found) => found.length === 0);
  });

  test('a broken configuration is told once, and the one before it holds until it is mended', async () => {
    const page = '# A\n\n[x](./gone.md)\n';
    const editor = await Editor.start(writeTree({ 'a.md': page, 'waymark.config.yaml': 'rules: { link/broken: warning }\n' }));
    await editor.open('a.md', page);
    expect(await editor.diagnostics('a.md', has('link/broken'))).toMatchObject([{ severity: 2 }]);
    writeFileSync(path.join(editor.root, 'waymark.config.yaml'), 'rule: {}\n');
    await editor.save('a.md');
    expect(await editor.message(/waymark\.config\.yaml:1:1/)).toContain('“rules”');
    await editor.type('a.md', '# A', '# B');
    expect(await editor.diagnostics('a.md', has('link/broken'))).toMatchObject([{ severity: 2 }]);
    writeFileSync(path.join(editor.root, 'waymark.config.yaml'), 'rules: { link/broken: off }\n');
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await editor.diagnostics('a.md', (found) => found.length === 0);
    expect(editor.said).toHaveLength(1);
  });

  test('a tree that cannot be read at first is read when it can', async () => {
    const editor = await Editor.start(writeTree({ 'a.txt': '' }));
    await editor.message(/holds no page/);
    const page = '# A\n\n[x](./gone.md)\n';
    await editor.open('a.md', page);
    writeFileSync(path.join(editor.root, 'a.md'), page);
    await editor.save('a.md');
    await editor.diagnostics('a.md', has('link/broken'));
  });

  test('a page outside of the root, an ignored one and what is no page are left alone', async () => {
    const page = '# A\n\n[x](./gone.md)\n';
    const editor = await Editor.start(writeTree({ 'a.md': page, 'drafts/b.md': page, 'c.txt': page, 'waymark.config.yaml': 'ignore: [drafts]\n' }));
    for (const file of ['../outside.md', 'drafts/b.md', 'c.txt', 'a.md']) await editor.open(file, page);
    await editor.diagnostics('a.md', has('link/broken'));
    for (const file of ['../outside.md', 'drafts/b.md', 'c.txt']) {
      expect(await editor.ask('textDocument/hover', file, 'x')).toBeNull();
      expect(editor.heardOf(file)).toBe(false);
    }
  });

  test('a file that is deleted takes its page along', async () => {
    const editor = await Editor.start(writeTree({ 'links.md': links, 'plan.md': plan }));
    await editor.open('plan.md', plan);
    await editor.diagnostics('plan.md', has('help/dead-end'));
    rmSync(path.join(editor.root, 'links.md'));
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [] });
    const found = await editor.diagnostics('plan.md', has('link/broken'));
    expect(found[0]!.message).toBe('2 links on this page lead to links.md, which does not exist.');
  });

  test('escape sequences and markup of a page have no effect in what is shown', async () => {
    const page = '# A\n\n[x](<./gone\u001B[2J.md>) [t](./b.md)\n';
    const editor = await Editor.start(writeTree({ 'a.md': page, 'b.md': '---\ntitle: "<img src=x> **B** \\e[31m"\n---\n\nText.\n' }));
    await editor.open('a.md', page);
    const [diagnostic] = await editor.diagnostics('a.md', has('link/broken'));
    expect(diagnostic!.message).not.toContain('\u001B');
    const hover = await editor.ask<Hover>('textDocument/hover', 'a.md', '[t]', 1);
    expect(hover.contents).toMatchObject({ kind: 'markdown', value: String.raw`**\<img src=x\> \*\*B\*\* �\[31m**` + '  \nb.md' });
  });
});

describe('what stands at a place', () => {
  const tree = {
    'links.md': links,
    'plan.md': plan,
    'topic.md': '---\ntitle: T\ntopic: billing\nresolves: [export-data]\n---\n\nYou may have {fact.api-keys} keys. Click **Acount settings**.\n',
    'other.md': '---\ntitle: O\ntopic: billing\n---\n\nAt most {fact.api-keys}.\n',
    'product/facts.yaml': 'facts:\n  api-keys: { kind: limit, value: 100, unit: API keys }\n',
    'product/self-serve.yaml': 'tasks:\n  export-data:\n    phrasings: { en: [export your data] }\n    page: topic.md\n',
    'en.json': JSON.stringify({ account: 'Account settings', billing: 'Billing address' }),
    'waymark.config.yaml': 'interface: { catalogues: [{ path: en.json }] }\n',
  };

  async function openAll(names: (keyof typeof tree)[]): Promise<Editor> {
    const editor = await Editor.start(writeTree(tree));
    for (const name of names) await editor.open(name, tree[name]);
    await editor.diagnostics(names.at(-1)!, () => true);
    return editor;
  }

  test('hovers tell the evidence, and what things are', async () => {
    const editor = await openAll(['plan.md', 'topic.md']);
    await editor.diagnostics('plan.md', has('help/dead-end'));
    const hover = async (file: string, piece: string, further = 1) => ((await editor.ask<Hover | null>('textDocument/hover', file, piece, further))?.contents as { value: string } | undefined)?.value;
    expect(await hover('plan.md', 'contact sales')).toMatch(/\*\*help\/dead-end\*\* \(likely\).*\n- .*waymark explain [0-9a-f]{16}.*dead-end: .*Task: downgrade your plan/s);
    expect(await hover('plan.md', '[steps]')).toContain('**HTTPS for tracked links**  \nlinks.md\\#steps');
    expect(await hover('topic.md', '{fact')).toContain('**100** API keys');
    expect(await hover('topic.md', 'export-data')).toContain('export your data');
    expect(await hover('topic.md', 'Acount settings')).toMatch(/\*\*ui\/unknown\*\*.*Account settings.*en.json/s);
    expect(await hover('topic.md', 'You may')).toBeUndefined();
  });

  test('definitions and references of links, headings, facts, tasks and topics', async () => {
    const editor = await openAll(['links.md', 'plan.md', 'topic.md']);
    const definition = async (file: string, piece: string) => files(await editor.ask<Location[]>('textDocument/definition', file, piece, 1));
    const references = async (file: string, piece: string) => files(await editor.ask<Location[]>('textDocument/references', file, piece, 1, { context: { includeDeclaration: true } }));
    expect(await definition('plan.md', '[steps]')).toEqual(['links.md:9']);
    expect(await definition('plan.md', '[links]')).toEqual(['links.md:2']);
    expect(await definition('topic.md', '{fact')).toEqual(['product/facts.yaml:2']);
    expect(await definition('topic.md', 'export-data')).toEqual(['product/self-serve.yaml:2']);
    expect(await references('links.md', '## Steps')).toEqual(['plan.md:3']);
    expect(await references('links.md', '---')).toEqual(['plan.md:3', 'plan.md:3']);
    expect(await references('topic.md', '{fact')).toEqual(['other.md:6', 'topic.md:7']);
    expect(await references('topic.md', 'topic: billing')).toEqual(['other.md:2', 'topic.md:2']);
    const topic = await definition('topic.md', 'topic: billing');
    expect(['other.md:2', undefined]).toContain(topic[0]);
  });

  test('completes links, anchors, facts, tasks, topics and labels', async () => {
    const editor = await openAll(['plan.md']);
    const text = '---\ntitle: N\ntopic: b\nresolves: [ex\n---\n\n[a](./li [b](./links.md#be [c](/pl {fact.ap **Acc\n';
    await editor.open('new.md', text);
    await editor.diagnostics('new.md', has('page/frontmatter'));
    const complete = async (piece: string) => {
      const { items } = await editor.ask<CompletionList>('textDocument/completion', 'new.md', piece, piece.length);
      return items.map(({ textEdit }) => textEdit!.newText);
    };
    expect(await complete('./li')).toEqual(['./links.md']);
    expect(await complete('#be')).toEqual(['before-you-begin']);
    expect(await complete('(/pl')).toEqual(['/plan']);
    expect(await complete('fact.ap')).toEqual(['api-keys']);
    expect(await complete('topic: b')).toEqual(['billing']);
    expect(await complete('[ex')).toEqual(['export-data']);
    expect(await complete('**Acc')).toEqual(['Account settings']);
    expect(await complete('title: N')).toEqual([]);
  });
});

describe('code actions', () => {
  test('mend one place, all of them, the whole page, or suppress with a reason', async () => {
    const page = '# A\n\nText\nand [b](/docs/LINKS) and\n\n- [c](./Links.md)\n';
    const editor = await Editor.start(writeTree({ 'a.md': page, 'links.md': links, 'c.md': '# C\n\n[c](./Links.md)\n' }));
    await editor.open('a.md', page);
    await editor.diagnostics('a.md', has('link/broken'));
    const place = { start: editor.at('a.md', '[c]', 1), end: editor.at('a.md', '[c]', 1) };
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: editor.uri('a.md') }, range: place, context: { diagnostics: [] } });
    const [one, all, suppress] = actions;
    expect(editor.applied(one!.edit!, 'a.md', page)).toBe(page.replace('./Links.md', './links.md'));
    expect(all!.title).toContain('(all 2 places)');
    expect(editor.applied(all!.edit!, 'c.md', '# C\n\n[c](./Links.md)\n')).toBe('# C\n\n[c](./links.md)\n');
    expect(suppress!.title).toBe('Suppress link/broken here, with a reason');
    const suppressed = editor.applied(suppress!.edit!, 'a.md', page);
    expect(suppressed).toBe(page.replace('- [c]', '<!-- waymark-disable-next-line link/broken --  -->\n- [c]'));
    const [fixAll] = await editor.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: editor.uri('a.md') }, range: place, context: { diagnostics: [], only: ['source.fixAll'] } });
    expect(editor.applied(fixAll!.edit!, 'a.md', page)).toContain('./links.md');
  });
});

test('code actions offer what a finding suggests and cannot know', async () => {
  const page = "# A\n\n[one](./lnks.md) and\n\n[two](./links.md#step)\n";
  const editor = await Editor.start(writeTree({ 'a.md': page, 'links.md': links }));
  await editor.open('a.md', page);
  await editor.diagnostics('a.md', has('link/broken'));
  const offered = async (piece: string) => {
    const place = editor.at('a.md', piece, 1);
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: editor.uri('a.md') }, range: { start: place, end: place }, context: { diagnostics: [] } });
    return actions.map(({ title, edit }) => [title, editor.applied(edit!, 'a.md', page).match(/\(.*?\)/g)?.join(' ')]);
  };
  expect((await offered('[one]')).slice(0, 1)).toEqual([['Link to “HTTPS for tracked links”', '(./links.md) (./links.md#step)']]);
  expect((await offered('[two]')).slice(0, 2)).toEqual([['Write “#steps”', '(./lnks.md) (./links.md#steps)'], ['Link to the page alone', '(./lnks.md) (./links.md)']]);
});

describe('rename', () => {
  const tree = {
    'guides/links.md': `${links}\nSee [above](#steps) and [plan](../plan.md).\n\n## Steps\n\nMore.\n`,
    'plan.md': '# Plans\n\n[One](./guides/links.md#steps), [two](guides/links.md#steps-1), [three][x].\n\n[x]: ./guides/links.md#before-you-begin\n',
  };

  async function start(): Promise<Editor> {
    const editor = await Editor.start(writeTree(tree));
    await editor.open('guides/links.md', tree['guides/links.md']);
    await editor.diagnostics('guides/links.md', () => true);
    return editor;
  }

  test('of a heading changes the links to it, and those to headings whose id it moves', async () => {
    const editor = await start();
    const found = await editor.ask<{ placeholder: string }>('textDocument/prepareRename', 'guides/links.md', '## Steps', 4);
    expect(found.placeholder).toBe('Steps');
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', 'guides/links.md', '## Steps', 4, { newName: 'What to do' });
    expect(editor.applied(edit, 'guides/links.md', tree['guides/links.md'])).toBe(tree['guides/links.md'].replace('## Steps', '## What to do').replace('(#steps)', '(#what-to-do)'));
    expect(editor.applied(edit, 'plan.md', tree['plan.md'])).toBe(tree['plan.md'].replace('links.md#steps)', 'links.md#what-to-do)').replace('#steps-1', '#steps'));
    const begin = await editor.ask<WorkspaceEdit>('textDocument/rename', 'guides/links.md', 'Before you', 1, { newName: 'First' });
    expect(editor.applied(begin, 'plan.md', tree['plan.md'])).toBe(tree['plan.md'].replace('#before-you-begin', '#first'));
    await expect(editor.ask('textDocument/rename', 'guides/links.md', '## Steps', 4, { newName: ' ' })).rejects.toThrow('one line');
    expect(await editor.ask('textDocument/prepareRename', 'guides/links.md', 'You need', 1)).toBeNull();
  });

  test('of a page changes links to and from it, and leaves a redirect', async () => {
    const editor = await start();
    const moved = (edit: WorkspaceEdit | null) => {
      expect(editor.applied(edit, 'plan.md', tree['plan.md'])).toBe(tree['plan.md'].replaceAll('guides/links.md', 'tracking/https.md'));
      const text = editor.applied(edit, 'guides/links.md', tree['guides/links.md']);
      expect(text).toBe(tree['guides/links.md'].replace('tracked links\n---', 'tracked links\nformerly: /guides/links\n---'));
    };
    moved(await editor.request('workspace/willRenameFiles', { files: [{ oldUri: editor.uri('guides/links.md'), newUri: editor.uri('tracking/https.md') }] }));
    const renamed = await editor.ask<WorkspaceEdit>('textDocument/rename', 'guides/links.md', 'title:', 2, { newName: 'tracking/https.md' });
    moved(renamed);
    expect(renamed.documentChanges!.at(-1)).toEqual({ kind: 'rename', oldUri: editor.uri('guides/links.md'), newUri: editor.uri('tracking/https.md') });
    for (const name of ['../out.md', '/etc/a.md', 'plan.md', 'a.txt']) await expect(editor.ask('textDocument/rename', 'guides/links.md', 'title:', 2, { newName: name })).rejects.toThrow();
  });
});
