import { lineStarts, positionAt } from '../content/position.ts';
import type { Page, Range } from '../content/types.ts';
import { servingPages, stateOf, wordingsOf, type ListedTask, type TaskState } from '../site/tasks/list.ts';
import { count } from './journey.ts';

/** Of a task, what programs and people are told. */
interface TaskRow {
  task: string;
  text: string;
  state: TaskState;
  /** Id in the registry; null where it is in none. */
  registered: string | null;
  wordings: string[];
  /** Places that hand it over to a person. */
  handedOver: { path: string; line: number }[];
  /** Pages, and headings with steps, that tell how to do it. */
  servedBy: { path: string; line: number }[];
}

/** What to look at first: what nobody can do by himself. */
const order: TaskState[] = ['gap', 'unserved', 'unlinked', 'assisted', 'served'];

function rowsOf(tasks: readonly ListedTask[]): TaskRow[] {
  const lines = new Map<Page, number[]>();
  const place = (page: Page, range: Range) => {
    let starts = lines.get(page);
    if (!starts) lines.set(page, (starts = lineStarts(page.source)));
    return { path: page.path, line: positionAt(starts, range.start).line };
  };
  const rows = tasks.map((task): TaskRow => ({
    task: task.key,
    text: task.text,
    state: stateOf(task),
    registered: task.registered?.task.id ?? null,
    wordings: wordingsOf(task),
    handedOver: task.mentions.map(({ page, mention }) => place(page, mention.range)),
    servedBy: servingPages(task).map((page) => place(page, task.guides.find((guide) => guide.page === page)?.range ?? page.facts.titleRange)),
  }));
  return rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.handedOver.length - a.handedOver.length || (a.text < b.text ? -1 : 1));
}

/** All tasks of a tree as JSON. */
export function formatTasksJson(tasks: readonly ListedTask[]): string {
  return `${JSON.stringify(rowsOf(tasks), null, 2)}\n`;
}

/** All tasks of a tree for people: what only a person can do first. */
export function formatTasksText(tasks: readonly ListedTask[]): string {
  const rows = rowsOf(tasks);
  const blocks = rows.map(({ text, state, registered, wordings, handedOver, servedBy }) => {
    const id = registered === null ? '' : `  (${registered})`;
    const others = wordings.filter((wording) => wording !== text).map((wording) => `also called    ${wording}`);
    const places = [...servedBy.map(({ path, line }) => `served by      ${path}:${line}`), ...handedOver.map(({ path, line }) => `handed over at ${path}:${line}`)];
    return [`${state.padEnd(9)}  ${text}${id}`, ...[...others, ...places].map((line) => `           ${line}`)].join('\n');
  });
  const counts = order.map((state) => ({ state, number: rows.filter((row) => row.state === state).length })).filter(({ number }) => number > 0);
  return `${[...blocks, `${count(rows.length, 'task')}: ${counts.map(({ state, number }) => `${number} ${state}`).join(', ')}.`].join('\n\n')}\n`;
}
