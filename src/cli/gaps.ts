import path from 'node:path';
import { Command, Option } from 'commander';
import type { Config } from '../engine/config.ts';
import { readFeedback } from '../engine/feedback.ts';
import { findGaps, type Gap, type TicketCounts } from '../engine/gaps.ts';
import { openSite } from '../engine/run.ts';
import { readSubjects, type TicketOptions } from '../engine/tickets.ts';
import { checkOutAt } from '../engine/tree-at.ts';
import { formatGapsCsv, formatGapsJson, formatGapsMarkdown, formatGapsText, type GapReport } from '../reporters/gaps.ts';
import { listTasks, type ListedTask, type TaskList } from '../site/tasks/list.ts';
import { createTaskMatcher, languagesOf, type Match } from '../site/tasks/matcher.ts';
import type { Site } from '../site/types.ts';
import { configOption, nowOption, progress, scope, type TreeFlags } from './tree.ts';

interface GapsFlags extends TreeFlags {
  format: keyof typeof formats;
  feedback?: string;
  tickets?: string;
  subject: string;
  encoding: string;
  since?: string;
  now?: string;
  hints: boolean;
}

const formats = { text: formatGapsText, json: formatGapsJson, markdown: formatGapsMarkdown, csv: formatGapsCsv };

export function gapsCommand(): Command {
  return new Command('gaps')
    .description('list what only people can do, and what people write in for, one task a row, the most wanted first')
    .argument('[folder]', 'folder of the content tree', '.')
    .addOption(configOption())
    .addOption(new Option('--format <name>', 'how to print').choices(Object.keys(formats)).default('text'))
    .option('--feedback <file>', 'how many readers of each page could not solve it: a list of { page, unsolved }')
    .option('--tickets <file>', 'support tickets, as CSV with a line of column names')
    .option('--subject <column>', 'column of the tickets that holds the subject', 'subject')
    .option('--encoding <name>', 'encoding of the tickets', 'utf-8')
    .option('--since <revision>', 'what was opened and closed since a revision of git')
    .addOption(nowOption())
    .option('--hints', 'list tasks that are only hints too', false)
    .exitOverride()
    .action(runGaps);
}

async function runGaps(folder: string, flags: GapsFlags): Promise<void> {
  const { format, feedback, tickets, since, now = new Date().toISOString().slice(0, 10), hints } = flags;
  const given = scope([folder], flags.config);
  const { site, config } = await openSite({ ...given, ...progress() });
  const list = listTasks(site);
  const counts = tickets === undefined ? null : await countTickets(tickets, { column: flags.subject, encoding: flags.encoding }, site, list);
  const all = findGaps(site, list, { feedback: feedback === undefined ? null : readFeedback(feedback, site.pages), tickets: counts }, now, config.help?.topics);
  const shown = (gaps: Gap[]) => gaps.filter(({ hint }) => hints || !hint);
  const report: GapReport = {
    gaps: shown(all),
    hidden: all.length - shown(all).length,
    tickets: counts?.total ?? null,
    since: since === undefined ? null : compare(since, shown(all), shown(await gapsAt(since, given.root, config, site, now))),
  };
  process.stdout.write(formats[format](report));
}

function compare(revision: string, now: Gap[], before: Gap[]): GapReport['since'] {
  const without = (gaps: Gap[], others: Gap[]) => gaps.filter(({ key }) => others.every((other) => other.key !== key));
  return { revision, opened: without(now, before), closed: without(before, now) };
}

/** The gaps of the tree as it was, under today's configuration and the registry of then. */
async function gapsAt(revision: string, root: string, config: Config, { product }: Site, today: string): Promise<Gap[]> {
  const folders = [...new Set([path.resolve(root), path.join(config.folder, 'product')])];
  const { moved, remove } = checkOutAt(revision, folders);
  try {
    const { interface: _, ...others } = config;
    const { names, domains } = product;
    const { site } = await openSite({ root: moved(path.resolve(root)), config: { ...others, folder: moved(config.folder), product: { names, domains } } });
    return findGaps(site, listTasks(site), { feedback: null, tickets: null }, today, config.help?.topics);
  } finally {
    remove();
  }
}

/** Different subjects that are kept with what they ask for; most tickets repeat a few. */
const mostRemembered = 100_000;

async function countTickets(file: string, options: TicketOptions, site: Site, list: TaskList): Promise<TicketCounts> {
  const match = createTaskMatcher(list, languagesOf(site));
  const known = new Map<string, Match>();
  const byTask = new Map<ListedTask, number>();
  const untold: TicketCounts['untold'] = new Map();
  let total = 0;
  for await (const subject of readSubjects(file, options)) {
    total++;
    let found = known.get(subject);
    if (!found) {
      found = match(subject);
      if (known.size < mostRemembered) known.set(subject, found);
    }
    const { task, key } = found;
    if (task) byTask.set(task, (byTask.get(task) ?? 0) + 1);
    else if (key !== '' && (untold.has(key) || untold.size < mostRemembered)) untold.set(key, { text: untold.get(key)?.text ?? subject.trim(), tickets: (untold.get(key)?.tickets ?? 0) + 1 });
  }
  return { total, byTask, untold };
}
