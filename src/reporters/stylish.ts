import path from 'node:path';
import { styleText } from 'node:util';
import type { SourceFile } from '../content/types.ts';
import { sourceFile } from '../site/source-file.ts';
import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { count, listed, oneLine } from './text.ts';
import type { ReportOptions } from './types.ts';

type Style = (format: 'cyan' | 'dim' | 'green' | 'red' | 'underline' | 'yellow', text: string) => string;

/** How many further places of a finding are listed before they are counted. */
const placesShown = 8;
/** Columns of source shown around a finding. */
const excerptWidth = 100;

/** The run for people at a terminal: by file, with the source line, the evidence and the next step. */
export function formatStylish(run: Run, { hints, stats, colors }: ReportOptions): string {
  const style: Style = colors ? (format, text) => styleText(format, text, { validateStream: false }) : (_, text) => text;
  const blocks = [formatFindings(run, listed(run, hints), style)].filter(Boolean);
  const skipped = run.skipped.map(({ path: file, reason }) => style('yellow', oneLine(`${file} ${reason}`)));
  return [...blocks, ...skipped, formatSummary(run, hints, stats, style)].join('\n\n') + '\n';
}

/** Findings by file, each with its evidence. */
export function formatFindings(run: Run, findings: Finding[], style: Style = (_, text) => text): string {
  const byPath = Map.groupBy(findings, (finding) => finding.path);
  const blocks = [...byPath].map(([file, own]) => {
    const page = sourceFile(run.site, file);
    const name = oneLine(path.join(run.root, file));
    return [style('underline', name), ...own.map((finding) => formatFinding(finding, page, style))].join('\n\n');
  });
  return blocks.join('\n\n');
}

function formatFinding(finding: Finding, page: SourceFile, style: Style): string {
  const mark = finding.certainty === 'hint' ? style('cyan', 'hint') : style(finding.severity === 'error' ? 'red' : 'yellow', finding.severity);
  const head = `  ${finding.line}:${finding.column}  ${mark}  ${oneLine(finding.message)}  ${style('dim', finding.rule)}`;
  const places = finding.members.filter((member) => member.path !== finding.path || member.line !== finding.line);
  const lines = [
    ...excerpt(finding, page, style),
    ...finding.evidence.map(({ text }) => `${style('dim', 'evidence')}  ${oneLine(text)}`),
    ...places.slice(0, placesShown).map((member) => `${style('dim', 'also at')}   ${oneLine(member.path)}:${member.line}`),
    ...(places.length > placesShown ? [`${style('dim', 'also at')}   ${places.length - placesShown} more places`] : []),
    ...finding.related.map((place) => `${style('dim', 'see')}       ${oneLine(place.path)}:${place.line}  ${oneLine(place.message)}`),
    ...(finding.owner === undefined ? [] : [`${style('dim', 'owner')}     ${oneLine(finding.owner)} (${finding.topic})`]),
    ...finding.suggestions.map((text) => `${style('green', 'next')}      ${oneLine(text)}`),
  ];
  return [head, ...lines.map((line) => `        ${line}`)].join('\n');
}

/** The source line with a caret under the place; long lines are cut around it. */
function excerpt({ line, column, endLine, endColumn }: Finding, page: SourceFile, style: Style): string[] {
  const text = oneLine((page.source.split('\n', line)[line - 1] ?? '').replace(/\r$/, ''));
  if (text.trim() === '') return [];
  const from = column - 1 > excerptWidth / 2 ? Math.min(column - 1 - excerptWidth / 4, Math.max(0, text.length - excerptWidth)) : 0;
  const cut = text.slice(Math.floor(from), Math.floor(from) + excerptWidth);
  const caretAt = column - 1 - Math.floor(from);
  const length = Math.max(1, Math.min(endLine === line ? endColumn - column : text.length - column + 1, cut.length - caretAt));
  const number = style('dim', `${line} │ `);
  return [`${number}${cut}`, `${' '.repeat(String(line).length)}${style('dim', ' │ ')}${' '.repeat(caretAt)}${style('red', '^'.repeat(length))}`];
}

function formatSummary(run: Run, hints: boolean, stats: boolean, style: Style): string {
  const { names, domains, origin, interface: labels } = run.site.product;
  const errors = run.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = run.findings.filter(({ severity }) => severity === 'warning').length;
  const pages = run.site.pages.length;
  const seconds = (run.timings.total / 1000).toFixed(1);
  const counts = errors + warnings === 0 ? style('green', 'Nothing found') : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const product = oneLine([...names, ...domains].join(', '));
  return [
    `${counts} on ${count(pages, 'page')} in ${seconds} s.`,
    ...silencedText(run),
    ...run.notices.map(oneLine),
    ...(run.hints.length > 0 && !hints ? [`${count(run.hints.length, 'hint')} worth a look; --hints shows them.`] : []),
    ...(product === ''
      ? ['The product’s name could not be told from the pages; set product.names in waymark.config.yaml.']
      : origin === 'inferred'
        ? [`Taken for the product’s own names and domains: ${product}. Set product in waymark.config.yaml if that is wrong.`]
        : []),
    ...(labels ? [] : ['No interface catalogue is configured, so labels were not checked.']),
    ...(stats ? [`${run.cached} of ${count(pages, 'page')} known from an earlier run`, Object.entries(run.timings).map(([part, time]) => `${part} ${Math.round(time)} ms`).join(', ')] : []),
  ].join('\n');
}

/** “3 known findings left out, 1 suppressed in the pages.” */
function silencedText({ silenced }: Run): string[] {
  const known = silenced.filter(({ by }) => by === 'baseline').length;
  const judged = silenced.filter(({ by }) => by === 'decision').length;
  const suppressed = silenced.length - known - judged;
  const parts = [
    ...(known > 0 ? [`${count(known, 'finding')} known from the baseline`] : []),
    ...(suppressed > 0 ? [`${count(suppressed, 'finding')} suppressed in the pages`] : []),
    ...(judged > 0 ? [`${count(judged, 'finding')} judged fine`] : []),
  ];
  return parts.length > 0 ? [`Left out: ${parts.join(', ')}.`] : [];
}
