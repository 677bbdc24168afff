import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { findConfig, readConfig, type Config } from '../engine/config.ts';
import { openSite } from '../engine/run.ts';
import { oneLine, toJson } from '../reporters/text.ts';
import { queueNotice, readComplaints } from '../service/inbox/changed-pages.ts';
import { rankInbox, readInbox, type InboxEntry } from '../service/inbox/inbox.ts';
import { closeMessage, draft, parseLetter, queueReply, writeLetter } from '../service/inbox/reply.ts';
import type { Database } from '../service/store/tables.ts';
import type { Store } from '../service/store/open.ts';
import { createAnswerFinder, pageAt, shownPage } from './answering-page.ts';
import { sectionsChangedSince } from './changed-sections.ts';
import { openConfiguredStore } from './store.ts';
import { configOption, progress, type TreeFlags } from './tree.ts';

interface FormatFlags extends TreeFlags {
  format: 'text' | 'json';
}

export function feedbackCommand(): Command {
  return new Command('feedback')
    .description('answer what readers of the portal sent, and tell them when the page that they named has changed')
    .addCommand(inboxCommand())
    .addCommand(replyCommand())
    .addCommand(closeCommand())
    .addCommand(answeredCommand())
    .addCommand(backupCommand());
}

function subcommand(name: string, description: string): Command {
  return new Command(name).description(description).addOption(configOption()).exitOverride();
}

function inboxCommand(): Command {
  return subcommand('inbox', 'list what waits for an answer, who is to be answered first at the head')
    .addOption(new Option('--format <name>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async ({ config: file, format }: FormatFlags) => {
      await withStore(file, async ({ db }, config) => {
        const entries = rankInbox(await readInbox(db), config.service?.inbox ?? {}, new Date());
        process.stdout.write(format === 'json' ? toJson(entries) : formatInbox(entries));
      });
    });
}

function replyCommand(): Command {
  return subcommand('reply', 'draft a reply in the reader’s language with the page that answers; with --send, put it into the outbox')
    .argument('<id>', 'id of the message, or its beginning')
    .option('--text <file>', 'the reply to send in place of the draft, as the draft is written; - for the standard input')
    .option('--send', 'send it with the next turn of waymark serve, and mark the message as answered', false)
    .action(async (id: string, { config: file, text, send }: TreeFlags & { text?: string; send: boolean }) => {
      await withStore(file, async ({ db }, config) => {
        const message = await findMessage(db, id);
        const letter = text === undefined ? await draftReply(message, config) : parseLetter(readText(text));
        if (send) {
          if (!config.service?.mail) throw new UsageError('No mail can be sent, because the configuration does not say who it is from. Set “service: mail: from:”.');
          await queueReply(db, message.id, letter, new Date());
          process.stdout.write('In the outbox; waymark serve sends it.\n');
        } else {
          process.stdout.write(writeLetter(letter));
        }
      });
    });
}

function closeCommand(): Command {
  return subcommand('close', 'take messages out of the inbox without a reply')
    .argument('<ids...>', 'ids of messages, or their beginnings')
    .action(async (ids: string[], { config: file }: TreeFlags) => {
      await withStore(file, async ({ db }) => {
        for (const id of ids) await closeMessage(db, (await findMessage(db, id)).id, 'closed', new Date().toISOString());
      });
    });
}

function answeredCommand(): Command {
  return subcommand('answered', 'list readers whose complaint about a page may be answered by its change; with --send, tell them')
    .option('--send', 'put a mail to each of them into the outbox', false)
    .action(async ({ config: file, send }: TreeFlags & { send: boolean }) => {
      await withStore(file, async ({ db }, config) => {
        const { site } = await openSite({ root: config.folder, config, ...progress() });
        if (send && !config.service?.mail) throw new UsageError('No mail can be sent, because the configuration does not say who it is from. Set “service: mail: from:”.');
        let told = 0;
        for (const complaint of await readComplaints(db)) {
          const page = pageAt(complaint.page, site, config);
          const sections = page ? sectionsChangedSince(config.folder, page, complaint.at) : [];
          if (!page || sections.length === 0) continue;
          told++;
          const letter = draft('changed', complaint, shownPage(page, config), sections, repliesOf(config));
          if (send) await queueNotice(db, complaint.id, letter.subject, letter.text, new Date());
          else process.stdout.write(`${complaint.id}  ${page.path}, since ${complaint.at.slice(0, 10)}: ${oneLine(sections.join(', '))}\n${indented(writeLetter(letter))}\n`);
        }
        process.stdout.write(send ? `${told} in the outbox; waymark serve sends them.\n` : told === 0 ? 'No page that a reader complained about has changed since.\n' : `${told} to tell. Send these with: waymark feedback answered --send\n`);
      });
    });
}

function backupCommand(): Command {
  return subcommand('backup', 'copy the database into a new file, while the service goes on')
    .argument('<file>', 'file to write')
    .action(async (target: string, { config: file }: TreeFlags) => {
      await withStore(file, async (store) => store.backUp(target));
      process.stdout.write(`${target} holds a copy. Keep it as safe as the database itself: it has addresses of readers.\n`);
    });
}

async function withStore(file: string | undefined, use: (store: Store, config: Config) => Promise<void>): Promise<void> {
  const config = file === undefined ? findConfig('.') : readConfig(file);
  const store = await openConfiguredStore('feedback', config);
  try {
    await use(store, config);
  } finally {
    await store.db.destroy();
  }
}

async function findMessage(db: Database, id: string) {
  const found = await db.selectFrom('message').selectAll().where('id', '>=', id).orderBy('id').limit(2).execute();
  const [message, ...others] = found.filter((each) => each.id.startsWith(id));
  if (!message) throw new UsageError(`There is no message ${id}.`);
  if (others.length > 0) throw new UsageError(`Several messages begin with ${id}. Give more of the id.`);
  return message;
}

async function draftReply(message: Awaited<ReturnType<typeof findMessage>>, config: Config) {
  const { site } = await openSite({ root: config.folder, config, ...progress() });
  const page = await createAnswerFinder(site, config)(message);
  return draft('reply', message, page && shownPage(page, config), [], repliesOf(config));
}

function repliesOf({ folder, service }: Config): string | undefined {
  return service?.replies === undefined ? undefined : path.resolve(folder, service.replies);
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${fileErrorText(error)}.`);
  }
}

function formatInbox(entries: InboxEntry[]): string {
  const lines = entries.map(({ id, points, late, hours, promised, page, task, plan, severity, comment, canReply, undelivered, why }) =>
    [
      `${String(points).padStart(4)}  ${id.slice(0, 8)}  ${late ? `late by ${Math.ceil(hours - promised)} h` : `${Math.floor(promised - hours)} h left`}  ${[page, task, plan, severity].filter((each) => each !== null).join(', ')}${canReply ? '' : '  (no address)'}`,
      ...(comment === null ? [] : [`      “${comment.length > 200 ? `${comment.slice(0, 200)}…` : comment}”`]),
      `      ${why.join('; ')}`,
      ...(undelivered === null ? [] : [`      Not handed over yet: ${undelivered}`]),
    ]
      .map((line) => `${oneLine(line)}\n`)
      .join(''),
  );
  const late = entries.filter((entry) => entry.late).length;
  return `${lines.join('')}${entries.length === 0 ? 'Nothing waits for an answer.' : `${entries.length} wait for an answer, ${late} of them late.`}\n`;
}

function indented(text: string): string {
  return text.split('\n').map((line) => `    ${oneLine(line)}`.trimEnd()).join('\n');
}
