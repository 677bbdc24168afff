import type { Database } from './store/tables.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Deletes addresses that are older than they may be. What was said stays, and nothing leads from it to a person.
 * @returns how many were deleted
 */
export async function purgeAddresses(db: Database, days: number, now: Date): Promise<number> {
  const last = new Date(now.getTime() - days * DAY_MS).toISOString();
  const { numDeletedRows } = await db.deleteFrom('address').where('at', '<', last).executeTakeFirst();
  return Number(numDeletedRows);
}
