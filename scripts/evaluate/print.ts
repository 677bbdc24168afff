import type { CorpusReport } from './run.ts';
import type { Figures, KindReport, Row, Score } from './score.ts';

const columns = ['right', 'missed', 'wrong', 'precision', 'recall', 'accuracy', 'mrr', 'success1', 'mrrTypo', 'success1Typo'] as const;

/** The figures as a table for each kind, with each miss and false alarm below it. */
export function formatText(reports: CorpusReport[]): string {
  return reports.map(formatCorpus).join('\n\n');
}

/** The figures as JSON: `{ corpora: { NAME: { KIND: … } } }`; unsure rows stand apart in `unsure`. */
export function formatFigures(reports: CorpusReport[]): string {
  const kindsOf = ({ kinds }: CorpusReport) => Object.fromEntries(Object.entries(kinds).map(([kind, report]) => [kind, toJson(report)]));
  return JSON.stringify({ corpora: Object.fromEntries(reports.map((report) => [report.name, kindsOf(report)])) }, null, 2);
}

function toJson({ rows, hints, ...figures }: KindReport): object {
  const apart = rows.some(({ unsure }) => unsure) ? { unsure: rows.filter(({ unsure }) => unsure).map(rowToJson) } : {};
  return {
    ...figures,
    ...(hints ? { hints: toJson(hints) } : {}),
    rows: rows.filter(({ unsure }) => !unsure).map(rowToJson),
    ...apart,
  };
}

function rowToJson({ path, line, subject, expected, got, certainty }: Row): object {
  return { path, line, ...(subject === undefined ? {} : { subject }), expected, got, certainty };
}

function formatCorpus({ name, run, kinds }: CorpusReport): string {
  const counts = run ? `: ${run.site.pages.length} pages, ${run.findings.length} findings, ${run.hints.length} hints` : '';
  return [`${name}${counts}`, ...Object.entries(kinds).map(([kind, report]) => formatKind(kind, report))].join('\n');
}

function formatKind(kind: string, report: KindReport): string {
  const used = columns.filter((column) => report[column] !== undefined);
  const { hints } = report;
  return [
    `\n  ${kind.padEnd(16)}${used.map((column) => column.padStart(columnWidth(column))).join('')}`,
    formatFigureLine(hints ? 'default' : '', report, used),
    ...(hints ? [formatFigureLine('with hints', hints, used)] : []),
    ...unsureLine(report),
    ...report.rows.flatMap((row, index) => faultLine(row, hints?.rows[index])),
    ...(report.notes ?? []).map((note) => `    ${note}`),
  ].join('\n');
}

function formatFigureLine(title: string, figures: Figures, used: readonly (typeof columns)[number][]): string {
  const cells = used.map((column) => {
    const value = figures[column];
    const text = value === null || value === undefined ? '–' : Number.isInteger(value) && ['right', 'missed', 'wrong'].includes(column) ? String(value) : value.toFixed(2);
    return text.padStart(columnWidth(column));
  });
  return `    ${title.padEnd(14)}${cells.join('')}`;
}

function columnWidth(column: string): number {
  return Math.max(column.length + 2, 8);
}

function unsureLine({ rows, hints }: KindReport): string[] {
  const apart = ({ rows: all }: Score) => all.filter(({ unsure, outcome }) => unsure && (outcome === 'right' || outcome === 'quiet')).length;
  const total = rows.filter(({ unsure }) => unsure).length;
  if (total === 0) return [];
  return [`    unsure, not counted: ${apart({ rows })} of ${total} as labelled${hints ? ` by default, ${apart(hints)} with hints` : ''}`];
}

/** A line for a miss or a false alarm, of the default or of the hints. */
function faultLine(row: Row, withHints: Row | undefined): string[] {
  const told = withHints ?? row;
  if (row.unsure || (row.outcome !== 'missed' && row.outcome !== 'wrong' && told.outcome !== 'wrong')) return [];
  const got = told.got === null ? 'nothing' : `${told.got}${told.certainty ? ` (${told.certainty})` : ''}`;
  const fault = row.outcome === 'missed' ? 'missed' : 'wrong';
  const subject = row.subject === undefined ? '' : `  «${row.subject}»`;
  return [`    ${fault.padEnd(7)} ${row.path}:${row.line}${subject}  expected ${row.expected}, got ${got}`];
}
