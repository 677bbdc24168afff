import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rankInbox, type OpenMessage } from '../../src/service/inbox/inbox.ts';
import { draft, parseLetter, writeLetter } from '../../src/service/inbox/reply.ts';
import { templates } from '../../src/service/inbox/templates.ts';

const now = new Date('2026-11-24T10:00:00Z');
const message = (id: string, change: Partial<OpenMessage>): OpenMessage => ({ id, kind: 'feedback', at: '2026-11-24T09:00:00.000Z', page: '/', locale: 'en', task: null, plan: null, severity: null, channel: null, solved: null, reason: null, effort: null, satisfaction: null, recommend: null, comment: 'Hm.', did: null, canReply: true, undelivered: null, ...change });
const order = (messages: OpenMessage[], config = {}) => rankInbox(messages, config, now).map(({ id }) => id);

test('detractors and those for whom it was very hard come first, then the blocked, then remarks', () => {
  expect(order([message('remark', {}), message('blocked', { solved: 0 }), message('detractor', { recommend: 6 }), message('hard', { effort: 6, at: '2026-11-24T08:59:00.000Z' })])).toEqual(['hard', 'detractor', 'blocked', 'remark']);
});

test('age counts against the promised time, and what is late is marked', () => {
  const promised = [{ plans: ['Enterprise'], severities: ['Outage'], hours: 1 }, { hours: 72 }];
  const [first, second] = rankInbox([message('old', { at: '2026-11-22T10:00:00.000Z' }), message('outage', { plan: 'enterprise', severity: 'Outage', at: '2026-11-24T07:00:00.000Z' })], { promised }, now);
  expect(first).toMatchObject({ id: 'outage', late: true, promised: 1, hours: 3, points: 100 });
  expect(second).toMatchObject({ id: 'old', late: false, promised: 72 });
});

test('the owner’s rules replace ours, and say what points are for', () => {
  const rank = [{ points: 100, plans: ['Pro'] }, { points: 10, satisfactionUpTo: 2 }];
  const [first] = rankInbox([message('a', { effort: 7 }), message('b', { plan: 'Pro', satisfaction: 1 })], { rank, agePoints: 0 }, now);
  expect(first).toMatchObject({ id: 'b', points: 110, why: ['plan Pro (100)', 'satisfaction 1 of 5 (10)', '1 of 48 hours (0)'] });
});

test('a draft leaves out what is not known, and prefers the owner’s template', () => {
  const page = { title: 'Keys {comment}', address: 'https://example.com/keys/' };
  expect(draft('reply', { locale: 'de-AT', comment: 'Wie?' }, page, [], undefined)).toEqual({ subject: 'Ihre Frage', text: expect.stringContaining('auf dieser Seite: Keys {comment}\nhttps://example.com/keys/\n') as string });
  expect(draft('reply', { locale: 'xx', comment: null }, null, [], undefined).text).toBe('Hello,\n\nthank you for writing to us.\n\nIf that does not solve it, just answer this mail.\n');
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-replies-'));
  writeFileSync(path.join(folder, 'de.txt'), 'Subject: Hallo\n\n{title}\n');
  expect(draft('reply', { locale: 'de', comment: null }, page, [], folder)).toEqual({ subject: 'Hallo', text: 'Keys {comment}\n' });
});

test('every template is a letter that is read as it is written', () => {
  for (const template of Object.values(templates).flatMap((each) => Object.values(each))) {
    const letter = parseLetter(template);
    expect(parseLetter(writeLetter(letter))).toEqual(letter);
    expect(letter.text).toContain('{address}');
  }
});
