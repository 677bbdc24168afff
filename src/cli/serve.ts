import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { UsageError } from '../content/errors.ts';
import { findConfig, readConfig, type Config } from '../engine/config.ts';
import { readDecisions } from '../engine/decisions.ts';
import type { ServiceOptions } from '../service/app.ts';
import type { Ways } from '../service/send.ts';
import type { RunningServer } from '../service/server.ts';
import type { Store } from '../service/store/open.ts';
import { withPackages } from './peers.ts';
import { databaseFile, openConfiguredStore } from './store.ts';
import { configOption, type TreeFlags } from './tree.ts';

interface ServeFlags extends TreeFlags {
  port: number;
  host: string;
}

const LEAST_TOKEN = 20;

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the built portal, and take what its readers send: feedback, searches without result, questions')
    .argument('[folder]', 'the built site, in place of the one that the configuration names')
    .addOption(configOption())
    .option('--port <number>', 'port to listen on', parsePort, Number(process.env['PORT'] ?? 4321))
    .option('--host <address>', 'address to listen on; 0.0.0.0 for every one of this machine', '127.0.0.1')
    .exitOverride()
    .action(runServe);
}

async function runServe(given: string | undefined, { port, host, config: file }: ServeFlags): Promise<void> {
  const config = file === undefined ? findConfig('.') : readConfig(file);
  const { service = {}, site = {} } = config;
  const folder = given ?? path.resolve(config.folder, service.site ?? 'dist');
  if (!existsSync(path.join(folder, 'index.html'))) throw new UsageError(`${folder} is no built site: it has no index.html. Build it first, or name its folder.`);
  if (process.env['DATABASE_URL'] === undefined && !path.relative(folder, databaseFile(config)).startsWith('..')) throw new UsageError(`The database ${databaseFile(config)} would lie inside of the site, where everybody can read it. Name another place with “service: database:”.`);
  const ways = waysOf(config);
  const token = staffToken();
  const packages = ['hono', '@hono/node-server', 'nodemailer', ...(token === undefined ? [] : ['uplot'])];
  const store = await openConfiguredStore('serve', config, packages);
  const server = await withPackages('serve', packages, async () => {
    const [{ startServer }, { createSend }] = await Promise.all([import('../service/server.ts'), import('../service/send.ts')]);
    const staff = token === undefined ? undefined : await loadStaff(token, store, config);
    return startServer({
      store,
      send: createSend(ways),
      folder,
      base: site.base ?? '/',
      origin: site.url === undefined ? undefined : new URL(site.url).origin,
      addressHeader: service.addressHeader,
      perMinute: service.perMinute ?? 60,
      keepAddressesDays: service.keepAddressesDays ?? 90,
      ways: [...(ways.mail?.to === undefined ? [] : (['mail'] as const)), ...(ways.webhook ? (['webhook'] as const) : [])],
      staff,
      host,
      port,
      now: () => new Date(),
      log: (line) => process.stderr.write(`${new Date().toISOString()} ${line}\n`),
    });
  }).catch(async (error: unknown) => {
    await store.db.destroy();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new UsageError(`Port ${port} is taken. Choose another with --port.`);
    throw error;
  });
  process.stdout.write(`${folder} is served at ${server.url}; what readers send goes to ${store.name}.\n`);
  stopOnSignals(server);
}

/** The page for the people who answer is there where a token for it is set, and long enough not to be guessed. */
function staffToken(): string | undefined {
  const token = process.env['WAYMARK_STAFF_TOKEN'];
  if (token !== undefined && token.length < LEAST_TOKEN) throw new UsageError(`WAYMARK_STAFF_TOKEN is too short to keep strangers out. Make one of ${LEAST_TOKEN} characters or more, as with: openssl rand -hex 24`);
  return token;
}

async function loadStaff(token: string, { db }: Store, config: Config): Promise<ServiceOptions['staff']> {
  const { staffPages } = await import('../service/staff/pages.ts');
  return { pages: (options) => staffPages({ ...options, token, db, inbox: config.service?.inbox ?? {}, decisions: () => readDecisions(config, new Date().toISOString().slice(0, 10)) }) };
}

/** What was begun is finished before the process ends. */
function stopOnSignals(server: RunningServer): void {
  process.removeAllListeners('SIGINT');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
}

/** How things go out: who and where by the configuration, passwords by the environment. */
function waysOf({ service = {} }: Config): Ways {
  const server = process.env['WAYMARK_SMTP_URL'];
  const secret = process.env['WAYMARK_WEBHOOK_SECRET'];
  if (service.mail && server === undefined) throw new UsageError('The configuration sends mails (“service: mail:”), and no server is known. Set WAYMARK_SMTP_URL, as in smtp://user:password@mail.example.com:587.');
  return {
    ...(service.mail && server !== undefined ? { mail: { server, from: service.mail.from, ...(service.mail.handoffs === undefined ? {} : { to: service.mail.handoffs }) } } : {}),
    ...(service.webhook === undefined ? {} : { webhook: { url: service.webhook, ...(secret === undefined ? {} : { secret }) } }),
  };
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is a number up to 65535.');
  return port;
}
