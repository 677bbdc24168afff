import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

const map = JSON.stringify({
  version: 1,
  external: [],
  sources: [
    {
      name: 'en.json',
      kind: 'catalogue',
      language: 'en',
      labels: [{ text: 'Link tracking', key: 'tracking' }],
      past: [{ text: 'Tracking preferences', key: 'tracking', until: { date: '2025-09-01' }, renamedTo: 'Link tracking', renamedBy: 'key' }],
    },
  ],
});

/** A tree whose files were committed on a day, and the function that commits again. */
function committed(files: Record<string, string>, day: string): { root: string; commit: (day: string) => void } {
  const root = writeTree(files);
  const git = (when: string, ...words: string[]) => execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@a.example', ...words], { env: { ...process.env, GIT_COMMITTER_DATE: `${when}T12:00:00Z`, GIT_AUTHOR_DATE: `${when}T12:00:00Z` } });
  git(day, 'init', '-q');
  const commit = (when: string): void => {
    git(when, 'add', '-A');
    git(when, 'commit', '-q', '-m', 'x');
  };
  commit(day);
  return { root, commit };
}

test('an image from before a rename of a label that its section names is told, until it is taken anew', async () => {
  const files = {
    'product/ui-map.json': map,
    'waymark.config.yaml': '',
    'guide.md': '# Track\n\n## Switch it on\n\nOpen **Link tracking**.\n\n![The settings](img/settings.png)\n\n## Elsewhere\n\n![Another](img/other.png)\n',
    'img/settings.png': 'a',
    'img/other.png': 'a',
  };
  const { root, commit } = committed(files, '2025-03-02');
  const found = async () => (await lint({ root })).hints.filter(({ rule }) => rule === 'ui/unverified').map(({ line, message }) => `${line} ${message}`);
  expect(await found()).toEqual(['7 This picture was last changed on 2025-03-02, before “Tracking preferences” became “Link tracking” on 2025-09-01.']);

  writeFileSync(path.join(root, 'img/settings.png'), 'b');
  expect(await found()).toEqual([]);
  commit('2025-10-01');
  expect(await found()).toEqual([]);
});

test('outside of a repository nothing is known of images', async () => {
  const root = writeTree({ 'product/ui-map.json': map, 'waymark.config.yaml': '', 'guide.md': 'Open **Link tracking**.\n\n![The settings](a.png)\n', 'a.png': 'a' });
  expect((await lint({ root })).hints).toEqual([]);
});
