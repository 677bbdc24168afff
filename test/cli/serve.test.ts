import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/service/store/open.ts';
import { waymark } from '../examples/run.ts';

function project(config: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-serve-'));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/index.html'), '<title>Help</title>');
  writeFileSync(path.join(folder, 'waymark.config.yaml'), config);
  return folder;
}

const serve = (folder: string, ...args: string[]) => waymark('serve', '--config', path.join(folder, 'waymark.config.yaml'), ...args);

test('serves, takes what is sent, and finishes what was begun when it is told to stop', async () => {
  const folder = project('service: { database: readers.db }\n');
  const server = spawn(process.execPath, ['bin/waymark.mjs', 'serve', '--config', path.join(folder, 'waymark.config.yaml'), '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) => server.stdout.once('data', (text) => resolve(String(text))));
  const url = /http:\S+\d/.exec(line)![0];
  expect(line).toContain('readers.db');
  const id = randomUUID();
  const response = await fetch(`${url}/api/feedback`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json' }, body: JSON.stringify({ id, page: '/', locale: 'en', solved: true }) });
  expect(await response.json()).toEqual({ ok: true });
  expect(await (await fetch(url)).text()).toContain('Help');
  server.kill('SIGTERM');
  expect(await new Promise((resolve) => server.once('exit', resolve))).toBe(0);
  const { db } = await openStore(path.join(folder, 'readers.db'));
  expect(await db.selectFrom('message').select(['id', 'solved']).execute()).toEqual([{ id, solved: 1 }]);
  await db.destroy();
});

test('says what is missing', () => {
  const folder = project('service: { mail: { from: a@example.com } }\n');
  expect(serve(folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('Set WAYMARK_SMTP_URL') as string });
  expect(serve(folder, tmpdir())).toMatchObject({ status: 2, stderr: expect.stringContaining('is no built site') as string });
  expect(serve(project('service: { database: dist/waymark.db }\n'))).toMatchObject({ status: 2, stderr: expect.stringContaining('would lie inside of the site') as string });
  const damaged = project('');
  writeFileSync(path.join(damaged, 'waymark.db'), 'no database'.repeat(500));
  expect(serve(damaged)).toMatchObject({ status: 2, stderr: expect.stringContaining('is damaged, or is no database') as string });
});
