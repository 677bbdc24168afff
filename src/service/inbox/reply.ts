import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../content/errors.ts';
import type { Database, MessageTable } from '../store/tables.ts';
import { templates, type TemplateName } from './templates.ts';

/** A mail to a reader. */
export interface Letter {
  subject: string;
  text: string;
}

/** The page that a reply or a notice leads to. */
export interface AnsweringPage {
  title: string;
  /** Full address. */
  address: string;
}

/**
 * Drafts a mail in the reader's language from a template: the owner's for that language, else the built-in one, else
 * English. Paragraphs that name a page are left out where none answers.
 * @param folder the owner's templates; undefined where there are none
 */
export function draft(name: TemplateName, { locale, comment }: Pick<MessageTable, 'locale' | 'comment'>, page: AnsweringPage | null, changes: string[], folder: string | undefined): Letter {
  const { subject, text } = parseLetter(templateFor(name, locale, folder));
  const quoted = (comment ?? '').split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
  const values: Record<string, string> = { title: page?.title ?? '', address: page?.address ?? '', comment: comment === null ? '' : quoted, changes: changes.map((change) => `- ${change}`).join('\n') };
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => {
    const names = [...paragraph.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!);
    return names.every((key) => values[key] !== '');
  });
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
  return { subject: fill(subject).replace(/\s+/g, ' ').trim(), text: `${paragraphs.map(fill).join('\n\n').trim()}\n` };
}

function templateFor(name: TemplateName, locale: string, folder: string | undefined): string {
  const languages = [locale, locale.split('-')[0]!];
  const own = folder === undefined ? undefined : languages.map((language) => path.join(folder, name === 'reply' ? `${language}.txt` : `${language}.${name}.txt`)).find((file) => existsSync(file));
  if (own !== undefined) return readFileSync(own, 'utf8');
  const known = languages.find((language) => Object.hasOwn(templates[name], language)) ?? 'en';
  return templates[name][known]!;
}

/**
 * Reads a mail whose first line is `Subject: …`.
 * @throws UsageError for one that begins otherwise, or says nothing
 */
export function parseLetter(letter: string): Letter {
  const [, subject, text] = /^Subject:[ \t]*(.+?)\r?\n\s*([^]*\S)/.exec(letter) ?? [];
  if (subject === undefined || text === undefined) throw new UsageError('A reply begins with a line “Subject: …”, and says something below.');
  return { subject, text: `${text.replaceAll('\r\n', '\n')}\n` };
}

/** The same as it is written. */
export function writeLetter({ subject, text }: Letter): string {
  return `Subject: ${subject}\n\n${text}`;
}

/**
 * Puts a reply into the outbox and marks the message as answered.
 * @throws UsageError for a message that cannot be answered, or has been
 */
export async function queueReply(db: Database, id: string, { subject, text }: Letter, now: Date): Promise<void> {
  const at = now.toISOString();
  const address = await db.selectFrom('address').select('message').where('message', '=', id).executeTakeFirst();
  if (!address) throw new UsageError('This reader left no address, or it has been deleted by age.');
  await db.transaction().execute(async (transaction) => {
    await closeMessage(transaction, id, 'reply', at);
    await transaction.insertInto('outbox').values({ id: `${id}.reply`, message: id, way: 'reader', subject, text, created: at, due: at, attempts: 0, sent: null, failed: null, error: null }).execute();
  });
}

/**
 * Marks a message as done with.
 * @throws UsageError for one that is not there, or is done with already
 */
export async function closeMessage(db: Database, id: string, how: 'reply' | 'closed', at: string): Promise<void> {
  if (!(await db.selectFrom('message').select('id').where('id', '=', id).executeTakeFirst())) throw new UsageError(`There is no message ${id}.`);
  const { numInsertedOrUpdatedRows = 0n } = await db.insertInto('answer').values({ message: id, at, how }).onConflict((conflict) => conflict.column('message').doNothing()).executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new UsageError(`Message ${id} has been answered already.`);
}
