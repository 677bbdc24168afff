import { Migrator, type Migration } from 'kysely/migration';
import type { Database, Tables } from './tables.ts';

/** Every step from an empty database to today's tables, by name in order. A step that was published never changes. */
const migrations: Record<string, Migration> = {
  '2026-11-messages': {
    async up({ schema }) {
      await schema
        .createTable('message')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('page', 'text', (column) => column.notNull())
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('task', 'text')
        .addColumn('plan', 'text')
        .addColumn('severity', 'text')
        .addColumn('channel', 'text')
        .addColumn('solved', 'integer')
        .addColumn('reason', 'text')
        .addColumn('effort', 'integer')
        .addColumn('satisfaction', 'integer')
        .addColumn('recommend', 'integer')
        .addColumn('comment', 'text')
        .addColumn('did', 'text')
        .execute();
      await schema.createIndex('message_at').on('message').column('at').execute();
      await schema
        .createTable('address')
        .addColumn('message', 'text', (column) => column.primaryKey().references('message.id'))
        .addColumn('address', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
      await schema
        .createTable('miss')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('page', 'text')
        .addColumn('locale', 'text', (column) => column.notNull())
        .addColumn('query', 'text', (column) => column.notNull())
        .addColumn('results', 'integer', (column) => column.notNull())
        .execute();
      await schema
        .createTable('answer')
        .addColumn('message', 'text', (column) => column.primaryKey().references('message.id'))
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('how', 'text', (column) => column.notNull())
        .execute();
      await schema
        .createTable('outbox')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('message', 'text', (column) => column.notNull().references('message.id'))
        .addColumn('way', 'text', (column) => column.notNull())
        .addColumn('subject', 'text')
        .addColumn('text', 'text')
        .addColumn('created', 'text', (column) => column.notNull())
        .addColumn('due', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('sent', 'text')
        .addColumn('failed', 'text')
        .addColumn('error', 'text')
        .execute();
      await schema.createIndex('outbox_due').on('outbox').columns(['sent', 'due']).execute();
    },
  },
};

/** Brings a database to today's tables. Several instances may do it at the same time. */
export async function migrate(db: Database): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Every table, each after those that it refers to. */
export const tableNames: (keyof Tables)[] = ['message', 'address', 'miss', 'answer', 'outbox'];
