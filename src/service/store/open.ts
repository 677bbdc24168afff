import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../content/errors.ts';
import { migrate } from './migrations.ts';
import type { Database } from './tables.ts';

/** Where messages are kept. */
export interface Store {
  db: Database;
  /** For people: the file, or `PostgreSQL`. */
  name: string;
  /** Transactions that write at the same time. */
  lanes: number;
  /** Whether an error will pass: the database is away, or somebody else writes to it. */
  isAway(error: unknown): boolean;
  /** Copies everything into a new file while others go on writing. */
  backUp(target: string): Promise<void>;
}

/** A database that starts together with the service may take its time. */
const PATIENCE_MS = 30_000;

/**
 * Opens a store and brings its tables up to date. Waits for a database that is away.
 * @param place path of a file for SQLite, or the address of a PostgreSQL database (`postgres://…`)
 * @throws UsageError for one that cannot be opened
 */
export async function openStore(place: string): Promise<Store> {
  // Each loads a package, or a part of Node, that the other does not need.
  const store = isPostgres(place) ? (await import('./postgres.ts')).openPostgres(place) : (await import('./sqlite.ts')).openSqlite(place);
  const begun = performance.now();
  for (;;) {
    try {
      await migrate(store.db);
      return store;
    } catch (error) {
      if (store.isAway(error) && performance.now() - begun < PATIENCE_MS) {
        await sleep(250);
        continue;
      }
      await store.db.destroy();
      if (isPostgres(place)) throw new UsageError(`The database at DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}.`);
      throw error;
    }
  }
}

function isPostgres(place: string): boolean {
  return /^postgres(?:ql)?:/.test(place);
}
