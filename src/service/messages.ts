// What a reader's browser may send to the service, as JSON in POST requests of the portal's own origin to /api/feedback,
// /api/handoff and /api/miss. The browser imports the types alone.
import { z } from 'zod';

/**
 * Made at random by the browser, once for each message. A message that is sent again counts once, so a browser may
 * repeat what was not answered.
 */
const id = z.uuid();
const page = z.string().max(500).regex(/^\/(?!\/)[^?#\s\0]*$/, 'is no path of this site, such as /guides/domains/').describe('Path of the page, without query and fragment.');
const locale = z.string().max(35).regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'is no language tag').describe('Language of the page, as `pl` or `pt-BR`.');
// PostgreSQL keeps every character of a text but this one.
const written = z.string().overwrite((text) => text.replaceAll('\0', ''));
const line = written.trim().min(1).max(200);
const text = written.trim().min(1).max(5000);
/** A mail address to answer to. It is stored apart from everything else and deleted by age. */
const address = z.email().max(254);

/** Why a page did not solve it: says too little, is hard to follow, is not true any more, did not work, anything else. */
export const reasons = ['missing', 'unclear', 'outdated', 'failed', 'other'] as const;

/**
 * What a reader says of a page. A browser may send the first answer at once and the others later under the same id: what
 * was said already stays as it is, what was left out is added.
 */
export const feedbackSchema = z.strictObject({
  id,
  page,
  locale,
  task: line.optional().describe('Id of the task that the page resolves.'),
  plan: line.optional(),
  solved: z.boolean().optional(),
  reason: z.enum(reasons).optional(),
  effort: z.int().min(1).max(7).optional().describe('Customer effort: 1 very easy, 7 very hard.'),
  satisfaction: z.int().min(1).max(5).optional(),
  recommend: z.int().min(0).max(10).optional(),
  comment: text.optional(),
  address: address.optional(),
});

/** What the reader did before writing in; everything of it was shown, and every part can be taken out. */
const didSchema = z.strictObject({
  pages: z.array(page).max(50).optional().describe('Pages that were read, in order.'),
  searches: z.array(line).max(50).optional(),
  answers: z.array(z.strictObject({ question: line, answer: line })).max(50).optional().describe('The way through the troubleshooter.'),
  browser: line.optional(),
  platform: line.optional(),
});

/** A question that goes to a person. */
export const handoffSchema = z.strictObject({
  id,
  page,
  locale,
  task: line.optional().describe('Id of the task in the self-serve registry.'),
  plan: line.optional(),
  severity: line.optional(),
  channel: line.optional().describe('Id of the channel in the self-serve registry.'),
  message: text,
  did: didSchema.optional(),
  address: address.optional(),
  /** The reader has seen what is sent, and agreed. */
  consent: z.literal(true),
});

/** A search that did not help. */
export const missSchema = z.strictObject({
  id,
  page: page.optional(),
  locale,
  query: line,
  results: z.int().min(0).max(100_000).describe('How many results were shown.'),
});

export type Feedback = z.infer<typeof feedbackSchema>;
export type Handoff = z.infer<typeof handoffSchema>;
export type Miss = z.infer<typeof missSchema>;

/** What the service answers: `ok`, or a sentence that can be shown to the reader. */
export type Receipt = { ok: true } | { ok: false; error: string };
