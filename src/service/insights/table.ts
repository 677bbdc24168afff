import { oneLine } from '../../reporters/text.ts';
import type { Insight } from './insights.ts';
import type { Figure } from './statistics.ts';

export type FigureName = { [Key in keyof Insight]: Insight[Key] extends Figure ? Key : never }[keyof Insight];

const percent = (value: number) => `${Math.round(100 * value)} %`;
const hours = (value: number) => `${value.toFixed(1)} h`;

/** How each figure is called and written. */
export const figureNames: Record<FigureName, { title: string; write: (value: number) => string }> = {
  solved: { title: 'solved', write: percent },
  effort: { title: 'effort (CES, 1 easy to 7 hard)', write: (value) => value.toFixed(1) },
  satisfaction: { title: 'satisfaction (CSAT)', write: percent },
  recommend: { title: 'recommendation (NPS)', write: (value) => String(Math.round(value)) },
  loops: { title: 'came back to a page before asking', write: percent },
  answered: { title: 'time to answer', write: hours },
  timeToSolve: { title: 'time to solve', write: hours },
  firstContact: { title: 'solved at the first contact', write: percent },
};

/** Insights as text: one block a group, one line for each figure that has answers. */
export function formatInsights(insights: readonly Insight[]): string {
  return insights.map((insight) => `${oneLine(insight.group)}\n${linesOf(insight).map((line) => `  ${line}\n`).join('')}`).join('\n');
}

function linesOf(insight: Insight): string[] {
  const width = Math.max(...Object.values(figureNames).map(({ title }) => title.length));
  const told = (Object.keys(figureNames) as FigureName[]).filter((name) => insight[name].answers > 0);
  return [
    ...told.map((name) => `${figureNames[name].title.padEnd(width)}  ${writeFigure(insight[name], figureNames[name].write)}`),
    `${'not solved'.padEnd(width)}  ${insight.unsolved}`,
    `${'searches that did not help'.padEnd(width)}  ${insight.misses}`,
  ];
}

/** `72 % (61 to 81 %, 74 answers)`; with too few answers, their number alone. */
export function writeFigure({ answers, value, low, high }: Figure, write: (value: number) => string): string {
  const count = answers === 1 ? '1 answer' : `${answers} answers`;
  if (value === null || low === null || high === null) return `${count}, too few to tell`;
  return `${write(value)} (${write(low)} to ${write(high)}, ${count})`;
}
