import { expect, test } from 'vitest';
import { feedbackSchema, handoffSchema, missSchema, reasons, type Feedback, type Handoff, type Miss } from '../../src/service/messages.ts';

const id = '3f0e8c1e-5a46-4b5f-9a1e-0d6c3c1b7f10';
const feedback: Feedback = { id, page: '/guides/domains/', locale: 'en', solved: false, reason: 'outdated', effort: 6, comment: 'The button is gone.', address: 'reader@example.com' };
const handoff: Handoff = { id, page: '/contact/', locale: 'pl', message: 'It does not start.', did: { pages: ['/', '/guides/domains/'], answers: [{ question: 'Does it start?', answer: 'No' }] }, consent: true };
const miss: Miss = { id, locale: 'ja', query: '請求書', results: 0 };

test('takes what the portal sends', () => {
  expect(feedbackSchema.parse(feedback)).toEqual(feedback);
  expect(handoffSchema.parse(handoff)).toEqual(handoff);
  expect(missSchema.parse(miss)).toEqual(miss);
  expect(reasons).toContain(feedback.reason);
});

test.each<[string, Record<string, unknown>]>([
  ['a page of another site', { page: '//example.com/' }],
  ['a page with a query', { page: '/search?q=me@example.com' }],
  ['half a point', { effort: 2.5 }],
  ['a point too many', { recommend: 11 }],
  ['a number as text', { satisfaction: '5' }],
  ['an unknown key', { html: '<b>' }],
  ['an id that is none', { id: '1' }],
  ['a reason of its own', { reason: 'because' }],
  ['no language', { locale: '<script>' }],
])('refuses feedback with %s', (_, change) => {
  expect(feedbackSchema.safeParse({ ...feedback, ...change }).success).toBe(false);
});

test('takes no handoff without consent or without a message', () => {
  expect(handoffSchema.safeParse({ ...handoff, consent: false }).success).toBe(false);
  expect(handoffSchema.safeParse({ ...handoff, message: ' ' }).success).toBe(false);
});
