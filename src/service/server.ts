import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp, type ServiceOptions } from './app.ts';
import { sendDue, type Send } from './outbox.ts';
import { purgeAddresses } from './purge.ts';
import type { Store } from './store/open.ts';
import { createWriter } from './store/writer.ts';

const OUTBOX_MS = 2000;
const PURGE_MS = 60 * 60_000;
/** A request that takes longer to arrive is one that wants to hold the connection. */
const REQUEST_MS = 15_000;
/** How long requests that were begun may take when the service stops. */
const FAREWELL_MS = 25_000;

export interface ServerOptions extends Omit<ServiceOptions, 'writer'> {
  store: Store;
  send: Send;
  keepAddressesDays: number;
  host: string;
  port: number;
}

export interface RunningServer {
  /** Where it answers. */
  url: string;
  /** Takes nothing new, finishes what was begun, and closes the store. */
  stop(): Promise<void>;
}

/**
 * Starts the service: requests, the outbox, and the deletion of old addresses.
 * @throws the error of the port, where it cannot be listened on
 */
export async function startServer({ store, send, keepAddressesDays, host, port, ...options }: ServerOptions): Promise<RunningServer> {
  const writer = createWriter(store);
  const server = createAdaptorServer({
    fetch: createApp({ ...options, writer }).fetch,
    serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
  }) as Server;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));

  const outbox = repeat(OUTBOX_MS, async () => {
    const { held } = await sendDue(store.db, send, options.now);
    if (held > 0) options.log(`${held} of the outbox could not be handed over; they are tried again.`);
  });
  const purge = repeat(PURGE_MS, async () => {
    const deleted = await purgeAddresses(store.db, keepAddressesDays, options.now());
    if (deleted > 0) options.log(`${deleted} addresses older than ${keepAddressesDays} days were deleted.`);
  });

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      setTimeout(() => server.closeAllConnections(), FAREWELL_MS).unref();
      await Promise.all([closed, outbox.stop(), purge.stop()]);
      await writer.drain();
      await store.db.destroy();
    },
  };
}

/** Does something now and again a while after each time; a database that is away is there again another time. */
function repeat(milliseconds: number, act: () => Promise<void>): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout;
  let isOver = false;
  let current = Promise.resolve();
  const turn = () => {
    current = act().catch(() => {}).then(() => {
      if (!isOver) timer = setTimeout(turn, milliseconds);
    });
  };
  turn();
  return {
    async stop() {
      isOver = true;
      clearTimeout(timer);
      await current;
    },
  };
}
