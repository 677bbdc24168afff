import type { Database, OutboxTable } from './store/tables.ts';

/** One thing that has to go out, with what is known of its message at this moment. */
export interface Parcel extends Pick<OutboxTable, 'id' | 'way' | 'subject' | 'text'> {
  message: { id: string; kind: string; at: string; page: string; locale: string; task: string | null; plan: string | null; severity: string | null; channel: string | null; comment: string | null; did: string | null };
  /** Where the reader wants to hear back; null where none was given, or it has been deleted by age. */
  address: string | null;
}

/**
 * Hands a parcel over.
 * @throws any error where the far side did not take it
 */
export type Send = (parcel: Parcel) => Promise<void>;

/** How long one attempt may take before another instance tries. */
const LEASE_MS = 5 * 60_000;
const FIRST_RETRY_MS = 5000;
const LAST_RETRY_MS = 60 * 60_000;
/** A far side that is away for longer does not come back by itself; the inbox shows what was given up. */
const GIVE_UP_MS = 7 * 24 * 60 * 60_000;
const AT_ONCE = 20;

/**
 * Tries everything that is due, once. Several instances may do so at the same time: who moves the due time first has the
 * parcel. One that dies in between leaves it for a later attempt, so a parcel may arrive twice, under the same id, and
 * never not at all.
 * @returns how many the far side took, and how many it did not
 */
export async function sendDue(db: Database, send: Send, now: () => Date): Promise<{ sent: number; held: number }> {
  const due = await db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message')
    .leftJoin('address', 'address.message', 'outbox.message')
    .select(['outbox.id', 'outbox.message', 'way', 'subject', 'text', 'created', 'due', 'attempts'])
    .select(['kind', 'message.at', 'page', 'locale', 'task', 'plan', 'severity', 'channel', 'comment', 'did', 'address'])
    .where('sent', 'is', null)
    .where('failed', 'is', null)
    .where('due', '<=', now().toISOString())
    .orderBy('due')
    .limit(AT_ONCE)
    .execute();
  let sent = 0;
  let held = 0;
  for (const { id, message, way, subject, text, created, due: before, attempts, address, ...told } of due) {
    const claimed = await db
      .updateTable('outbox')
      .set({ due: later(now(), LEASE_MS), attempts: attempts + 1 })
      .where('id', '=', id)
      .where('due', '=', before)
      .executeTakeFirst();
    if (claimed.numUpdatedRows === 0n) continue;
    try {
      await send({ id, way, subject, text, message: { id: message, ...told }, address });
      await db.updateTable('outbox').set({ sent: now().toISOString(), error: null }).where('id', '=', id).execute();
      sent++;
    } catch (error) {
      const isOver = now().getTime() - Date.parse(created) > GIVE_UP_MS;
      const wait = Math.min(FIRST_RETRY_MS * 2 ** attempts, LAST_RETRY_MS);
      await db
        .updateTable('outbox')
        .set({ due: later(now(), wait), error: reasonOf(error), failed: isOver ? now().toISOString() : null })
        .where('id', '=', id)
        .execute();
      held++;
    }
  }
  return { sent, held };
}

function later(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}

/** Without what a mail server repeats of addresses. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\S+@\S+/g, '…').slice(0, 300);
}
