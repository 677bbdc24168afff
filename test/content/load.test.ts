import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileLookup, loadPage } from '../../src/content/load.ts';
import { writeTree } from './tree.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('reading a page', () => {
  test('takes the text as it stands, Windows line endings included', () => {
    const root = writeTree({ 'a.md': '# Größe\r\n\r\nText\r\n' });
    expect(loadPage(root, 'a.md')).toEqual({ path: 'a.md', source: '# Größe\r\n\r\nText\r\n' });
  });

  test('takes a byte order mark off', () => {
    const root = writeTree({ 'a.md': '\uFEFF---\ntitle: A\n---\n' });
    expect(loadPage(root, 'a.md')).toEqual({ path: 'a.md', source: '---\ntitle: A\n---\n' });
  });

  test('an empty file is a page without a problem', () => {
    expect(loadPage(writeTree({ 'a.md': '' }), 'a.md')).toEqual({ path: 'a.md', source: '' });
  });

  test('says where a file stops being UTF-8, and keeps the rest', () => {
    const root = writeTree({ 'a.md': Buffer.concat([text('# Title\n\nGr'), bytes(0xf6), text('e\n')]) });
    const { source, problem } = loadPage(root, 'a.md');
    expect(source).toBe('# Title\n\nGr\uFFFDe\n');
    expect(problem).toMatchObject({ kind: 'syntax', message: expect.stringContaining('not UTF-8'), range: { start: 11, end: 12 } });
  });

  test('a replacement character that is really written is no problem', () => {
    const root = writeTree({ 'a.md': 'An unknown byte shows as \uFFFD.\n' });
    expect(loadPage(root, 'a.md').problem).toBeUndefined();
  });

  test('says that a file is UTF-16, or no text at all', () => {
    const root = writeTree({ 'a.md': Buffer.from('\uFEFF# A', 'utf16le'), 'b.md': bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 1) });
    expect(loadPage(root, 'a.md')).toMatchObject({ source: '', problem: { message: expect.stringContaining('UTF-16') } });
    expect(loadPage(root, 'b.md')).toMatchObject({ source: '', problem: { message: expect.stringContaining('zero bytes') } });
  });

  test('says that a file cannot be read', () => {
    const root = writeTree({});
    mkdirSync(path.join(root, 'folder.md'));
    expect(loadPage(root, 'folder.md')).toMatchObject({ source: '', problem: { message: 'This file cannot be read: it is a folder.' } });
    expect(loadPage(root, 'gone.md').problem?.message).toBe('This file cannot be read: there is no such file or folder.');
  });
});

describe('looking files up', () => {
  test('knows files and folders by their exact letters', () => {
    const exists = fileLookup(writeTree({ 'guides/setup.md': '', 'images/Logo.png': '' }));
    expect(['guides', 'guides/setup.md', 'images/Logo.png', '.', ''].filter((file) => !exists(file))).toEqual([]);
    expect(['Guides/setup.md', 'images/logo.png', 'guides/setup.md/x', 'nothing/at/all'].filter(exists)).toEqual([]);
  });

  test('reaches out of the root', () => {
    const root = writeTree({ 'docs/a.md': '', 'LICENSE': '' });
    const exists = fileLookup(path.join(root, 'docs'));
    expect([exists('../LICENSE'), exists('..'), exists('../NOTICE'), exists('../missing/x')]).toEqual([true, true, false, false]);
  });
});
