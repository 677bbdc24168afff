import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  url: string;
  /** Mails as they came over the wire. */
  mails: { to: string[]; text: string }[];
  stop(): Promise<void>;
}

/** A mail server of this machine that keeps what it gets. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: MailServer['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(pieces).toString().replace(/=\r\n/g, '') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface Hook {
  url: string;
  /** What it answers. */
  status: number;
  requests: { headers: IncomingHttpHeaders; body: string }[];
  stop(): void;
}

/** An address that takes webhooks. */
export async function startHook(): Promise<Hook> {
  const hook: Hook = { url: '', status: 200, requests: [], stop: () => server.close() };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    hook.requests.push({ headers: request.headers, body });
    response.writeHead(hook.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hook.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return hook;
}
