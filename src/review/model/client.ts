import OpenAI, { APIConnectionTimeoutError, APIError, APIUserAbortError, AuthenticationError, BadRequestError, NotFoundError, PermissionDeniedError } from 'openai';
import { z } from 'zod';
import { UsageError } from '../../content/errors.ts';
import { guardedLookup, isPrivateAddress } from '../../engine/external/private.ts';
import { answerSchema } from './answer.ts';
import type { Question } from './question.ts';

/** Where a model answers. */
export interface Endpoint {
  /** Name of the model, as the server knows it. */
  model: string;
  /** Address that `/chat/completions` is added to. */
  url: string;
  /** Whether the configuration names the address: a branch may say anything, so it reaches no private network and gets no key. */
  isConfigured: boolean;
  key: string | undefined;
  /** Milliseconds that one request may take. */
  timeout: number;
}

/** What a model said, as it said it. */
export interface Reply {
  text: string;
  /** Tokens of question and answer; estimated where the server does not count them. */
  tokens: number;
  /** Whether the answer was cut off because it was too long. */
  isCutOff: boolean;
}

/** Asks a question; what fails is an error with a message for people. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<Reply>;

/** Times that a request is made again after what may be a passing fault. */
const mostRetries = 3;
/** Tokens of an answer; some models think aloud before it. */
const longestAnswer = 2000;
/** Characters of a response that are read. */
const longestBody = 1_000_000;
/** Characters a token has at least, in most languages: for servers that do not count. */
const charactersPerToken = 3;

/** What we read of a response. */
const completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() })], z.unknown()),
  usage: z.object({ total_tokens: z.number() }).nullish(),
});

/** Parameters that some servers refuse; one that is refused once is left out from then on. */
const refusable = ['response_format', 'temperature', 'max_tokens'] as const;

/**
 * Makes what asks a server that speaks OpenAI's protocol for chat.
 * @throws UsageError where the configuration names an address that it may not name
 */
export async function modelAt({ model, url, isConfigured, key, timeout }: Endpoint): Promise<Ask> {
  const client = new OpenAI({
    baseURL: url,
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: mostRetries,
    timeout,
    logLevel: 'off',
    fetch: bareFetch(isConfigured ? await publicFetch(url) : fetch, key !== undefined),
  });
  const refused = new Set<string>();

  return async function ask(question, signal) {
    const optional = {
      response_format: { type: 'json_schema', json_schema: { name: 'judgement', strict: true, schema: z.toJSONSchema(answerSchema) } },
      temperature: 0,
      max_tokens: longestAnswer,
    } as const;
    const wanted = Object.fromEntries(Object.entries(optional).filter(([name]) => !refused.has(name)));
    const length = refused.has('max_tokens') ? { max_completion_tokens: longestAnswer } : {};
    const messages = [{ role: 'system', content: question.system }, { role: 'user', content: question.user }] as const;
    try {
      return replyOf(await client.chat.completions.create({ model, messages: [...messages], ...wanted, ...length }, { signal }), question);
    } catch (error) {
      const name = error instanceof BadRequestError ? refusable.find((each) => !refused.has(each) && error.message.includes(each)) : undefined;
      if (name === undefined) throw told(error, url, model);
      refused.add(name);
      return ask(question, signal);
    }
  };
}

function replyOf(body: unknown, { system, user }: Question): Reply {
  const parsed = completion.safeParse(body);
  if (!parsed.success) throw new Error('what the server sent is no answer of a chat');
  const [{ message, finish_reason: end }] = parsed.data.choices;
  const text = message.content ?? '';
  return { text, tokens: parsed.data.usage?.total_tokens ?? Math.ceil((system.length + user.length + text.length) / charactersPerToken), isCutOff: end === 'length' };
}

/** An error as a person can use it; what no retry and no other question mends is a UsageError. */
function told(error: unknown, url: string, model: string): Error {
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) return new UsageError(`${url} refuses the key (${error.status}). Set WAYMARK_MODEL_KEY; it is sent only to an address that --url names.`);
  if (error instanceof NotFoundError) return new UsageError(`${url} has no model “${model}”, or no /chat/completions (404). The address usually ends in /v1.`);
  if (error instanceof APIUserAbortError) return new Error('the time was over before it answered');
  if (error instanceof APIConnectionTimeoutError) return new Error('it did not answer in time');
  if (error instanceof SyntaxError) return new Error('what the server sent is no JSON');
  if (error instanceof APIError) return new Error(error.status === undefined ? `the connection failed (${causeOf(error)})` : `the server answered ${error.status}`);
  return error instanceof Error ? error : new Error(String(error));
}

/** The innermost reason of an error: “ECONNREFUSED”. */
function causeOf(error: Error): string {
  return error.cause instanceof Error ? causeOf(error.cause) : 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/**
 * Sends what the protocol needs and nothing of this machine, follows nobody elsewhere, and reads the whole response before
 * it gives one, so that a connection that is cut in the middle is tried again like one that was never made.
 */
function bareFetch(send: typeof fetch, hasKey: boolean): typeof fetch {
  return async (input, init) => {
    const given = new Headers(init?.headers);
    const names = ['accept', 'content-type', ...(hasKey ? ['authorization'] : [])];
    const headers = Object.fromEntries(names.flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : [])));
    const response = await send(input, { ...init, headers: { ...headers, 'user-agent': 'waymark' }, redirect: 'error' });
    const body = await readBounded(response);
    return new Response(body, { status: response.status, headers: Object.fromEntries(['content-type', 'retry-after'].flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)!]] : []))) });
  };
}

/** The text of a response, or its beginning: a server can send without end. */
async function readBounded({ body }: Response): Promise<string | null> {
  if (!body) return null;
  let text = '';
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (text.length > longestBody) break;
  }
  return text;
}

/** Fetch that reaches no private address, by whatever name it goes. */
async function publicFetch(url: string): Promise<typeof fetch> {
  if (isPrivateAddress(new URL(url).hostname)) throw new UsageError(`The configuration names ${url} as the address of a model, which is private. Only --url may name such an address.`);
  const { Agent, fetch: fetchBy } = await import('undici');
  const dispatcher = new Agent({ connect: { lookup: guardedLookup(new Set()) } });
  return ((input, init) => fetchBy(input as string, { ...(init as object), dispatcher })) as typeof fetch;
}
