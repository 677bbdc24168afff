import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Parcel } from '../../src/service/outbox.ts';
import { startServer, type RunningServer, type ServerOptions } from '../../src/service/server.ts';
import type { Store } from '../../src/service/store/open.ts';

export const inlineScript = "document.title = 'on';";

/** A small built site. */
function writeSite(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-site-'));
  const files = {
    'index.html': `<!doctype html><title>Help</title><script>${inlineScript}</script><script src="/_astro/app.abc.js"></script><p>${'Start. '.repeat(300)}</p>`,
    'domains/index.html': '<!doctype html><title>Domains</title><p>Domains</p>',
    'plain.html': '<!doctype html><title>Plain</title>',
    '404.html': '<!doctype html><title>Not here</title>',
    '_astro/app.abc.js': 'export {};',
    'domains/請求.html': '<!doctype html><title>請求</title>',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

export interface Service extends RunningServer {
  /** What was handed over to the far side. */
  parcels: Parcel[];
  log: string[];
}

/** The service over a store, on a free port. */
export async function startService(store: Store, options: Partial<ServerOptions> = {}): Promise<Service> {
  const parcels: Parcel[] = [];
  const log: string[] = [];
  const server = await startServer({
    store,
    send: async (parcel) => void parcels.push(parcel),
    folder: writeSite(),
    base: '/',
    origin: undefined,
    addressHeader: undefined,
    perMinute: 1000,
    keepAddressesDays: 90,
    ways: [],
    staff: undefined,
    host: '127.0.0.1',
    port: 0,
    now: () => new Date(),
    log: (line) => log.push(line),
    ...options,
  });
  return { ...server, parcels, log };
}

/** Sends as a page of the site does. */
export async function send(service: Service, kind: 'feedback' | 'handoff' | 'miss', body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; answer: unknown; headers: Headers }> {
  const response = await fetch(`${service.url}/api/${kind}`, {
    method: 'POST',
    headers: { origin: service.url, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json(), headers: response.headers };
}
