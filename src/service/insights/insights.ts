import type { Database, MessageTable, MissTable } from '../store/tables.ts';
import { mean, median, share, type Figure } from './statistics.ts';

/** What insights are told by. */
export const groupings = ['page', 'task', 'week'] as const;
export type Grouping = (typeof groupings)[number];

/** A message with when it was answered. */
export interface KeptMessage extends Omit<MessageTable, 'id'> {
  answered: string | null;
}

/** A support ticket of another system. Times are ISO 8601. */
export interface Ticket {
  opened: string;
  answered: string | null;
  solved: string | null;
  /** How often the customer wrote or called; null where the file does not tell. */
  contacts: number | null;
  /** Id or words of the task that it is about; null where none is known. */
  task: string | null;
  /** Address of the page that serves that task. */
  page: string | null;
}

export interface Kept {
  messages: KeptMessage[];
  misses: Omit<MissTable, 'id'>[];
  tickets: Ticket[];
}

/** How well readers of one page, for one task or in one week got on. */
export interface Insight {
  /** Page, task or week; `all` for everything. */
  group: string;
  /** Searches that did not help. */
  misses: number;
  /** Readers who said that it was not solved, or handed a question over. */
  unsolved: number;
  /** Share that solved it. */
  solved: Figure;
  /** Customer effort, the mean of 1 (very easy) to 7 (very hard). */
  effort: Figure;
  /** Customer satisfaction, the share of 4 and 5 of 5. */
  satisfaction: Figure;
  /** Net promoter score, −100 to 100. */
  recommend: Figure;
  /** Of the questions that were handed over, the share of readers who had come back to a page that they had read before. */
  loops: Figure;
  /** Hours until a message, or a ticket, was answered: the median. */
  answered: Figure;
  /** Hours until a ticket was solved: the median. */
  timeToSolve: Figure;
  /** Share of solved tickets for which one contact was enough. */
  firstContact: Figure;
}

/** Reads what was kept since a day. */
export async function readKept(db: Database, since: string): Promise<Kept> {
  const messages = await db
    .selectFrom('message')
    .leftJoin('answer', (join) => join.onRef('answer.message', '=', 'message.id').on('how', '=', 'reply'))
    .select(['kind', 'message.at', 'page', 'locale', 'task', 'plan', 'severity', 'channel', 'solved', 'reason', 'effort', 'satisfaction', 'recommend', 'comment', 'did', 'answer.at as answered'])
    .where('message.at', '>=', since)
    .execute();
  const misses = await db.selectFrom('miss').select(['at', 'page', 'locale', 'query', 'results']).where('at', '>=', since).execute();
  return { messages, misses, tickets: [] };
}

/** Insights of everything, and of each group; the groups with most unsolved first, weeks in order. */
export function insightsOf(kept: Kept, by: Grouping | undefined): Insight[] {
  const all = insight('all', kept);
  if (by === undefined) return [all];
  const groups = new Map<string, Kept>();
  const groupAt = (key: string | null): Kept => {
    const name = key ?? '(none)';
    const group = groups.get(name) ?? { messages: [], misses: [], tickets: [] };
    groups.set(name, group);
    return group;
  };
  for (const message of kept.messages) groupAt(by === 'week' ? weekOf(message.at) : by === 'page' ? pageOf(message) : message.task).messages.push(message);
  // A search is about no task that anybody knows.
  for (const miss of kept.misses) if (by !== 'task') groupAt(by === 'week' ? weekOf(miss.at) : plain(miss.page)).misses.push(miss);
  for (const ticket of kept.tickets) groupAt(by === 'week' ? weekOf(ticket.opened) : by === 'page' ? ticket.page : ticket.task).tickets.push(ticket);
  const each = [...groups].map(([name, group]) => insight(name, group));
  const inOrder = (a: Insight, b: Insight) => (by === 'week' ? 0 : b.unsolved - a.unsolved) || (a.group < b.group ? -1 : 1);
  return [all, ...each.sort(inOrder)];
}

function insight(group: string, { messages, misses, tickets }: Kept): Insight {
  const asked = messages.filter(({ solved }) => solved !== null);
  const handoffs = messages.filter(({ kind }) => kind === 'handoff').map(pagesRead).filter((pages) => pages.length > 1);
  const valuesOf = (key: 'effort' | 'satisfaction' | 'recommend') => messages.flatMap((message) => message[key] ?? []);
  const satisfaction = valuesOf('satisfaction');
  // 9 and 10 recommend, 0 to 6 warn; the score is the mean of both as 1 and −1, in hundredths.
  const recommend = valuesOf('recommend').map((value) => (value >= 9 ? 100 : value <= 6 ? -100 : 0));
  const hours = (from: string, to: string | null) => (to === null ? [] : [(Date.parse(to) - Date.parse(from)) / 3_600_000]);
  const solvedTickets = tickets.filter(({ solved, contacts }) => solved !== null && contacts !== null);
  return {
    group,
    misses: misses.length,
    unsolved: messages.filter(isUnsolved).length,
    solved: share(asked.filter(({ solved }) => solved === 1).length, asked.length),
    effort: mean(valuesOf('effort')),
    satisfaction: share(satisfaction.filter((value) => value >= 4).length, satisfaction.length),
    recommend: mean(recommend),
    loops: share(handoffs.filter((pages) => new Set(pages).size < pages.length).length, handoffs.length),
    answered: median([...messages.flatMap(({ at, answered }) => hours(at, answered)), ...tickets.flatMap(({ opened, answered }) => hours(opened, answered))]),
    timeToSolve: median(tickets.flatMap(({ opened, solved }) => hours(opened, solved))),
    firstContact: share(solvedTickets.filter(({ contacts }) => contacts === 1).length, solvedTickets.length),
  };
}

/** Readers of each page who could not solve it, for `waymark gaps --feedback`. */
export function unsolvedPages({ messages }: Kept): { page: string; unsolved: number }[] {
  const counts = new Map<string, number>();
  for (const message of messages) if (isUnsolved(message)) counts.set(pageOf(message), (counts.get(pageOf(message)) ?? 0) + 1);
  return [...counts].map(([page, unsolved]) => ({ page, unsolved })).sort((a, b) => b.unsolved - a.unsolved || (a.page < b.page ? -1 : 1));
}

/** The searches that helped least: what was searched for, and how often. */
export function missedQueries({ misses }: Kept): { query: string; locale: string; misses: number }[] {
  const counts = new Map<string, { query: string; locale: string; misses: number }>();
  for (const { query, locale } of misses) {
    const key = `${locale} ${query.toLowerCase()}`;
    const known = counts.get(key);
    if (known) known.misses++;
    else counts.set(key, { query, locale, misses: 1 });
  }
  return [...counts.values()].sort((a, b) => b.misses - a.misses || (a.query < b.query ? -1 : 1));
}

function isUnsolved({ kind, solved }: KeptMessage): boolean {
  return kind === 'handoff' || solved === 0;
}

/** The page that a message is about: of a question, the last that was read before the page it was written on. */
function pageOf(message: KeptMessage): string {
  return plain((message.kind === 'handoff' ? pagesRead(message).findLast((page) => page !== message.page) : undefined) ?? message.page);
}

/** `/guides/` and `/guides` are one page. */
function plain<Address extends string | null>(page: Address): Address {
  return (page === null ? page : page.replace(/(?<=.)\/+$/, '')) as Address;
}

function pagesRead({ did }: KeptMessage): string[] {
  return did === null ? [] : ((JSON.parse(did) as { pages?: string[] }).pages ?? []);
}

/** ISO 8601 week, as `2026-W48`. */
function weekOf(at: string): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  // The week belongs to the year of its Thursday.
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const week = Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
