import type { Kysely } from 'kysely';

// Text and whole numbers alone, so that one layer of queries holds for SQLite and PostgreSQL. Times are ISO 8601 in UTC,
// which sort as text; yes and no are 1 and 0.

/** What a reader said of a page, or a question that goes to a person. Addresses are in a table of their own. */
export interface MessageTable {
  id: string;
  kind: 'feedback' | 'handoff';
  at: string;
  page: string;
  locale: string;
  task: string | null;
  plan: string | null;
  severity: string | null;
  channel: string | null;
  solved: number | null;
  reason: string | null;
  /** 1 very easy to 7 very hard. */
  effort: number | null;
  /** 1 to 5. */
  satisfaction: number | null;
  /** 0 to 10. */
  recommend: number | null;
  comment: string | null;
  /** What the reader did before, as JSON. */
  did: string | null;
}

/** Where a reader wants to hear back; deleted by age. */
export interface AddressTable {
  message: string;
  address: string;
  at: string;
}

/** A search that did not help. */
export interface MissTable {
  id: string;
  at: string;
  page: string | null;
  locale: string;
  query: string;
  results: number;
}

/** That a message is done with. */
export interface AnswerTable {
  message: string;
  at: string;
  /** By a reply, or closed without one. */
  how: 'reply' | 'closed';
}

/** What has to go out. Nothing is taken out before the far side has it. */
export interface OutboxTable {
  id: string;
  message: string;
  /** To the people of the product by mail or webhook, or by mail to the reader. */
  way: 'mail' | 'webhook' | 'reader';
  /** Of a mail to the reader. */
  subject: string | null;
  text: string | null;
  created: string;
  /** When it is tried next. */
  due: string;
  attempts: number;
  sent: string | null;
  /** When it was given up. */
  failed: string | null;
  error: string | null;
}

export interface Tables {
  message: MessageTable;
  address: AddressTable;
  miss: MissTable;
  answer: AnswerTable;
  outbox: OutboxTable;
}

export type Database = Kysely<Tables>;
