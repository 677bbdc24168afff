import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as a model gets it. */
export interface Received {
  headers: IncomingMessage['headers'];
  path: string;
  body: { model: string; temperature?: number; max_tokens?: number; response_format?: { type: string }; messages: { role: string; content: string }[] };
  /** What is asked: the message of the user. */
  question: string;
  /** Whether it got a whole answer. */
  answered: boolean;
}

/** A way to answer one request: with what a model says, or by any misbehaviour on the connection itself. */
export type Answering = (received: Received, response: ServerResponse, before: number) => string | null | Promise<string | null>;

/**
 * A server that speaks OpenAI's protocol for chat over real HTTP, on a port of its own until the test is over.
 * @param answer gives what the model says, or null where it answered (or did not) by itself; `before` counts earlier requests with the same question
 */
export async function startModel(answer: Answering): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let text = '';
      for await (const part of request) text += String(part);
      const body = JSON.parse(text) as Received['body'];
      const each: Received = { headers: request.headers, path: request.url ?? '', body, question: body.messages.at(-1)!.content, answered: false };
      const before = received.filter(({ question }) => question === each.question).length;
      received.push(each);
      const said = await answer(each, response, before);
      if (said === null) return;
      each.answered = true;
      sayIn(response, said);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, received };
}

/** Sends what a model says as the protocol has it. */
function sayIn(response: ServerResponse, content: string, end = 'stop'): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id: '1', object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: end }], usage: { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 } }));
}

/** A verdict as a model gives it. */
export function saying(verdict: string, reason = 'As the page says.'): string {
  return JSON.stringify({ verdict, reason });
}

const jsonHead = { 'content-type': 'application/json' };

/** Sends any response, and says that there is nothing more to say. */
export function send(response: ServerResponse, status: number, body = '{}', headers: Record<string, string> = {}): null {
  response.writeHead(status, { ...jsonHead, ...headers }).end(body);
  return null;
}

/** What servers do at times, by name: those that pass do it to the first request of a question only. */
export const faults: Record<string, Answering> = {
  slow: async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return saying('fault');
  },
  busy: (_, response, before) => (before > 0 ? saying('fault') : send(response, 429, '{"error":{"message":"slow down"}}', { 'retry-after': '1' })),
  broken: (_, response, before) => (before > 0 ? saying('fine') : send(response, 500)),
  down: (_, response) => send(response, 500),
  cut: (_, response, before) => {
    if (before > 0) return saying('fine');
    response.writeHead(200, { ...jsonHead, 'content-length': '400' });
    response.write('{"choices":[{"message":', () => response.destroy());
    return null;
  },
  'broken JSON': (_, response) => send(response, 200, '{"choices":[{"mess'),
  'other JSON': (_, response) => send(response, 200, '{"object":"list","data":[]}'),
  'no JSON': () => 'I think that this is fine.',
  'wrong schema': () => '{"verdict":"perhaps","confidence":0.7}',
  endless: (_, response) => {
    response.writeHead(200, jsonHead);
    const more = (): void => void (response.destroyed || (response.write('{"choices":"'.repeat(4000)) ? setImmediate(more) : response.once('drain', more)));
    more();
    return null;
  },
  silent: () => null,
};
