import { Command, Option } from 'commander';
import { UsageError } from '../content/errors.ts';
import { findConfig, readConfig, type Config } from '../engine/config.ts';
import { openSite } from '../engine/run.ts';
import { readColumns } from '../engine/tickets.ts';
import { oneLine, toJson } from '../reporters/text.ts';
import { groupings, insightsOf, missedQueries, readKept, unsolvedPages, type Grouping, type Ticket } from '../service/insights/insights.ts';
import { formatInsights } from '../service/insights/table.ts';
import { listTasks, servingPages } from '../site/tasks/list.ts';
import { createTaskMatcher, languagesOf } from '../site/tasks/matcher.ts';
import { openConfiguredStore } from './store.ts';
import { configOption, progress, type TreeFlags } from './tree.ts';

interface InsightsFlags extends TreeFlags {
  by?: Grouping;
  since: string;
  tickets?: string;
  subject: string;
  encoding: string;
  format: 'text' | 'json' | 'feedback';
}

export function insightsCommand(): Command {
  return new Command('insights')
    .description('how readers of the portal get on: what they could not find or solve, effort, satisfaction, recommendation, times')
    .addOption(configOption())
    .addOption(new Option('--by <grouping>', 'one block for each').choices([...groupings]))
    .option('--since <date>', 'what came in from this day on', '2000-01-01')
    .option('--tickets <file>', 'tickets of another system, as CSV with the columns opened, answered, solved and contacts')
    .option('--subject <column>', 'column of the tickets that holds the subject, to tell the task by', 'subject')
    .option('--encoding <name>', 'encoding of the tickets', 'utf-8')
    .addOption(new Option('--format <name>', 'how to print; “feedback” is for waymark gaps --feedback').choices(['text', 'json', 'feedback']).default('text'))
    .exitOverride()
    .action(runInsights);
}

async function runInsights({ config: file, by, since, tickets, subject, encoding, format }: InsightsFlags): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new UsageError(`--since: “${since}” is no date; write it as 2027-01-31.`);
  const config = file === undefined ? findConfig('.') : readConfig(file);
  const store = await openConfiguredStore('insights', config);
  const kept = await readKept(store.db, since).finally(() => store.db.destroy());
  if (tickets !== undefined) kept.tickets = (await readTickets(tickets, subject, encoding, config)).filter(({ opened }) => opened >= since);
  if (format === 'feedback') {
    process.stdout.write(toJson(unsolvedPages(kept)));
    return;
  }
  const insights = insightsOf(kept, by);
  const queries = missedQueries(kept).slice(0, 20);
  if (format === 'json') {
    process.stdout.write(toJson({ insights, queries }));
    return;
  }
  const lines = queries.map(({ query, locale, misses }) => `  ${String(misses).padStart(5)}  ${oneLine(query)} (${locale})\n`);
  process.stdout.write(formatInsights(insights) + (lines.length === 0 ? '' : `\nSearched for, and not found:\n${lines.join('')}`));
}

/** Tickets of another system, each with the task that its subject tells and the page that serves it. */
async function readTickets(file: string, subject: string, encoding: string, config: Config): Promise<Ticket[]> {
  const { site } = await openSite({ root: config.folder, config, ...progress() });
  const match = createTaskMatcher(listTasks(site), languagesOf(site));
  const tickets: Ticket[] = [];
  for await (const [opened = '', text = '', answered = '', solved = '', contacts = ''] of readColumns(file, { needed: ['opened'], others: [subject, 'answered', 'solved', 'contacts'], encoding })) {
    const { task } = match(text);
    const row = tickets.length + 2;
    tickets.push({
      opened: timeIn(opened, row, file),
      answered: answered === '' ? null : timeIn(answered, row, file),
      solved: solved === '' ? null : timeIn(solved, row, file),
      contacts: contacts === '' ? null : Number(contacts),
      task: task && (task.registered?.task.id ?? task.text),
      page: (task && servingPages(task)[0]?.route) ?? null,
    });
  }
  return tickets;
}

/** ISO 8601; a time without a zone is taken for UTC. */
function timeIn(text: string, row: number, file: string): string {
  const iso = text.trim().replace(' ', 'T');
  const time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$|^[^T]*$/.test(iso) ? iso : `${iso}Z`);
  if (Number.isNaN(time)) throw new UsageError(`${file}, row ${row}: “${text}” is no time. Write it as 2027-01-31 14:00.`);
  return new Date(time).toISOString();
}
