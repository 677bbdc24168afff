import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { fileOf, listed, oneLine, summaryOf } from './text.ts';
import type { ReportOptions } from './types.ts';

/** GitHub’s workflow commands: a pull request then shows each finding beside its line. */
export function formatGithub(run: Run, { hints }: ReportOptions): string {
  return [...listed(run, hints).map((finding) => annotation(run, finding)), summaryOf(run)].map((line) => `${line}\n`).join('');
}

const commands = { error: 'error', warning: 'warning', info: 'notice' };

function annotation(run: Run, finding: Finding): string {
  const { path, line, column, endLine, endColumn, severity, rule, message, evidence, suggestions } = finding;
  const properties = {
    file: fileOf(run, path),
    line,
    endLine,
    // GitHub takes columns only where the place is inside of one line.
    ...(endLine === line && endColumn > column ? { col: column, endColumn } : {}),
    title: rule,
  };
  const text = [message, ...evidence.map((each) => each.text), ...suggestions].map(oneLine).join('\n');
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${escapeData(text)}`;
}

/** As the toolkit of GitHub’s actions escapes the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
