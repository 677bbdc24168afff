import { accessSync, constants, existsSync } from 'node:fs';
import { backup, DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { fileErrorText, UsageError } from '../../content/errors.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

/** Primary result codes: another process writes at this moment. Everything else stays wrong when it is tried again. */
const BUSY = new Set([5, 6]);
const PATIENCE_MS = 10_000;

/**
 * A database in one file, which is made when it is not there.
 * @throws UsageError for a file that is no database, is damaged, or cannot be written
 */
export function openSqlite(file: string): Store {
  const database = checked(file);
  return {
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) }),
    name: file,
    lanes: 1,
    isAway: (error) => BUSY.has(resultCode(error) & 0xff),
    async backUp(target) {
      if (existsSync(target)) throw new UsageError(`${target} is there already. A backup goes into a new file.`);
      await backup(database, target);
    },
  };
}

function checked(file: string): DatabaseSync {
  try {
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    // Waits here, before anybody is served; later no query may hold up the others.
    const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
    // FULL: what was acknowledged also outlives a power cut.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    const verdict = database.prepare('pragma quick_check(1)').get()?.['quick_check'];
    if (verdict !== 'ok') throw new Error(String(verdict));
    database.exec('pragma busy_timeout = 0');
    return database;
  } catch (error) {
    if (BUSY.has(resultCode(error) & 0xff)) throw new UsageError(`The database ${file} is held by another process. Try again when that has ended.`);
    const isDamaged = !(error instanceof Error && 'syscall' in error) && ![8, 14].includes(resultCode(error) & 0xff);
    if (isDamaged) throw new UsageError(`${file} is damaged, or is no database (${errorText(error)}). It was left as it is. Move it away and put the last backup in its place.`);
    throw new UsageError(`The database ${file} cannot be written: ${resultCode(error) > 0 ? errorText(error) : fileErrorText(error)}. Give the user who runs this the right to write the file and its folder, or name another with “service: database:”.`);
  }
}

/** What Kysely calls on a database, which is not quite what Node offers. */
function forKysely(database: DatabaseSync): ConstructorParameters<typeof SqliteDialect>[0]['database'] {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/** SQLite's extended result code; 0 for an error that is not SQLite's. */
function resultCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
