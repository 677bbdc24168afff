// A PostgreSQL server on a free port of this machine, for tests and measurements.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Postgres {
  /** Address of an empty database. */
  url: string;
  start(): Promise<void>;
  /** Stops it as a crash would, with connections open. */
  stop(): Promise<void>;
  /** Stops it and deletes everything. */
  remove(): Promise<void>;
}

/** Where Debian and others put the programs, the newest first. */
const folder = globSync('/usr/lib/postgresql/*/bin').sort().at(-1) ?? '/usr/local/bin';

/** Whether there is a PostgreSQL that can be started. */
export const hasPostgres = existsSync(path.join(folder, 'initdb')) && (process.getuid?.() !== 0 || spawnSync('id', ['postgres']).status === 0);

/** Makes an empty server and starts it. */
export async function startPostgres(): Promise<Postgres> {
  const home = mkdtempSync(path.join(tmpdir(), 'waymark-postgres-'));
  const data = path.join(home, 'data');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    chmodSync(home, 0o755);
    await run('chown', ['postgres', home]);
  }
  const program = (name: string, args: string[]) => {
    const file = path.join(folder, name);
    // The server refuses to run as root.
    return isRoot ? run('runuser', ['-u', 'postgres', '--', file, ...args], home) : run(file, args, home);
  };
  await program('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=''`;
  const start = () => program('pg_ctl', ['-D', data, '-w', '-l', path.join(home, 'log'), '-o', options, 'start']);
  const stop = () => program('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Without a pipe for its output, which the server that it leaves behind would hold open. */
function run(program: string, args: string[], cwd?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    spawn(program, args, { cwd, stdio: 'ignore' })
      .on('error', reject)
      .on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} failed with ${code}.`))));
  });
}

/** A port of this machine that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
