import type { Gap } from '../engine/gaps.ts';
import { count } from './journey.ts';

/** What `waymark gaps` found. */
export interface GapReport {
  gaps: Gap[];
  /** Hints that are not among them. */
  hidden: number;
  /** Tickets read; null where none were given. */
  tickets: number | null;
  /** What a branch opened and closed; null where it was not compared. */
  since: { revision: string; opened: Gap[]; closed: Gap[] } | null;
}

const stateWords: Record<Gap['state'], string> = {
  gap: 'only a person can do it',
  unserved: 'in the registry, and nothing serves it',
  unlinked: 'a page serves it, others hand it over',
  assisted: 'a person does it by decision',
  expired: 'a person does it by a decision that has run out',
  answered: 'readers write in, a page answers it',
  untold: 'readers write in, no page tells it',
};

/** The backlog for people at a terminal. */
export function formatGapsText({ gaps, hidden, tickets, since }: GapReport): string {
  const blocks = since
    ? [
        ...since.opened.map((gap) => `opened  ${blockOf(gap)}`),
        ...since.closed.map((gap) => `closed  ${gap.task}`),
        `Since ${since.revision}: ${since.opened.length} opened, ${since.closed.length} closed; ${count(gaps.length, 'task')} now.`,
      ]
    : [...gaps.map((gap, index) => `${String(index + 1).padStart(3)}  ${blockOf(gap)}`), `${count(gaps.length, 'task')}.`];
  const matched = gaps.reduce((sum, gap) => sum + (gap.tickets ?? 0), 0);
  return `${[
    ...blocks,
    ...(tickets === null ? [] : [`${matched} of ${count(tickets, 'ticket')} tell one of these tasks.`]),
    ...(hidden > 0 ? [`${count(hidden, 'hint')} worth a look; --hints lists them too.`] : []),
  ].join('\n\n')}\n`;
}

function blockOf({ task, state, topic, pages, ways, readers, tickets, closest, owner, expires }: Gap): string {
  const numbers = [
    ...(tickets === null || tickets === 0 ? [] : [count(tickets, 'ticket')]),
    ...(readers === null || readers === 0 ? [] : [`${count(readers, 'reader')} not helped`]),
    ...(pages.length > 0 ? [`${count(pages.length, 'page')}, ${count(ways, 'way')} to a person`] : []),
  ];
  return [
    task,
    [stateWords[state], ...numbers].join('; '),
    ...(closest === '' ? [] : [`${state === 'answered' || state === 'unlinked' ? 'served by' : 'closest  '}  ${closest}`]),
    ...pages.map((page) => `on         ${page}`),
    `topic      ${topic}`,
    ...(owner === '' ? [] : [`owner      ${owner}`]),
    ...(expires === '' ? [] : [`until      ${expires}`]),
  ].join('\n        ');
}

/** The backlog for programs. */
export function formatGapsJson({ gaps, hidden, tickets, since }: GapReport): string {
  return `${JSON.stringify({ version: 1, gaps, hints: hidden, tickets, since }, null, 2)}\n`;
}

const columns = ['task', 'state', 'topic', 'tickets', 'readers', 'ways', 'pages', 'closest', 'owner', 'until'] as const;

function cellsOf(gap: Gap): string[] {
  return [gap.task, stateWords[gap.state], gap.topic, String(gap.tickets ?? ''), String(gap.readers ?? ''), String(gap.ways), gap.pages.join(' '), gap.closest, gap.owner, gap.expires];
}

/** The backlog as tables of Markdown, for planning documents and pull requests. */
export function formatGapsMarkdown({ gaps, since }: GapReport): string {
  if (!since) return gaps.length === 0 ? 'No gaps.\n' : `${table(gaps)}\n`;
  const part = (title: string, rows: Gap[]) => (rows.length === 0 ? [] : [`### ${title}`, table(rows)]);
  const parts = [...part(`Opened since ${since.revision}`, since.opened), ...part(`Closed since ${since.revision}`, since.closed)];
  return `${(parts.length === 0 ? [`No gaps opened or closed since ${since.revision}.`] : parts).join('\n\n')}\n`;
}

function table(gaps: Gap[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const escaped = (cell: string) => cell.replace(/[\\|<[\]*_`]/g, '\\$&').replace(/\s+/g, ' ');
  return [line(columns), line(columns.map(() => '---')), ...gaps.map((gap) => line(cellsOf(gap).map(escaped)))].join('\n');
}

/** The backlog as CSV (RFC 4180); of a comparison, what was opened and closed, with a column that says which. */
export function formatGapsCsv({ gaps, since }: GapReport): string {
  if (!since) return rowsOfCsv([columns, ...gaps.map(cellsOf)]);
  const rows = [...since.opened.map((gap) => ['opened', ...cellsOf(gap)]), ...since.closed.map((gap) => ['closed', ...cellsOf(gap)])];
  return rowsOfCsv([['change', ...columns], ...rows]);
}

function rowsOfCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOfCsv).join(',')}\r\n`).join('');
}

/** A text that begins as a formula would be run by spreadsheets; with an apostrophe before it, it is shown. */
function cellOfCsv(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
