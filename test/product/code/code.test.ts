import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/content/errors.ts';
import { labelsOf } from '../../../src/product/catalogue/entries.ts';
import { hasCodeEnding, readCode } from '../../../src/product/code/index.ts';

async function labelsIn(files: Record<string, string>): Promise<string[]> {
  const catalogue = await readCode('src', Object.entries(files).map(([path, text]) => ({ path, text })));
  return labelsOf(catalogue).map(({ text, role = '', inner }) => `${role}: ${text}${inner ? ' (inner)' : ''}`);
}

describe('labels in source code', () => {
  test('of TSX, with the roles of elements and components', async () => {
    const source = `
      const name: string = 'not a label';
      export function Form<T,>({ open, count }: Props<T>) {
        if (!open) return <p className="muted">Nothing here</p>;
        return (
          <>
            <h1>Team members</h1>
            <SaveButton onClick={() => save('now')}><Icon /> Save changes</SaveButton>
            <button><span>{open ? 'Hide details' : 'Show details'}</span></button>
            <input type="text" placeholder="Email address" />
            <Tabs.Tab label={\`Invoices of \${name}\`} />
            <a href="/terms">Read <b>the terms</b> first</a>
            <p>{count} of {t('all')}</p>
            <MenuItem icon={<Icon title="Star" />}>{t('key.of.catalogue')}</MenuItem>
          </>
        );
      }`;
    expect(await labelsIn({ 'form.tsx': source })).toEqual([
      ': Nothing here', ': Star', 'heading: Team members', 'button: Save changes', 'button: Hide details', 'button: Show details', 'field: Email address', 'tab: Invoices of {value}',
      'link: Read the terms first', 'link: the terms (inner)', ': {count} of {value}',
    ]);
  });

  test('of Vue templates and of HTML', async () => {
    const vue = `<template><div><BaseButton @click="go">Send now</BaseButton><label>{{ $t('x') }}</label><p>{{ n }} messages</p></div></template>\n<script setup lang="ts">const a = '<b>no</b>'</script>`;
    const html = `<!doctype html><title>Postwing</title><nav><a href="/a">Domains</a></nav><script>document.write('<b>No label</b>')</script><input type="submit" value="Log in"><button aria-label="Close">×</button>`;
    expect(await labelsIn({ 'send.vue': vue })).toEqual(['button: Send now', ': {value} messages']);
    expect(await labelsIn({ 'index.html': html })).toEqual(['heading: Postwing', 'link: Domains', 'button: Log in', 'button: Close']);
  });

  test('are told once, with every file that has them', async () => {
    const { messages } = await readCode('src', [{ path: 'a.jsx', text: 'const a = <b>Save</b>;' }, { path: 'b.jsx', text: 'const b = <i>Save</i>;' }]);
    expect(messages).toMatchObject([{ key: 'Save', files: ['a.jsx', 'b.jsx'] }]);
  });

  test.each([
    ['a.tsx', 'const a = <b>Save;', /^a\.tsx:1:\d+: the file cannot be read/],
    ['a.vue', '<template><b>Save</i></template>', /^a\.vue:1:\d+: the file cannot be read/],
  ])('of a file that is broken are refused: %s', async (path, text, message) => {
    await expect(readCode('src', [{ path, text }])).rejects.toThrow(UsageError);
    await expect(readCode('src', [{ path, text }])).rejects.toThrow(message);
  });

  test('are not those of tests and stories', () => {
    expect(['a.tsx', 'a.test.tsx', 'a.stories.jsx', 'a.css', 'a.vue'].filter(hasCodeEnding)).toEqual(['a.tsx', 'a.vue']);
  });
});
