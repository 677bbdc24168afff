import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from './open.ts';
import type { Database } from './tables.ts';

/** Writes in one transaction, at most. */
const BATCH = 200;
/** Writes that wait, at most: together they must fit into memory. */
const MOST_WAITING = 5000;
/** How long a reader is kept waiting for a database that is away. */
const PATIENCE_MS = 20_000;

/** The store takes no more at this moment. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** Changes of the database; may be run again where it is not known whether they arrived. */
export type Change = (db: Database) => Promise<void>;

export interface Writer {
  /**
   * Resolves when the change is in the database, for good.
   * @throws BusyError where too many wait, and the database's own error where it stays away or cannot take it
   */
  write(change: Change): Promise<void>;
  /** Waits for everything that was begun. */
  drain(): Promise<void>;
}

interface Waiting {
  change: Change;
  until: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Writes in batches, so that many readers share one transaction (and one wait for the disk), and all of them wait for a
 * database that is away for a while.
 */
export function createWriter({ db, isAway, lanes }: Pick<Store, 'db' | 'isAway' | 'lanes'>, patience = PATIENCE_MS): Writer {
  let waiting: Waiting[] = [];
  const running = new Set<Promise<void>>();

  const commit = (batch: Waiting[]) =>
    db.transaction().execute(async (transaction) => {
      for (const { change } of batch) await change(transaction);
    });

  async function run(): Promise<void> {
    let pause = 20;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, Math.min(BATCH, Math.ceil(waiting.length / lanes)));
      try {
        await commit(batch);
        for (const { resolve } of batch) resolve();
        pause = 20;
      } catch (error) {
        if (isAway(error)) {
          waiting.unshift(...batch);
          giveUp(error);
          await sleep(pause);
          pause = Math.min(2 * pause, 500);
        } else {
          // One change that cannot be made takes no other with it.
          for (const each of batch) await commit([each]).then(each.resolve, each.reject);
        }
      }
    }
  }

  /** Tells those who have waited for long enough. */
  function giveUp(error: unknown): void {
    const now = performance.now();
    for (const { until, reject } of waiting) if (until <= now) reject(error);
    waiting = waiting.filter(({ until }) => until > now);
  }

  return {
    write(change) {
      if (waiting.length >= MOST_WAITING) return Promise.reject(new BusyError('Too many writes wait.'));
      return new Promise((resolve, reject) => {
        waiting.push({ change, until: performance.now() + patience, resolve, reject });
        if (running.size >= lanes) return;
        // The next turn of the event loop, so that requests that came together are written together.
        const lane = new Promise((next) => setImmediate(next)).then(run).finally(() => running.delete(lane));
        running.add(lane);
      });
    },
    async drain() {
      await Promise.all(running);
    },
  };
}
