import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { versionsOf } from '../../src/product/git-versions.ts';
import { newMapFile, renewed } from '../../src/product/map-renew.ts';
import type { MapFile } from '../../src/product/map-file.ts';
import { readSources } from '../../src/product/read-sources.ts';
import { followCatalogue } from '../../src/product/source-history.ts';
import { writeTree } from '../content/tree.ts';

/** A repository that gets one commit a day. */
class Repository {
  root = writeTree({});
  #day = 0;
  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }
  git(...words: string[]): string {
    const date = `2025-01-${String(this.#day).padStart(2, '0')}T12:00:00Z`;
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return execFileSync('git', ['-C', this.root, '-c', 'user.name=Waymark', '-c', 'user.email=dev@waymark.invalid', ...words], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }
  commit(files: Record<string, string | null>): void {
    this.#day++;
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'A change');
  }
  async follow(name: string): Promise<MapFile['sources'][number]> {
    const map = (await readSources(path.join(this.root, name), this.root)).reduce((file, source) => renewed(file, source, { date: '2025-02-01' }), newMapFile());
    const { map: told } = await followCatalogue(map, map.sources[0]!, path.join(this.root, name), '2025-02-01');
    return told.sources[0]!;
  }
}

const json = (tree: Record<string, string>): string => `${JSON.stringify({ kept: 'Kept for the likeness of versions', also: 'Another text that stays', ...tree }, null, 2)}\n`;

describe('the git history of a catalogue', () => {
  test('tells since when, until when and renamed to what, also over moves of the file and of keys', async () => {
    const repository = new Repository();
    repository.commit({ 'old/en.json': json({ hooks: 'Delivery hooks', log: 'Log' }) });
    repository.commit({ 'old/en.json': json({ hooks: 'Event hooks', log: 'Log' }) });
    mkdirSync(path.join(repository.root, 'locales'));
    renameSync(path.join(repository.root, 'old/en.json'), path.join(repository.root, 'locales/en.json'));
    repository.commit({});
    repository.commit({ 'locales/en.json': json({ 'settings.hooks': 'Event hooks', log: 'Log' }) });
    repository.commit({ 'locales/en.json': json({ 'settings.hooks': 'Webhooks' }) });
    const { labels, past } = await repository.follow('locales/en.json');
    const commit = expect.stringMatching(/^[0-9a-f]{12}$/) as string;
    expect(labels.map(({ text, since }) => [text, since?.date])).toEqual([['Kept for the likeness of versions', '2025-01-01'], ['Another text that stays', '2025-01-01'], ['Webhooks', '2025-01-05']]);
    expect(past).toEqual([
      { text: 'Delivery hooks', key: 'hooks', since: { date: '2025-01-01', commit }, until: { date: '2025-01-02', commit }, renamedTo: 'Webhooks', renamedBy: 'key' },
      { text: 'Event hooks', key: 'settings.hooks', since: { date: '2025-01-02', commit }, until: { date: '2025-01-05', commit }, renamedTo: 'Webhooks', renamedBy: 'key' },
      { text: 'Log', key: 'log', since: { date: '2025-01-01', commit }, until: { date: '2025-01-05', commit } },
    ]);
  });

  test('follows the main line: what a branch had before it was merged was never there', async () => {
    const repository = new Repository();
    repository.commit({ 'en.json': json({ a: 'One' }) });
    repository.git('checkout', '--quiet', '-b', 'branch');
    repository.commit({ 'en.json': json({ a: 'A try' }) });
    repository.commit({ 'en.json': json({ a: 'Two' }) });
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'branch');
    expect((await repository.follow('en.json')).past.map(({ text, renamedTo }) => [text, renamedTo])).toEqual([['One', 'Two']]);
  });

  test('leaves out a version that somebody broke', async () => {
    const repository = new Repository();
    repository.commit({ 'en.json': json({ a: 'One' }) });
    repository.commit({ 'en.json': '{ <<<<<<<' });
    repository.commit({ 'en.json': json({ a: 'Two' }) });
    expect((await repository.follow('en.json')).past.map(({ text, renamedTo }) => [text, renamedTo])).toEqual([['One', 'Two']]);
  });

  test('is none outside a repository, and an error in a shallow clone', () => {
    expect(versionsOf(path.join(writeTree({ 'en.json': '{}' }), 'en.json'))).toEqual([]);
    const repository = new Repository();
    repository.commit({ 'en.json': json({ a: 'One' }) });
    repository.commit({ 'en.json': json({ a: 'Two' }) });
    const clone = path.join(writeTree({}), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.root}`, clone]);
    expect(() => versionsOf(path.join(clone, 'en.json'))).toThrow(UsageError);
    expect(() => versionsOf(path.join(clone, 'en.json'))).toThrow(/shallow.*git fetch --unshallow/);
  });

  test('is an error where the clone lacks a part of it', () => {
    const repository = new Repository();
    repository.commit({ 'en.json': json({ a: 'One' }) });
    repository.commit({ 'en.json': json({ a: 'Two' }) });
    const first = execFileSync('git', ['-C', repository.root, 'rev-parse', 'HEAD~1'], { encoding: 'utf8' }).trim();
    rmSync(path.join(repository.root, '.git/objects', first.slice(0, 2), first.slice(2)), { force: true });
    expect(() => versionsOf(path.join(repository.root, 'en.json'))).toThrow(UsageError);
    expect(() => versionsOf(path.join(repository.root, 'en.json'))).toThrow(/cannot read its history to the end/);
  });
});
