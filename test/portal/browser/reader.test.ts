import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mayAsk, noteAsked } from '../../../src/portal/browser/asked.ts';
import { linesOf, textOf, type LineTexts } from '../../../src/portal/browser/handoff-text.ts';
import { noteAnswer, notePage, noteSearch, readJourney } from '../../../src/portal/browser/journey.ts';
import { newId, sendMessage } from '../../../src/portal/browser/send.ts';
import { statusOf } from '../../../src/portal/browser/service-status.ts';
import { handoffSchema, type Handoff } from '../../../src/service/messages.ts';

/** A storage as browsers have it. */
function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('localStorage', storage());
});
afterEach(() => vi.unstubAllGlobals());

describe('what the reader did', () => {
  test('is kept in order, each page and question once, a query without its beginnings', () => {
    notePage('Start', '/');
    notePage('HTTPS', '/https/');
    notePage('Start', '/');
    for (const query of ['ht', 'https', 'domain']) noteSearch(query);
    noteAnswer('Is it verified?', 'No');
    noteAnswer('Is it verified?', 'Yes');
    expect(readJourney()).toEqual({
      pages: [{ title: 'HTTPS', path: '/https/' }, { title: 'Start', path: '/' }],
      searches: ['https', 'domain'],
      answers: [{ question: 'Is it verified?', answer: 'Yes' }],
    });
  });

  test('is bounded, and is nothing where storage is off or holds something else', () => {
    for (let number = 0; number < 100; number++) notePage(`Page ${number}`, `/${number}/`);
    expect(readJourney().pages).toHaveLength(30);
    sessionStorage.setItem('waymark:journey', '{');
    expect(readJourney().pages).toEqual([]);
    vi.stubGlobal('sessionStorage', { getItem: () => { throw new Error('denied'); } });
    notePage('Start', '/');
    expect(readJourney()).toEqual({ pages: [], searches: [], answers: [] });
  });
});

describe('a message to a person', () => {
  const texts: LineTexts = { page: 'Read: {title} ({path})', search: 'Searched: {query}', answer: '{question} {answer}', browser: 'Browser: {browser}', platform: 'System: {platform}' };
  const journey = { pages: [{ title: 'A {query} title', path: '/https/' }], searches: ['x'.repeat(300)], answers: [{ question: 'Verified?', answer: 'No' }] };
  const lines = linesOf(journey, { browser: 'Firefox 140', platform: 'Linux' }, texts);

  test('shows a line for everything, and sends what the schema of the service takes', () => {
    expect(lines.map(({ text }) => text.slice(0, 30))).toEqual(['Read: A {query} title (/https/', 'Searched: xxxxxxxxxxxxxxxxxxxx', 'Verified? No', 'Browser: Firefox 140', 'System: Linux']);
    const did: NonNullable<Handoff['did']> = {};
    for (const { addTo } of lines) addTo(did);
    const message = { id: newId(), page: '/contact/', locale: 'en', message: 'Help', did, consent: true };
    expect(handoffSchema.safeParse(message).error).toBeUndefined();
    expect(did.searches?.[0]).toHaveLength(200);
  });

  test('as a text has what was written, what was chosen and the lines', () => {
    expect(textOf('Lost', ' Help me. ', ['Plan: Scale'], 'Done so far', ['Read: A'])).toBe('Lost\n\nHelp me.\n\nPlan: Scale\n\nDone so far\n- Read: A');
    expect(textOf('', 'Help', [], 'Done so far', [])).toBe('Help');
  });
});

describe('whether one would recommend the product', () => {
  const day = 86_400_000;
  const now = Date.parse('2026-11-24');

  test('is asked by the owner’s rate, and not twice in 90 days', () => {
    expect(mayAsk(0, now, 0)).toBe(false);
    expect(mayAsk(0.1, now, 0.2)).toBe(false);
    expect(mayAsk(0.1, now, 0.05)).toBe(true);
    noteAsked(now);
    expect(localStorage.getItem('waymark:asked')).toBe('2026-11-24');
    expect(mayAsk(1, now + 89 * day, 0)).toBe(false);
    expect(mayAsk(1, now + 90 * day, 0)).toBe(true);
  });

  test('is never asked where the day cannot be kept', () => {
    vi.stubGlobal('localStorage', { getItem: () => { throw new Error('denied'); } });
    expect(mayAsk(1, now, 0)).toBe(false);
  });
});

test.each([
  [{ text: 'All services run.', state: 'ok' }, { text: 'All services run.', state: 'ok' }],
  [{ text: 'Slow', state: 'degraded' }, { text: 'Slow', state: 'trouble' }],
  [{ status: { description: 'Major outage', indicator: 'critical' } }, { text: 'Major outage', state: 'trouble' }],
  [{ status: { description: 'All Systems Operational', indicator: 'none' } }, { text: 'All Systems Operational', state: 'ok' }],
  [{ text: 'x'.repeat(1000) }, { text: 'x'.repeat(200), state: 'ok' }],
  [{ text: 7 }, null],
  [{ text: ' ' }, null],
  ['<h1>down</h1>', null],
  [null, null],
  [[], null],
])('the status %j', (told, expected) => {
  expect(statusOf(told, 1)).toEqual(expected && { ...expected, checked: 1 });
});

describe('sending', () => {
  test('tries once more under the same id, and says when nothing came', async () => {
    const bodies: string[] = [];
    vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
      bodies.push(`${url} ${body}`);
      throw new Error('down');
    });
    expect(await sendMessage('', 'miss', { locale: 'en', query: 'q', results: 0 })).toEqual({ ok: false, error: '' });
    expect(bodies).toHaveLength(2);
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toMatch(/^\/api\/miss \{"id":"[0-9a-f-]{36}"/);
  });
});
