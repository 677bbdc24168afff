import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { count, fileOf, listed, oneLine, summaryOf } from './text.ts';
import type { ReportOptions } from './types.ts';

/** By this first line a comment on a pull request is found again and written anew instead of posted twice. */
export const marker = '<!-- waymark-report -->';

/** Characters that fit into a comment on GitHub (65,536) with room for the end. */
const longest = 60_000;

/** The run as a comment on a pull request, or as the summary of a job: the same run gives the same text. */
export function formatMarkdown(run: Run, { hints }: ReportOptions): string {
  const findings = listed(run, hints);
  const head = `${marker}\n### Waymark: ${summaryOf(run)}\n`;
  const unlisted = hints || run.hints.length === 0 ? '' : `\n${count(run.hints.length, 'hint')} worth a look; \`--hints\` shows them.\n`;
  let text = head;
  let told = 0;
  for (const [path, found] of Map.groupBy(findings, (finding) => finding.path)) {
    let block = `\n${code(fileOf(run, path))}\n\n`;
    for (const finding of found) {
      const item = formatItem(run, finding);
      if (text.length + block.length + item.length > longest) return `${text}${told < findings.length ? left(findings.length - told) : ''}${unlisted}`;
      text += block + item;
      block = '';
      told++;
    }
  }
  return text + unlisted;
}

function left(number: number): string {
  return `\n… and ${count(number, 'finding')} more than a comment can hold.\n`;
}

function formatItem(run: Run, finding: Finding): string {
  const { line, severity, certainty, rule, message, evidence, members, suggestions, path, owner } = finding;
  const others = members.filter((member) => member.path !== path || member.line !== line);
  const lines = [
    ...evidence.map((each) => escapeMarkdown(each.text)),
    ...(others.length > 0 ? [`Also at ${others.map((member) => code(`${fileOf(run, member.path)}:${member.line}`)).join(', ')}`] : []),
    ...suggestions.map((text) => `**Next:** ${escapeMarkdown(text)}`),
    ...(owner === undefined ? [] : [`**Owner:** ${escapeMarkdown(owner)}`]),
    ...(certainty === 'hint' ? [`**Judge it:** ${code(`npx waymark review ${quoted(run.root)} --rule ${rule} --path ${quoted(path)}`)}`] : []),
  ];
  return `- Line ${line}, **${certainty === 'hint' ? 'hint' : severity}** ${escapeMarkdown(message)} ${code(rule)}\n${lines.map((each) => `  - ${each}\n`).join('')}`;
}

/** A word of a command as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A text in which nothing is markup, nobody is mentioned (`@name`) and no other issue is linked (`#12`). */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]()~|!>]/g, '\\$&')
    .replace(/@(?=\w)|#(?=\d)/g, '$&\u2060')
    .replace(/\b(https?):\/\//gi, '$1:\u2060//');
}

/** A text as code, in a fence longer than any in it. */
export function code(text: string): string {
  const clean = oneLine(text);
  const fence = '`'.repeat(Math.max(0, ...(clean.match(/`+/g) ?? []).map((ticks) => ticks.length)) + 1);
  const room = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return `${fence}${room}${clean}${room}${fence}`;
}
