import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A web interface on this machine, and what it was asked for. */
export interface Interface {
  address: string;
  /** `POST /saved` for each request. */
  requests: string[];
}

type Answer = Record<string, string | ((response: { writeHead(status: number, headers?: Record<string, string>): unknown; end(text?: string): unknown }) => void)>;

/** Serves pages by their path until the test is over. */
export async function servePages(pages: Answer): Promise<Interface> {
  return serve((pathname) => pages[pathname] ?? null);
}

/** Serves the files of a folder until the test is over. */
export async function serveFolder(folder: string): Promise<Interface> {
  return serve((pathname) => {
    let file = path.join(folder, pathname);
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
    return existsSync(file)
      ? (response) => {
          response.writeHead(200, { 'content-type': file.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8' });
          createReadStream(file).pipe(response as unknown as NodeJS.WritableStream);
        }
      : null;
  });
}

async function serve(answerOf: (pathname: string) => Answer[string] | null): Promise<Interface> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${request.method} ${request.url}`);
    const answer = answerOf(pathname);
    if (typeof answer === 'function') return answer(response);
    response.writeHead(answer === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(answer ?? 'Nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => stop(server));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}
