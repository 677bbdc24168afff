import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { fileOf, listed, oneLine, summaryOf } from './text.ts';
import type { ReportOptions } from './types.ts';

/** The run for programs that read text and pay by the word: one finding a line, what to do next behind it. */
export function formatAgent(run: Run, { hints }: ReportOptions): string {
  const lines = listed(run, hints).map((finding) => formatLine(run, finding));
  const unlisted = hints || run.hints.length === 0 ? '' : ` ${run.hints.length} hints not listed (--hints).`;
  return [...lines, summaryOf(run) + unlisted].map((line) => `${oneLine(line)}\n`).join('');
}

function formatLine(run: Run, finding: Finding): string {
  const { path, line, column, severity, certainty, rule, message, members, suggestions, fix, fingerprint } = finding;
  const others = members.filter((member) => member.path !== path || member.line !== line).map((member) => `${fileOf(run, member.path)}:${member.line}`);
  return [
    `${fileOf(run, path)}:${line}:${column} ${certainty === 'hint' ? 'hint' : severity} ${rule} ${message}`,
    ...(others.length > 0 ? [`also: ${others.join(' ')}`] : []),
    ...(suggestions.length > 0 ? [`next: ${suggestions.join(' ')}`] : []),
    ...(fix.length > 0 ? ['--fix does it'] : []),
    fingerprint,
  ].join(' | ');
}
