// Sends feedback to `waymark serve` while the service is killed and its database is stopped, and counts what is lost:
// `npm run bench:serve -- --help`.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStore } from '../src/service/store/open.ts';
import { freePort, hasPostgres, startPostgres } from './bench/postgres.ts';

const help = `npm run bench:serve -- [options]

  --rate N      messages a second (default 200)
  --seconds N   how long (default 60); after a third of it the service is killed and started again, and after
                two thirds the database is stopped
  --away N      seconds that the database is stopped (default 10)
  --addresses N client addresses (default 1000)
  --json        print figures as JSON
`;

/** What became of the messages over one kind of store. */
interface Figures {
  messages: number;
  /** Sent again because no answer came, or a refusal that asked to. */
  repeated: number;
  acknowledged: number;
  /** Acknowledged, and not in the database. */
  lost: number;
  /** In the database more than once, or not sent at all. */
  strange: number;
  /** Milliseconds from the first attempt to the acknowledgement. */
  p50: number;
  p95: number;
  max: number;
}

const { values: flags } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    away: { type: 'string', default: '10' },
    addresses: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const rate = Number(flags.rate);
const seconds = Number(flags.seconds);
const away = Number(flags.away);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

if (flags.help) console.log(help);
else await bench();

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-bench-serve-'));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/index.html'), '<title>Help</title>');
  writeFileSync(path.join(folder, 'waymark.config.yaml'), `service: { addressHeader: X-Forwarded-For, perMinute: ${rate * 60} }\n`);
  const figures: Record<string, Figures> = {};
  try {
    const file = path.join(folder, 'waymark.db');
    figures['SQLite'] = await measure(folder, file, {}, () => lockFor(file));
    if (hasPostgres) {
      const postgres = await startPostgres();
      figures['PostgreSQL'] = await measure(folder, postgres.url, { DATABASE_URL: postgres.url }, async () => {
        await postgres.stop();
        await sleep(away * 1000);
        await postgres.start();
      }).finally(() => postgres.remove());
    } else {
      console.error('PostgreSQL is left out: install Debian’s package “postgresql”.');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(flags.json ? JSON.stringify(figures) : format(figures));
  const isLost = ({ messages, acknowledged, lost, strange }: Figures) => acknowledged < messages || lost + strange > 0;
  if (Object.values(figures).some(isLost)) process.exitCode = 1;
}

async function measure(folder: string, place: string, env: Record<string, string>, stopDatabase: () => Promise<void>): Promise<Figures> {
  const port = await freePort();
  const start = () => startService(folder, port, env);
  let service = await start();
  const third = (seconds * 1000) / 3;
  const faults = [
    sleep(third).then(async () => {
      service.kill('SIGKILL');
      service = await start();
    }),
    sleep(2 * third).then(stopDatabase),
  ];
  const sent: Promise<Sent>[] = [];
  const begun = performance.now();
  for (let number = 0; number < rate * seconds; number++) {
    const wait = begun + (number * 1000) / rate - performance.now();
    if (wait > 1) await sleep(wait);
    sent.push(sendUntilTaken(port, number));
  }
  const all = await Promise.all(sent);
  await Promise.all(faults);
  if (service.exitCode !== null || service.signalCode !== null) throw new Error('The service died.');
  service.kill('SIGTERM');
  await new Promise((resolve) => service.once('exit', resolve));
  return figuresOf(all, await storedIn(place));
}

async function startService(folder: string, port: number, env: Record<string, string>): Promise<ChildProcess> {
  const program = path.resolve(import.meta.dirname, '../bin/waymark.mjs');
  const args = [program, 'serve', '--config', path.join(folder, 'waymark.config.yaml'), '--port', String(port)];
  const { DATABASE_URL: _, ...others } = process.env;
  const service = spawn(process.execPath, args, { env: { ...others, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    service.stdout.once('data', resolve);
    service.once('exit', (code) => reject(new Error(`The service ended with ${code}.`)));
  });
  return service;
}

/** Another process that holds the file for itself: as near as SQLite comes to a server that is stopped. */
async function lockFor(file: string): Promise<void> {
  const database = new DatabaseSync(file);
  database.exec('pragma busy_timeout = 5000; begin exclusive');
  await sleep(away * 1000);
  database.exec('rollback');
  database.close();
}

interface Sent {
  id: string;
  attempts: number;
  isTaken: boolean;
  milliseconds: number;
}

/** Sends a message as the portal does: under the same id again until it is acknowledged. */
async function sendUntilTaken(port: number, number: number): Promise<Sent> {
  const id = randomUUID();
  const begun = performance.now();
  for (let attempts = 1; ; attempts++) {
    const status = await post(port, number % Number(flags.addresses), JSON.stringify({ id, page: '/guides/', locale: 'en', solved: number % 2 === 0, effort: 1 + (number % 7) }));
    const milliseconds = performance.now() - begun;
    const isOver = status === 200 || (status !== 0 && status !== 503) || milliseconds > 60_000;
    if (isOver) return { id, attempts, isTaken: status === 200, milliseconds };
    await sleep(250);
  }
}

/** The status of the answer; 0 where none came. */
function post(port: number, client: number, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), origin: `http://127.0.0.1:${port}`, 'x-forwarded-for': `10.0.${client >> 8}.${client & 255}` };
  return new Promise((resolve) => {
    const outgoing = request({ agent, host: '127.0.0.1', port, path: '/api/feedback', method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0)).on('error', () => resolve(0));
    });
    outgoing.on('error', () => resolve(0)).end(body);
  });
}

async function storedIn(place: string): Promise<string[]> {
  const { db } = await openStore(place);
  const rows = await db.selectFrom('message').select('id').execute();
  await db.destroy();
  return rows.map(({ id }) => id);
}

function figuresOf(all: Sent[], stored: string[]): Figures {
  const known = new Set(all.map(({ id }) => id));
  const kept = new Set(stored);
  const taken = all.filter(({ isTaken }) => isTaken);
  const times = taken.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const quantile = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0);
  return {
    messages: all.length,
    repeated: all.reduce((sum, { attempts }) => sum + attempts - 1, 0),
    acknowledged: taken.length,
    lost: taken.filter(({ id }) => !kept.has(id)).length,
    strange: stored.length - kept.size + stored.filter((id) => !known.has(id)).length,
    p50: quantile(0.5),
    p95: quantile(0.95),
    max: quantile(1),
  };
}

function format(figures: Record<string, Figures>): string {
  return Object.entries(figures)
    .map(([name, { messages, acknowledged, repeated, lost, strange, p50, p95, max }]) => `${name}: ${messages} messages at ${rate}/s, ${acknowledged} acknowledged (${repeated} repeated), ${lost} lost, ${strange} strange; p50 ${p50} ms, p95 ${p95} ms, longest ${max} ms`)
    .join('\n');
}
