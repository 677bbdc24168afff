import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { fileOf, listed, oneLine, summaryOf } from './text.ts';
import type { ReportOptions } from './types.ts';

/** The run for programs that read text and pay by the word: one finding a line, what to do next behind it. */
export function formatAgent(run: Run, { hints }: ReportOptions): string {
  const lines = listed(run, hints).map((finding) => agentLine(run, finding));
  const unlisted = hints || run.hints.length === 0 ? '' : ` ${run.hints.length} hints not listed (--hints).`;
  return [...lines, summaryOf(run) + unlisted].map((line) => `${oneLine(line)}\n`).join('');
}

/** One finding on one line: place, severity, rule, message, other places, next step, fingerprint. */
export function agentLine(run: Pick<Run, 'root'>, finding: Finding): string {
  const { path, line, column, severity, certainty, rule, message, members, suggestions, fix, fingerprint, owner } = finding;
  const others = members.filter((member) => member.path !== path || member.line !== line).map((member) => `${fileOf(run, member.path)}:${member.line}`);
  const parts = [
    `${fileOf(run, path)}:${line}:${column} ${certainty === 'hint' ? 'hint' : severity} ${rule} ${message}`,
    ...(others.length > 0 ? [`also: ${others.join(' ')}`] : []),
    ...(suggestions.length > 0 ? [`next: ${suggestions.join(' ')}`] : []),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
    ...(fix.length > 0 ? ['--fix does it'] : []),
    fingerprint,
  ];
  return oneLine(parts.join(' | '));
}
