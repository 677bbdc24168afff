import { expect, test } from 'vitest';
import type { Feedback, Handoff } from '../../src/service/messages.ts';
import { purgeAddresses } from '../../src/service/purge.ts';
import { storeFeedback, storeHandoff, storeMiss } from '../../src/service/receive.ts';
import { openStore } from '../../src/service/store/open.ts';
import { BusyError, createWriter } from '../../src/service/store/writer.ts';
import { overEachStore } from './stores.ts';

const at = '2026-11-24T10:00:00.000Z';
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const feedback: Feedback = { id: id(1), page: '/domains/', locale: 'en', solved: false };
const handoff: Handoff = { id: id(2), page: '/contact/', locale: 'en', message: 'Help', address: 'reader@example.com', consent: true };

overEachStore((place) => {
  test('adds what a reader says later, and changes nothing that was said', async () => {
    const { db } = place.store;
    await storeFeedback(feedback, at)(db);
    await storeFeedback({ ...feedback, solved: true, effort: 6, comment: 'The button is gone.', address: 'reader@example.com' }, '2026-11-24T10:01:00.000Z')(db);
    await storeFeedback({ ...feedback, effort: 1 }, at)(db);
    expect(await db.selectFrom('message').selectAll().execute()).toEqual([
      { id: id(1), kind: 'feedback', at, page: '/domains/', locale: 'en', task: null, plan: null, severity: null, channel: null, solved: 0, reason: null, effort: 6, satisfaction: null, recommend: null, comment: 'The button is gone.', did: null },
    ]);
    expect(await db.selectFrom('address').select('address').execute()).toEqual([{ address: 'reader@example.com' }]);
  });

  test('lets nobody add to another kind of message, or to one of another page', async () => {
    const { db } = place.store;
    await storeHandoff(handoff, at, [])(db);
    await storeFeedback({ ...feedback, id: handoff.id, page: handoff.page, effort: 7 }, at)(db);
    await storeFeedback(feedback, at)(db);
    await storeFeedback({ ...feedback, page: '/other/', effort: 7, address: 'other@example.com' }, at)(db);
    expect(await db.selectFrom('message').select(['kind', 'effort']).orderBy('id').execute()).toEqual([{ kind: 'feedback', effort: null }, { kind: 'handoff', effort: null }]);
    expect(await db.selectFrom('address').select('address').execute()).toEqual([{ address: 'reader@example.com' }]);
  });

  test('a handoff that is sent again is one handoff, and goes out once each way', async () => {
    const { db } = place.store;
    for (let time = 0; time < 3; time++) await storeHandoff(handoff, at, ['mail', 'webhook'])(db);
    expect(await db.selectFrom('message').select('id').execute()).toHaveLength(1);
    expect(await db.selectFrom('outbox').select(['message', 'way']).orderBy('way').execute()).toEqual([{ message: id(2), way: 'mail' }, { message: id(2), way: 'webhook' }]);
  });

  test('keeps no addresses and long numbers of a search', async () => {
    const { db } = place.store;
    await storeMiss({ id: id(3), locale: 'en', query: 'invoice for ada@example.com account 4111 1111 1111', results: 0 }, at)(db);
    expect(await db.selectFrom('miss').select('query').execute()).toEqual([{ query: 'invoice for … account …' }]);
  });

  test('takes any text, and gives it back as it was', async () => {
    const { db } = place.store;
    const comment = `'; drop table message; -- "${'<script>alert(1)</script>'}" \u202e 你好 😀\n\t`;
    await storeFeedback({ ...feedback, comment }, at)(db);
    expect(await db.selectFrom('message').select('comment').execute()).toEqual([{ comment }]);
  });

  test('deletes addresses by age and keeps what was said', async () => {
    const { db } = place.store;
    await storeHandoff(handoff, at, [])(db);
    expect(await purgeAddresses(db, 90, new Date('2027-02-20T00:00:00Z'))).toBe(0);
    expect(await purgeAddresses(db, 90, new Date('2027-02-24T00:00:00Z'))).toBe(1);
    expect(await db.selectFrom('message').select('comment').execute()).toEqual([{ comment: 'Help' }]);
  });

  test('brings the tables up to date once, also where several begin together', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore(place.place)));
    await Promise.all(stores.map((store) => store.db.destroy()));
  });

  test('writes of several instances arrive, each once', async () => {
    const other = await openStore(place.place);
    const writers = [createWriter(place.store), createWriter(other)];
    const numbers = Array.from({ length: 400 }, (_, number) => number);
    await Promise.all(numbers.map((number) => writers[number % 2]!.write(storeFeedback({ ...feedback, id: id(number >> 1) }, at))));
    await other.db.destroy();
    expect(await place.store.db.selectFrom('message').select('id').execute()).toHaveLength(200);
  });

  test('one write that cannot be made takes no other with it', async () => {
    const writer = createWriter(place.store);
    const written = await Promise.allSettled([
      writer.write(storeFeedback(feedback, at)),
      writer.write(async (db) => void (await db.insertInto('answer').values({ message: id(99), at, how: 'reply' }).execute())),
      writer.write(storeFeedback({ ...feedback, id: id(4) }, at)),
    ]);
    expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await place.store.db.selectFrom('message').select('id').execute()).toHaveLength(2);
  });
});

test('refuses what would not fit into memory any more', async () => {
  const never = { transaction: () => ({ execute: () => new Promise(() => {}) }) } as unknown as Parameters<typeof createWriter>[0]['db'];
  const writer = createWriter({ db: never, isAway: () => false, lanes: 1 });
  for (let count = 0; count < 5000; count++) void writer.write(async () => {});
  await expect(writer.write(async () => {})).rejects.toThrow(BusyError);
});
