import type { Feedback, Handoff, Miss } from './messages.ts';
import type { Change } from './store/writer.ts';
import type { MessageTable, OutboxTable } from './store/tables.ts';

/** What a later part of the same message may add. */
const addable = ['task', 'plan', 'solved', 'reason', 'effort', 'satisfaction', 'recommend', 'comment'] as const;

const empty = { task: null, plan: null, severity: null, channel: null, solved: null, reason: null, effort: null, satisfaction: null, recommend: null, comment: null, did: null } satisfies Partial<MessageTable>;

/** Keeps what a reader said of a page; sent again, it adds what was left out and changes nothing that was said. */
export function storeFeedback({ address, solved, ...said }: Feedback, at: string): Change {
  const row: MessageTable = { ...empty, ...said, kind: 'feedback', at, solved: solved === undefined ? null : Number(solved) };
  return async (db) => {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('message')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ fn, ref }) => Object.fromEntries(addable.map((column) => [column, fn.coalesce(ref(`message.${column}`), ref(`excluded.${column}`))])))
          .whereRef('message.kind', '=', 'excluded.kind')
          .whereRef('message.page', '=', 'excluded.page'),
      )
      .executeTakeFirst();
    if (address !== undefined && numInsertedOrUpdatedRows > 0n) await keepAddress(row.id, address, at)(db);
  };
}

/**
 * Keeps a question that goes to a person, and puts it into the outbox.
 * @param ways how handoffs go out; where there is none, they wait in the inbox
 */
export function storeHandoff({ address, message, did, ...handoff }: Handoff, at: string, ways: readonly Exclude<OutboxTable['way'], 'reader'>[]): Change {
  const { id, page, locale, task = null, plan = null, severity = null, channel = null } = handoff;
  const row: MessageTable = { ...empty, id, page, locale, task, plan, severity, channel, kind: 'handoff', at, comment: message, did: did === undefined ? null : JSON.stringify(did) };
  return async (db) => {
    const { numInsertedOrUpdatedRows = 0n } = await db.insertInto('message').values(row).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return;
    if (address !== undefined) await keepAddress(row.id, address, at)(db);
    for (const way of ways) {
      await db.insertInto('outbox').values({ id: `${row.id}.${way}`, message: row.id, way, subject: null, text: null, created: at, due: at, attempts: 0, sent: null, failed: null, error: null }).execute();
    }
  };
}

/** Keeps a search that did not help. What looks like an address or a number of an account is left out of it. */
export function storeMiss({ page, query, ...miss }: Miss, at: string): Change {
  const row = { ...miss, page: page ?? null, query: withoutPersonalData(query), at };
  return async (db) => {
    await db.insertInto('miss').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  };
}

function keepAddress(message: string, address: string, at: string): Change {
  return async (db) => {
    await db.insertInto('address').values({ message, address, at }).onConflict((conflict) => conflict.column('message').doNothing()).execute();
  };
}

function withoutPersonalData(query: string): string {
  return query.replace(/\S+@\S+/g, '…').replace(/\d[\d\s-]{7,}/g, '…');
}
