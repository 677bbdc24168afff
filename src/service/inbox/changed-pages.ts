import type { Database, MessageTable } from '../store/tables.ts';

/** A reader who complained about a page, wants to hear back, and has not heard of its change yet. */
export type Complaint = Pick<MessageTable, 'id' | 'at' | 'page' | 'locale' | 'comment' | 'reason'>;

/** Everybody who said of a page that it did not solve it, and left an address that is still there. */
export async function readComplaints(db: Database): Promise<Complaint[]> {
  return db
    .selectFrom('message')
    .innerJoin('address', 'address.message', 'message.id')
    .leftJoin('outbox', (join) => join.onRef('outbox.message', '=', 'message.id').on('outbox.id', 'like', '%.changed'))
    .select(['message.id', 'message.at', 'page', 'locale', 'comment', 'reason'])
    .where('kind', '=', 'feedback')
    .where('outbox.id', 'is', null)
    .where(({ or, eb }) => or([eb('solved', '=', 0), eb('solved', 'is', null)]))
    .orderBy('message.at')
    .execute();
}

/** Puts the notice that a page changed into the outbox; once for each complaint. */
export async function queueNotice(db: Database, id: string, subject: string, text: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await db
    .insertInto('outbox')
    .values({ id: `${id}.changed`, message: id, way: 'reader', subject, text, created: at, due: at, attempts: 0, sent: null, failed: null, error: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
