import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insightsOf, missedQueries, unsolvedPages, type Kept, type KeptMessage, type Ticket } from '../../src/service/insights/insights.ts';
import { mean, median, share } from '../../src/service/insights/statistics.ts';
import { formatInsights } from '../../src/service/insights/table.ts';

const message = (change: Partial<KeptMessage>): KeptMessage => ({ kind: 'feedback', at: '2026-11-24T10:00:00.000Z', page: '/a/', locale: 'en', task: null, plan: null, severity: null, channel: null, solved: null, reason: null, effort: null, satisfaction: null, recommend: null, comment: null, did: null, answered: null, ...change });
const kept = (change: Partial<Kept>): Kept => ({ messages: [], misses: [], tickets: [], ...change });
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
const only = (change: Partial<Kept>) => insightsOf(kept(change), undefined)[0]!;

describe('figures', () => {
  test('are none from a few answers', () => {
    for (const figure of [share(3, 3), mean([1, 2, 3]), median([1, 2, 3])]) expect(figure).toEqual({ answers: 3, value: null, low: null, high: null });
  });

  test('come with the interval that tables give', () => {
    // Wilson for 8 of 10 and 0 of 20; Student for ten values with a standard deviation of 1 around 0.
    expect(share(8, 10)).toMatchObject({ value: 0.8, low: expect.closeTo(0.4902, 3) as number, high: expect.closeTo(0.9433, 3) as number });
    expect(share(0, 20)).toMatchObject({ low: 0, high: expect.closeTo(0.1611, 3) as number });
    const values = [-1.5, -1, -1, -0.5, 0, 0, 0.5, 1, 1, 1.5];
    expect(mean(values).high).toBeCloseTo(2.262 / Math.sqrt(10), 2);
    // The second and the ninth of ten hold a median with 97.9 %; the third and the eighth with 89.1 %.
    expect(median([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ answers: 10, value: 5.5, low: 2, high: 9 });
  });

  test('lie within their interval', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 10, maxLength: 200 }), (values) => {
        for (const { value, low, high } of [mean(values), median(values), share(values.filter((each) => each > 4).length, values.length)]) {
          expect(low).toBeLessThanOrEqual(value! + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value! - 1e-9);
        }
      }),
    );
  });
});

describe('insights', () => {
  test('tell effort, satisfaction and recommendation as their fields define them', () => {
    const messages = [...times(5, message({ solved: 1, effort: 2, satisfaction: 5, recommend: 10 })), ...times(5, message({ solved: 0, effort: 6, satisfaction: 3, recommend: 6 })), ...times(10, message({ recommend: 8 }))];
    const insight = only({ messages });
    expect(insight.solved).toMatchObject({ answers: 10, value: 0.5 });
    expect(insight.effort).toMatchObject({ answers: 10, value: 4 });
    expect(insight.satisfaction).toMatchObject({ answers: 10, value: 0.5 });
    expect(insight.recommend).toMatchObject({ answers: 20, value: 0 });
    expect(insight.unsolved).toBe(5);
  });

  test('count readers who came back to a page before they asked', () => {
    const asked = (pages: string[]) => message({ kind: 'handoff', page: '/contact/', did: JSON.stringify({ pages }) });
    expect(only({ messages: [...times(6, asked(['/a/', '/b/', '/a/'])), ...times(6, asked(['/a/', '/b/'])), asked(['/a/'])] }).loops).toMatchObject({ answers: 12, value: 0.5 });
  });

  test('take times and first contacts from tickets too', () => {
    const ticket = (solved: string, contacts: number): Ticket => ({ opened: '2026-11-24T10:00:00Z', answered: '2026-11-24T11:00:00Z', solved, contacts, task: 'https', page: '/https' });
    const tickets = [...times(9, ticket('2026-11-24T12:00:00Z', 1)), ...times(3, ticket('2026-11-26T10:00:00Z', 4))];
    expect(only({ tickets })).toMatchObject({ answered: { value: 1 }, timeToSolve: { answers: 12, value: 2 }, firstContact: { value: 0.75 } });
    expect(insightsOf(kept({ tickets, messages: [message({ task: 'https', solved: 0 })] }), 'task').map(({ group }) => group)).toEqual(['all', 'https']);
  });

  test('are grouped by page, task or ISO week', () => {
    const messages = [message({ page: '/a/', solved: 1 }), message({ page: '/b/', solved: 0, at: '2027-01-01T00:00:00.000Z' }), message({ page: '/b', solved: 0, at: '2027-01-04T00:00:00.000Z' })];
    expect(insightsOf(kept({ messages }), 'page').map(({ group, unsolved }) => [group, unsolved])).toEqual([['all', 2], ['/b', 2], ['/a', 0]]);
    expect(insightsOf(kept({ messages }), 'week').map(({ group }) => group)).toEqual(['all', '2026-W48', '2026-W53', '2027-W01']);
  });

  test('feed the list of gaps with the page that a question is about, not the one it was written on', () => {
    const messages = [message({ solved: 0 }), message({ kind: 'handoff', page: '/contact/', did: '{"pages":["/a/","/contact/"]}' }), message({ kind: 'handoff', page: '/contact/' })];
    expect(unsolvedPages(kept({ messages }))).toEqual([{ page: '/a', unsolved: 2 }, { page: '/contact', unsolved: 1 }]);
  });

  test('list what was searched for in vain, letter case aside', () => {
    const miss = (query: string) => ({ at: '2026-11-24T10:00:00Z', page: null, locale: 'en', query, results: 0 });
    expect(missedQueries(kept({ misses: [miss('Refund'), miss('refund'), miss('sso')] }))).toEqual([{ query: 'Refund', locale: 'en', misses: 2 }, { query: 'sso', locale: 'en', misses: 1 }]);
  });

  test('print the number of answers and the interval beside each figure', () => {
    const text = formatInsights([only({ messages: [...times(8, message({ solved: 1 })), ...times(2, message({ solved: 0, effort: 6 }))] })]);
    expect(text).toMatch(/solved +80 % \(49 % to 94 %, 10 answers\)/);
    expect(text).toMatch(/effort .* 2 answers, too few to tell/);
  });
});
