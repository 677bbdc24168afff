import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Feedback } from '../../src/service/messages.ts';
import { storeFeedback, storeHandoff } from '../../src/service/receive.ts';
import { openStore } from '../../src/service/store/open.ts';
import type { Database } from '../../src/service/store/tables.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

// Each test runs the command line several times, a process each.
vi.setConfig({ testTimeout: 180_000 });

const id = (number: number) => `${number}0000000-0000-4000-8000-000000000000`;
const complaint: Feedback = { id: id(1), page: '/help/links/', locale: 'pl', solved: false, comment: 'How do I create an API key?', address: 'reader@example.com' };

async function project(fill: (db: Database) => Promise<void>): Promise<string> {
  const root = writeTree({
    'waymark.config.yaml': 'site: { url: https://example.com, base: /help }\nservice: { mail: { from: help@example.com } }\n',
    'links.md': '---\ntitle: Links\n---\n\n## Old\n\nText.\n\n## Turn it on\n\nText.\n',
    'keys.md': '---\ntitle: Keys\n---\n\n## Create an API key\n\n1. Click **New**.\n',
  });
  const git = (...args: string[]) => execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-01T00:00:00Z' } });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  const { db } = await openStore(path.join(root, 'waymark.db'));
  await fill(db);
  await db.destroy();
  return root;
}

async function outboxOf(root: string) {
  const { db } = await openStore(path.join(root, 'waymark.db'));
  const rows = await db.selectFrom('outbox').select(['message', 'way', 'subject', 'text']).execute();
  await db.destroy();
  return rows;
}

const run = (root: string, command: string, ...args: string[]) => waymark('feedback', command, '--config', path.join(root, 'waymark.config.yaml'), ...args);

test('drafts a reply in the reader’s language with the page that answers, sends it once, and takes it out of the inbox', async () => {
  const root = await project((db) => storeFeedback(complaint, '2026-11-20T10:00:00.000Z')(db));
  expect(run(root, 'inbox').stdout).toMatch(/10000000 {2}late by \d+ h {2}\/help\/links\/\n.*How do I create an API key\?”\n.*not solved \(30\)[^]*1 wait for an answer, 1 of them late/);
  const { stdout } = run(root, 'reply', '1000');
  expect(stdout).toContain('Subject: Twoje pytanie\n');
  expect(stdout).toContain('opisuje ta strona: Keys\nhttps://example.com/help/keys/\n');
  expect(stdout).toContain('> How do I create an API key?');
  writeFileSync(path.join(root, 'reply.txt'), 'Subject: Klucze\n\nProszę.\n');
  expect(run(root, 'reply', id(1), '--text', path.join(root, 'reply.txt'), '--send')).toMatchObject({ status: 0, stderr: '' });
  expect(await outboxOf(root)).toEqual([{ message: id(1), way: 'reader', subject: 'Klucze', text: 'Proszę.\n' }]);
  expect(run(root, 'reply', id(1), '--send')).toMatchObject({ status: 2, stderr: expect.stringContaining('has been answered already') as string });
  expect(run(root, 'inbox').stdout).toBe('Nothing waits for an answer.\n');
});

test('lists whom to tell of a page that changed since, and what changed; sends after a look, once', async () => {
  const root = await project((db) => storeFeedback({ ...complaint, locale: 'en' }, '2026-11-20T10:00:00.000Z')(db));
  expect(run(root, 'answered').stdout).toContain('No page that a reader complained about has changed');
  writeFileSync(path.join(root, 'links.md'), '---\ntitle: Links\n---\n\n## Old\n\nText.\n\n## Turn it on\n\nOther text.\n');
  const { stdout } = run(root, 'answered');
  expect(stdout).toContain(`${id(1)}  links.md, since 2026-11-20: Turn it on\n`);
  expect(stdout).toContain('    - Turn it on\n');
  expect(await outboxOf(root)).toEqual([]);
  expect(run(root, 'answered', '--send').stdout).toContain('1 in the outbox');
  expect(await outboxOf(root)).toMatchObject([{ way: 'reader', text: expect.stringContaining('https://example.com/help/links/') as string }]);
  expect(run(root, 'answered', '--send').stdout).toContain('0 in the outbox');
});

test('says what cannot be done', async () => {
  const root = await project(async (db) => {
    await storeHandoff({ id: id(2), page: '/', locale: 'en', message: 'Help', consent: true }, '2026-11-20T10:00:00.000Z', [])(db);
    await storeFeedback({ ...complaint, id: id(3) }, '2026-11-20T10:00:00.000Z')(db);
  });
  expect(run(root, 'reply', '2', '--send')).toMatchObject({ status: 2, stderr: expect.stringContaining('left no address') as string });
  expect(run(root, 'reply', '4')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no message 4') as string });
  writeFileSync(path.join(root, 'reply.txt'), 'Proszę.');
  expect(run(root, 'reply', '3', '--text', path.join(root, 'reply.txt'))).toMatchObject({ status: 2, stderr: expect.stringContaining('begins with a line “Subject') as string });
  expect(run(root, 'close', '2', '3')).toMatchObject({ status: 0 });
  expect(run(root, 'backup', path.join(root, 'copy.db'))).toMatchObject({ status: 0 });
});
