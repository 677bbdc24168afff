import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/content/errors.ts';
import { openStore, type Store } from '../../src/service/store/open.ts';
import { inlineScript, send, startService, type Service } from './site.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'waymark-app-'));
let store: Store;
let service: Service;
const feedback = () => ({ id: randomUUID(), page: '/domains/', locale: 'en', solved: false });
const stored = () => store.db.selectFrom('message').select('id').execute();
const get = (address: string, headers = {}) => fetch(service.url + address, { headers, redirect: 'manual' });

beforeEach(async () => {
  store = await openStore(path.join(folder, `${randomUUID()}.db`));
  service = await startService(store);
});
afterEach(() => service.stop());

describe('what a reader sends', () => {
  test('is stored when it is acknowledged', async () => {
    expect(await send(service, 'feedback', feedback())).toMatchObject({ status: 200, answer: { ok: true } });
    expect(await send(service, 'miss', { id: randomUUID(), locale: 'en', query: 'xyzzy', results: 0 })).toMatchObject({ status: 200 });
    expect(await send(service, 'handoff', { id: randomUUID(), page: '/', locale: 'en', message: 'Help', consent: true })).toMatchObject({ status: 200 });
    expect(await stored()).toHaveLength(2);
  });

  test('counts once when it is replayed', async () => {
    const body = feedback();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(service, 'feedback', body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await stored()).toEqual([{ id: body.id }]);
  });

  test.each<[string, number, () => unknown, Record<string, string>?]>([
    ['1 MB', 413, () => ({ ...feedback(), comment: 'x'.repeat(1_000_000) })],
    ['wrong types', 400, () => ({ ...feedback(), effort: 'very', solved: 'no' })],
    ['a list', 400, () => []],
    ['no JSON', 400, () => '{'],
    ['nothing', 400, () => ''],
    ['keys of objects of the language', 400, () => '{"__proto__": {"solved": true}, "constructor": 1}'],
    ['another origin', 403, feedback, { origin: 'https://example.com' }],
    ['an origin without a host', 403, feedback, { origin: 'null' }],
    ['a request of another site', 403, feedback, { 'sec-fetch-site': 'cross-site' }],
    ['a form', 415, feedback, { 'content-type': 'text/plain' }],
  ])('is refused with a sentence: %s', async (_, status, body, headers) => {
    expect(await send(service, 'feedback', body(), headers)).toMatchObject({ status, answer: { ok: false, error: expect.stringMatching(/./) as string } });
    expect(await stored()).toEqual([]);
  });

  test('is refused where no length is told and too much comes', async () => {
    const status = await new Promise((resolve) => {
      const outgoing = request(`${service.url}/api/feedback`, { method: 'POST', headers: { origin: service.url, 'content-type': 'application/json' } }, (response) => resolve(response.resume().statusCode));
      outgoing.on('error', () => {});
      for (let piece = 0; piece < 16; piece++) outgoing.write('x'.repeat(65_536));
      outgoing.end();
    });
    expect(status).toBe(413);
  });

  test('repeats nothing of a reader in an answer or a log', async () => {
    const { answer } = await send(service, 'feedback', { ...feedback(), address: 'not an address <b>', comment: 5 });
    expect(JSON.stringify(answer)).not.toContain('<b>');
    await store.db.schema.dropTable('address').execute();
    expect(await send(service, 'feedback', { ...feedback(), address: 'reader@example.com' })).toMatchObject({ status: 503 });
    expect(service.log.join('\n')).toMatch(/^1 refused, because they cannot be stored/);
    expect(service.log.join('\n')).not.toContain('reader');
  });

  test('has its limit by address: 1,000 at once', async () => {
    await service.stop();
    store = await openStore(path.join(folder, `${randomUUID()}.db`));
    service = await startService(store, { perMinute: 60 });
    const answers = await Promise.all(Array.from({ length: 1000 }, () => send(service, 'feedback', feedback())));
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect([count(200), count(429)]).toEqual([60, 940]);
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await stored()).toHaveLength(60);
    expect((await get('/')).status).toBe(200);
  });

  test('trusts a header about the address only where the configuration names it', async () => {
    const sendFrom = async (options: object) => {
      await service.stop();
      store = await openStore(path.join(folder, `${randomUUID()}.db`));
      service = await startService(store, { perMinute: 1, ...options });
      const answers = await Promise.all(['192.0.2.1', '192.0.2.2', '192.0.2.1'].map((address) => send(service, 'feedback', feedback(), { 'x-forwarded-for': `203.0.113.9, ${address}` })));
      return answers.map(({ status }) => status).sort();
    };
    expect(await sendFrom({})).toEqual([200, 429, 429]);
    expect(await sendFrom({ addressHeader: 'X-Forwarded-For' })).toEqual([200, 200, 429]);
  });

  test('is accepted for the site’s own address where a proxy changes the host', async () => {
    expect((await send(service, 'feedback', feedback(), { origin: 'https://help.example.com' })).status).toBe(403);
    await service.stop();
    store = await openStore(path.join(folder, `${randomUUID()}.db`));
    service = await startService(store, { origin: 'https://help.example.com' });
    expect((await send(service, 'feedback', feedback(), { origin: 'https://help.example.com' })).status).toBe(200);
  });
});

describe('pages', () => {
  test('have a policy that allows the scripts they were built with, by hash, and no other host', async () => {
    const policy = (await get('/')).headers.get('content-security-policy')!;
    expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(inlineScript).digest('base64')}';`);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|script-src[^;]*unsafe/);
    expect((await get('/domains/')).headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  test('come with the headers that browsers take care by', async () => {
    const { headers } = await get('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test.each([
    ['/', 200, 'Help'],
    ['/domains/', 200, 'Domains'],
    ['/plain', 200, 'Plain'],
    ['/domains/%E8%AB%8B%E6%B1%82', 200, '請求'],
    ['/nowhere', 404, 'Not here'],
    ['/..%2f..%2fetc/passwd', 404, 'Not here'],
    ['/domains/..%2f..%2f..%2fetc%2fpasswd', 404, 'Not here'],
  ])('%s gives %i', async (address, status, title) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(`<title>${title}</title>`);
  });

  test('have one address each', async () => {
    const response = await get('/domains');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/domains/']);
  });

  test('are sent once, and parts with a hash in their name are kept for good', async () => {
    const tag = (await get('/')).headers.get('etag')!;
    expect((await get('/', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/_astro/app.abc.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
  });
});

describe('a database file', () => {
  test('that is damaged is told and left as it is', async () => {
    const file = path.join(folder, 'damaged.db');
    writeFileSync(file, 'This is no database, but a letter.'.repeat(100));
    const before = readFileSync(file);
    await expect(openStore(file)).rejects.toThrow(UsageError);
    await expect(openStore(file)).rejects.toThrow(/is damaged, or is no database.*last backup/);
    expect(readFileSync(file)).toEqual(before);
  });

  test('in a folder that is not there is told', async () => {
    await expect(openStore(path.join(folder, 'none/waymark.db'))).rejects.toThrow(/cannot be written.*service: database/);
  });

  test('that becomes read-only refuses what comes, keeps what it has, and takes more when it is mended', async () => {
    await send(service, 'feedback', feedback());
    await sql`pragma query_only = on`.execute(store.db);
    const refused = feedback();
    expect(await send(service, 'feedback', refused)).toMatchObject({ status: 503, answer: { error: expect.stringContaining('send it again') as string } });
    await sql`pragma query_only = off`.execute(store.db);
    expect((await send(service, 'feedback', refused)).status).toBe(200);
    expect(await stored()).toHaveLength(2);
  });

  test.skipIf(process.getuid?.() === 0)('that cannot be written is told (not as root, who can)', async () => {
    const file = path.join(folder, 'locked.db');
    await (await openStore(file)).db.destroy();
    chmodSync(file, 0o444);
    await expect(openStore(file)).rejects.toThrow(/cannot be written: permission denied/);
  });

  test('is copied while it is in use', async () => {
    await send(service, 'feedback', feedback());
    const copy = path.join(folder, `${randomUUID()}.copy`);
    await store.backUp(copy);
    const other = await openStore(copy);
    expect(await other.db.selectFrom('message').select('id').execute()).toEqual(await stored());
    await other.db.destroy();
    await expect(store.backUp(copy)).rejects.toThrow(/is there already/);
  });
});
