import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { UsageError } from '../../content/errors.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

/** The server is starting or stopping, takes no more connections, or asks to try a transaction again. */
const PASSING = new Set(['57P01', '57P02', '57P03', '53300', '40001', '40P01']);

/** Connections that write; two more are for everything else. */
const LANES = 6;

/** A PostgreSQL database, which several instances may share. */
export function openPostgres(address: string): Store {
  const pool = new pg.Pool({ connectionString: address, max: LANES + 2, connectionTimeoutMillis: 5000 });
  // A connection that is cut off, in the pool or between two queries; whoever uses it next will see why.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    name: 'PostgreSQL',
    lanes: LANES,
    isAway,
    async backUp() {
      throw new UsageError('This store is in PostgreSQL, which has a command of its own for backups: pg_dump --format=custom --file=waymark.dump "$DATABASE_URL"');
    },
  };
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // Class 08: the connection was lost. pg gives no code where it noticed that itself.
  return PASSING.has(code) || code.startsWith('08') || /^E[A-Z]+$/.test(code) || (code === '' && /connection|timeout|terminat/i.test(error.message));
}
