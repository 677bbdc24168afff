import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { clientAddress } from './client-address.ts';
import { feedbackSchema, handoffSchema, missSchema, type Receipt } from './messages.ts';
import { createRateLimit } from './rate-limit.ts';
import { storeFeedback, storeHandoff, storeMiss } from './receive.ts';
import { sitePages } from './site-pages.ts';
import type { StaffOptions } from './staff/pages.ts';
import { BusyError, type Change, type Writer } from './store/writer.ts';

/** Bytes of the largest body that is read. What the schemas allow fits in, in any script. */
const LARGEST_BODY = 256 * 1024;

const REFUSALS_MS = 10_000;

export interface ServiceOptions {
  writer: Writer;
  /** The built site. */
  folder: string;
  base: string;
  /** Origin of the site as readers see it, where it is known; a request's own host always counts. */
  origin: string | undefined;
  /** Header in which a trusted proxy says who asked it; undefined: nobody is trusted. */
  addressHeader: string | undefined;
  /** Requests that one address may send. */
  perMinute: number;
  /** How handoffs go out. */
  ways: ('mail' | 'webhook')[];
  /** The page for the people who answer and write; undefined where it is off. */
  staff: { pages: (options: Pick<StaffOptions, 'addressHeader' | 'now'>) => Hono } | undefined;
  now: () => Date;
  /** One line for the person who runs the service; never holds anything of a reader. */
  log: (line: string) => void;
}

/** The whole service: the built site, and the addresses to which its pages send what readers say. */
export function createApp(options: ServiceOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders({ xFrameOptions: 'DENY', strictTransportSecurity: false, permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] } }));
  app.use('/api/*', guard(options));
  app.use('/api/*', bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => refuse(context, 413, 'This is too long to be sent.') }));
  const at = () => options.now().toISOString();
  const parts = { writer: options.writer, refused: countRefusals(options) };
  app.post('/api/feedback', receive(parts, feedbackSchema, (feedback) => storeFeedback(feedback, at())));
  app.post('/api/handoff', receive(parts, handoffSchema, (handoff) => storeHandoff(handoff, at(), options.ways)));
  app.post('/api/miss', receive(parts, missSchema, (miss) => storeMiss(miss, at())));
  app.all('/api/*', (context) => refuse(context, 404, 'There is nothing at this address.'));
  if (options.staff) app.route('/staff', options.staff.pages(options));
  app.route('/', sitePages(options.folder, options.base));
  app.onError((error, context) => {
    // A part of Hono's own that says itself what to answer, as one that asks for a password.
    if (error instanceof HTTPException) return error.getResponse();
    options.log(`${context.req.method} failed: ${errorName(error)}`);
    return refuse(context, 500, 'Something went wrong here. Try again later.');
  });
  return app;
}

/** Only pages of this site may send, in bounds. */
function guard({ origin, addressHeader, perMinute, now }: ServiceOptions): MiddlewareHandler {
  const waitOf = createRateLimit(perMinute, () => now().getTime());
  return async (context, next) => {
    const { req } = context;
    const seconds = waitOf(clientAddress(getConnInfo(context).remote.address, addressHeader === undefined ? undefined : req.header(addressHeader)));
    if (seconds > 0) {
      context.header('retry-after', String(seconds));
      return refuse(context, 429, 'Too much was sent from your address. Try again in a minute.');
    }
    const from = req.header('origin');
    const isOwnHost = from !== undefined && URL.canParse(from) && new URL(from).host === req.header('host');
    if ((req.header('sec-fetch-site') ?? 'same-origin') !== 'same-origin' || !(isOwnHost || (from !== undefined && from === origin))) {
      return refuse(context, 403, 'Only pages of this site can send this.');
    }
    // Other kinds of content could be sent by a form of another site, without a question.
    if (!/^application\/json\b/i.test(req.header('content-type') ?? '')) return refuse(context, 415, 'This address takes JSON.');
    return next();
  };
}

function receive<Message>({ writer, refused }: { writer: Writer; refused: (reason: string) => void }, schema: z.ZodType<Message>, changeFor: (message: Message) => Change): MiddlewareHandler {
  return async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      return refuse(context, 400, body === undefined ? 'This is no JSON.' : `${path.join('.') || 'The message'}: ${message}`);
    }
    try {
      await writer.write(changeFor(parsed.data));
    } catch (error) {
      refused(errorName(error));
      context.header('retry-after', error instanceof BusyError ? '5' : '60');
      return refuse(context, 503, 'This cannot be stored at the moment. Keep it, and send it again later.');
    }
    return context.json({ ok: true } satisfies Receipt);
  };
}

/** Tells that messages are refused, the first at once and then no more often than every ten seconds: a log is not to fill the disk. */
function countRefusals({ log, now }: ServiceOptions): (reason: string) => void {
  let count = 0;
  let told = -Infinity;
  return (reason) => {
    count++;
    if (now().getTime() - told < REFUSALS_MS) return;
    log(`${count} refused, because they cannot be stored: ${reason}`);
    told = now().getTime();
    count = 0;
  };
}

function refuse(context: Context, status: ContentfulStatusCode, error: string): Response {
  return context.json({ ok: false, error } satisfies Receipt, status);
}

/** What went wrong, without the values that messages of databases repeat. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if ('errstr' in error) return String(error.errstr);
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
