import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import type { Decision } from '../../src/engine/decisions.ts';
import { storeFeedback, storeMiss } from '../../src/service/receive.ts';
import { staffPages } from '../../src/service/staff/pages.ts';
import { openStore, type Store } from '../../src/service/store/open.ts';
import { startService, type Service } from './site.ts';

const token = 'a token that is long enough';
const hostile = '</q><script>alert(1)</script><img src=x onerror=alert(1)>';
let decisions: () => Decision[];
let store: Store;
let service: Service;

beforeEach(async () => {
  decisions = () => [];
  store = await openStore(path.join(mkdtempSync(path.join(tmpdir(), 'waymark-staff-')), 'waymark.db'));
  service = await startService(store, { staff: { pages: (options) => staffPages({ ...options, token, db: store.db, inbox: {}, decisions: () => decisions() }) } });
});
afterEach(() => service.stop());

const get = (address: string, password = token) => fetch(`${service.url}${address}`, { headers: { authorization: `Basic ${Buffer.from(`staff:${password}`).toString('base64')}` } });

test('shows what readers sent as text, never as markup', async () => {
  await storeFeedback({ id: randomUUID(), page: '/domains/', locale: 'en', solved: false, comment: hostile, plan: hostile, task: hostile }, '2026-11-24T10:00:00.000Z')(store.db);
  await storeMiss({ id: randomUUID(), locale: 'en', query: hostile, results: 0 }, '2026-11-24T10:00:00.000Z')(store.db);
  const response = await get('/staff');
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('1 wait for an answer');
  expect(html).not.toMatch(/<script>alert|<img/);
  expect(html.match(/&lt;script&gt;alert\(1\)/g)!.length).toBeGreaterThan(3);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';(?!.*script-src)/);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('shows what was decided, the latest first, and says so where the file is broken', async () => {
  const decision: Decision = { rule: 'help/limit', subject: 'seats', member: 'plans.md', verdict: 'fine', reason: hostile, by: 'person Ann', date: '2026-10-01', judged: 'text seats' };
  decisions = () => [decision, { ...decision, verdict: 'fault', date: '2026-11-01' }];
  const html = await (await get('/staff')).text();
  expect(html).toMatch(/2 decisions in waymark\.decisions[^]*2026-11-01<\/td><td>fault[^]*2026-10-01<\/td><td>fine<\/td><td>help\/limit<\/td><td>seats<\/td><td>plans\.md<\/td><td>person Ann/);
  expect(html).not.toMatch(/<script>alert|<img/);
  decisions = () => {
    throw new UsageError('waymark.decisions:3: here are the marks of a conflict.');
  };
  expect(await (await get('/staff')).text()).toContain('<p>waymark.decisions:3: here are the marks of a conflict.</p>');
});

test('gives its charts weeks and a library of its own host', async () => {
  for (let number = 0; number < 12; number++) await storeFeedback({ id: randomUUID(), page: '/', locale: 'en', solved: number < 6 }, '2026-11-24T10:00:00.000Z')(store.db);
  expect(await (await get('/staff/weeks.json')).json()).toMatchObject({ weeks: [{ group: '2026-W48', solved: { answers: 12, value: 0.5 } }], figures: expect.arrayContaining([{ name: 'solved', title: 'solved' }]) as object[] });
  expect(await (await get('/staff/uplot.js')).text()).toContain('uPlot');
  for (const file of ['charts.js', 'uplot.css']) expect((await get(`/staff/${file}`)).status).toBe(200);
});

test('lets nobody in without the token, and nobody guess it', async () => {
  for (const address of ['/staff', '/staff/weeks.json', '/staff/charts.js']) expect((await get(address, 'wrong')).status).toBe(401);
  expect((await fetch(`${service.url}/staff`)).status).toBe(401);
  for (let time = 0; time < 60; time++) await get('/staff', 'wrong');
  expect((await get('/staff', 'wrong')).status).toBe(429);
});

test('is not there where no token is set', async () => {
  const other = await startService(await openStore(path.join(mkdtempSync(path.join(tmpdir(), 'waymark-staff-')), 'waymark.db')));
  expect((await fetch(`${other.url}/staff`)).status).toBe(404);
  await other.stop();
});
