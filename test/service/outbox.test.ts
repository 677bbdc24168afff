import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Handoff } from '../../src/service/messages.ts';
import { sendDue } from '../../src/service/outbox.ts';
import { storeHandoff } from '../../src/service/receive.ts';
import { createSend } from '../../src/service/send.ts';
import { startHook, startMailServer } from './far-sides.ts';
import { overEachStore } from './stores.ts';

const start = Date.parse('2026-11-24T10:00:00Z');
const at = (seconds: number) => () => new Date(start + seconds * 1000);
const DAY = 86_400;
const handoff: Handoff = {
  id: '00000000-0000-4000-8000-000000000001',
  page: '/contact/',
  locale: 'en',
  task: 'https-links',
  severity: 'Blocked',
  message: 'The certificate is not made.\nBcc: everybody@example.com',
  did: { pages: ['/domains/', '/https/', '/domains/'], searches: ['ssl'], answers: [{ question: 'Is the domain verified?', answer: 'Yes' }], browser: 'Firefox 150' },
  address: 'reader@example.com',
  consent: true,
};

overEachStore((place) => {
  const take = (...ways: ('mail' | 'webhook')[]) => storeHandoff(handoff, at(0)().toISOString(), ways)(place.store.db);

  test('a handoff arrives as a mail that can be answered, with everything the reader did', async () => {
    const server = await startMailServer();
    await take('mail');
    const send = createSend({ mail: { server: server.url, from: 'help@example.com', to: 'support@example.com' } });
    expect(await sendDue(place.store.db, send, at(1))).toEqual({ sent: 1, held: 0 });
    expect(await sendDue(place.store.db, send, at(2))).toEqual({ sent: 0, held: 0 });
    await server.stop();
    expect(server.mails).toHaveLength(1);
    const [{ to, text }] = server.mails as [(typeof server.mails)[0]];
    expect(to).toEqual(['support@example.com']);
    expect(text).toMatch(/^Reply-To: reader@example\.com\r$/m);
    expect(text).toMatch(/^Subject: \[Blocked\] https-links: The certificate/m);
    expect(text).toContain('/domains/\r\n  /https/\r\n  /domains/');
    expect(text).toContain('Is the domain verified? Yes');
    expect(text.split('\r\n\r\n')[0]).not.toContain('everybody');
  });

  test('none is lost while the mail server is down, and each comes once', async () => {
    const server = await startMailServer();
    const port = Number(new URL(server.url).port);
    await server.stop();
    const send = createSend({ mail: { server: server.url, from: 'help@example.com', to: 'support@example.com' } });
    await take('mail');
    expect(await sendDue(place.store.db, send, at(1))).toEqual({ sent: 0, held: 1 });
    expect(await sendDue(place.store.db, send, at(2))).toEqual({ sent: 0, held: 0 });
    expect(await sendDue(place.store.db, send, at(10))).toEqual({ sent: 0, held: 1 });
    expect(await place.store.db.selectFrom('outbox').select(['attempts', 'error']).executeTakeFirst()).toMatchObject({ attempts: 2, error: expect.stringContaining('ECONNREFUSED') as string });
    const again = await startMailServer(port);
    expect(await sendDue(place.store.db, send, at(60))).toEqual({ sent: 1, held: 0 });
    expect(await sendDue(place.store.db, send, at(DAY))).toEqual({ sent: 0, held: 0 });
    await again.stop();
    expect(again.mails).toHaveLength(1);
  });

  test('a webhook is signed, keeps its key from attempt to attempt, and is tried again until it is taken', async () => {
    const hook = await startHook();
    hook.status = 500;
    await take('webhook');
    const send = createSend({ webhook: { url: hook.url, secret: 'secret' } });
    expect(await sendDue(place.store.db, send, at(1))).toEqual({ sent: 0, held: 1 });
    hook.status = 204;
    expect(await sendDue(place.store.db, send, at(30))).toEqual({ sent: 1, held: 0 });
    hook.stop();
    const [first, second] = hook.requests;
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    expect(second?.headers['waymark-signature']).toBe(`sha256=${createHmac('sha256', 'secret').update(second!.body).digest('hex')}`);
    expect(JSON.parse(second!.body)).toMatchObject({ task: 'https-links', address: 'reader@example.com', did: { searches: ['ssl'] } });
  });

  test('several instances hand one parcel over once', async () => {
    await take('webhook');
    const taken: string[] = [];
    const send = async ({ id }: { id: string }) => void taken.push(id);
    await Promise.all([1, 2, 3, 4].map(() => sendDue(place.store.db, send, at(1))));
    expect(taken).toEqual([`${handoff.id}.webhook`]);
  });

  test('an instance that dies in between loses nothing', async () => {
    await take('webhook');
    void sendDue(place.store.db, () => new Promise(() => {}), at(1));
    await expect.poll(async () => (await place.store.db.selectFrom('outbox').select('attempts').executeTakeFirst())?.attempts).toBe(1);
    const taken: string[] = [];
    expect(await sendDue(place.store.db, async ({ id }) => void taken.push(id), at(100))).toEqual({ sent: 0, held: 0 });
    expect(await sendDue(place.store.db, async ({ id }) => void taken.push(id), at(400))).toEqual({ sent: 1, held: 0 });
  });

  test('what the far side refuses for a week is given up, and says why', async () => {
    await take('webhook');
    const refuse = async () => Promise.reject(new Error('550 reader@example.com is unknown'));
    expect(await sendDue(place.store.db, refuse, at(8 * DAY))).toEqual({ sent: 0, held: 1 });
    expect(await sendDue(place.store.db, refuse, at(30 * DAY))).toEqual({ sent: 0, held: 0 });
    expect(await place.store.db.selectFrom('outbox').select('error').executeTakeFirst()).toEqual({ error: '550 … is unknown' });
  });
});
