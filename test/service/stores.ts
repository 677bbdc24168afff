import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { hasPostgres, startPostgres, type Postgres } from '../../scripts/bench/postgres.ts';
import { tableNames } from '../../src/service/store/migrations.ts';
import { openStore, type Store } from '../../src/service/store/open.ts';

export interface Place {
  /** What a configuration would say. */
  place: string;
  /** The store, empty at the beginning of each test. */
  store: Store;
}

/** The same tests over SQLite and over a real PostgreSQL, which is left out where there is none. */
export function overEachStore(tests: (place: Place) => void): void {
  describe('SQLite', () => {
    const at = {} as Place;
    let folder: string;
    beforeEach(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'waymark-store-'));
      at.place = path.join(folder, 'waymark.db');
      at.store = await openStore(at.place);
    });
    afterEach(async () => {
      await at.store.db.destroy();
      rmSync(folder, { recursive: true });
    });
    tests(at);
  });

  describe.skipIf(!hasPostgres)('PostgreSQL (needs Debian’s package “postgresql”)', () => {
    const at = {} as Place;
    let server: Postgres;
    beforeAll(async () => {
      server = await startPostgres();
      at.place = server.url;
    });
    beforeEach(async () => {
      at.store = await openStore(at.place);
      for (const table of tableNames.toReversed()) await at.store.db.deleteFrom(table).execute();
    });
    afterEach(() => at.store.db.destroy());
    afterAll(() => server.remove());
    tests(at);
  });
}
