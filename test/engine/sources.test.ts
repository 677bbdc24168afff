import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfig } from '../../src/engine/config.ts';
import { lint } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

const steps = (menu: string) =>
  `Tracked links go over your own domain, so that readers see your name and not ours. Browsers warn of links without encryption, so give the domain a certificate first. Open the settings of the account, choose ${menu}, enter the domain, and wait until its record is found. Then switch encryption on; links in messages that were sent before keep working as they are.`;

/** Findings and hints of a repository whose documentation lies in `docs`. */
async function findingsOf(files: Record<string, string | Buffer>) {
  const repository = writeTree(files);
  mkdirSync(path.join(repository, '.git'));
  const root = path.join(repository, 'docs');
  const { findings, hints } = await lint({ root, config: findConfig(root) });
  return [...findings, ...hints];
}

const guide = { 'docs/links.md': `# Secure tracked links\n\n${steps('Tracking')}\n`, 'docs/index.md': '# Help\n\n[Links](links.md)\n' };

describe('sources', () => {
  test('a post of the blog that tells a guide again is a duplicate, and should link to it', async () => {
    const found = await findingsOf({
      ...guide,
      'waymark.config.yaml': 'content: docs\nsources: [{ path: blog, name: Blog }]\n',
      'blog/2024-03-01-secure-links.md': `# Secure tracked links\n\n${steps('Tracking')}\n\n[gone](/nowhere/), or contact support to enable it.\n`,
    });
    expect(found.map(({ rule, path: file }) => [rule, file])).toEqual([['topic/duplicate', '../blog/2024-03-01-secure-links.md']]);
    expect(found[0]!.message).toContain('keep links.md, because the other stands outside of the documentation');
    expect(found[0]!.suggestions).toContain('Let ../blog/2024-03-01-secure-links.md (Blog) link to links.md in place of telling it again.');
    expect(found[0]!.suggestions.join()).not.toContain('formerly');
  });

  test('two posts that tell the same are nobody’s business', async () => {
    const post = `# Our picnic\n\n${steps('Picnic')}\n`;
    expect(await findingsOf({ 'docs/index.md': '# Help\n', 'waymark.config.yaml': 'content: docs\nsources: [{ path: blog }]\n', 'blog/one.md': post, 'blog/two.md': post })).toEqual([]);
  });

  test('a canned reply is a row of a file, by the line where it begins', async () => {
    const found = await findingsOf({
      ...guide,
      'waymark.config.yaml': 'content: docs\nsources: [{ path: replies.csv, name: Canned replies, text: Reply body }]\n',
      'replies.csv': `Name;Reply body\nThanks;"Thank you.\n\nUntil then."\n"Secure tracked links";"${steps('Tracking').replaceAll('. ', '.\n')}"\n`,
    });
    expect(found.map(({ rule, path: file }) => [rule, file])).toEqual([['topic/duplicate', '../replies.csv#5']]);
  });

  test.each([
    ['blog', {}, /sources: “blog” cannot be read/],
    ['../..', {}, /sources: “\.\.\/\.\.” leads out of the repository/],
    ['replies.csv', { 'replies.csv': 'Nr,What\n1,Text\n' }, /sources: replies\.csv has no column for the title\. It has “Nr”, “What”; name the right one: “title: …”/],
    ['replies.csv', { 'replies.csv': Buffer.from('Title,Text\nGrüße,Text\n', 'latin1') }, /sources: .*replies\.csv is no text in utf-8: it fails after line 1/],
    ['replies.csv', { 'replies.csv': 'Title,Text\n"open,Text\n' }, /sources: .*replies\.csv: .*quote/i],
  ])('%s that cannot be read is said', async (source, files, message) => {
    await expect(findingsOf({ ...guide, ...files, 'waymark.config.yaml': `content: docs\nsources: [{ path: ${source} }]\n` })).rejects.toThrow(message);
  });
});
