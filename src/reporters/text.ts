// What every format needs of text that strangers wrote: paths, titles and messages may hold anything.
import path from 'node:path';
import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';

/** What starts a terminal's escape sequences, ends a line, or turns the direction of text round (Boucher and Anderson 2021). */
const control = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** What GitHub's runner takes for a command of a step: `::` at the start of a line, `##[` anywhere. */
const command = /^(?=\s*::)|(?<=##)(?=\[)/g;

/** A text on one line that no terminal, log or page takes for a command: line ends become spaces, other controls `�`. */
export function oneLine(text: string): string {
  return text.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(control, '\uFFFD').replace(command, '\u2060');
}

/** A value as JSON that holds no control characters, not even inside its strings; the data stay as they are. */
export function toJson(value: unknown): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const json = JSON.stringify(value, null, 2).replace(control, (character) => (character === '\n' ? character : escape(character)));
  return `${json.replaceAll('##[', `##${escape('[')}`)}\n`;
}

/** A page's file as seen from the current folder, with `/`: what editors, GitHub and GitLab call it. */
export function fileOf({ root }: Pick<Run, 'root'>, page: string): string {
  return path.relative('', path.join(root, page)).replaceAll(path.sep, '/');
}

/** The findings that a report lists. */
export function listed(run: Run, hints: boolean): Finding[] {
  return hints ? [...run.findings, ...run.hints] : run.findings;
}

/** “1 error”, “2 errors”. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** “2 errors, 1 warning on 15 pages.” */
export function summaryOf({ findings, site }: Run): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const counts = errors + warnings === 0 ? 'Nothing found' : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return `${counts} on ${count(site.pages.length, 'page')}.`;
}
