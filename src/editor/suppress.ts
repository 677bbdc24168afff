import type { Edit } from '../content/edits.ts';
import type { Page, Range } from '../content/types.ts';
import { frontmatterOf } from './at.ts';

/**
 * The edit that suppresses a rule for a place, but for the reason, which only the writer knows: until it is written,
 * `page/suppression` asks for it. Null where the place cannot take a comment.
 */
export function suppressionOf({ source, dialect }: Page, { start }: Range, rule: string): Edit | null {
  const front = frontmatterOf(source);
  if (start < front.end || (start === 0 && front.end > 0)) return inFrontmatter(source, front.end, rule);
  const line = source.lastIndexOf('\n', start - 1) + 1;
  const [open, close] = dialect === 'mdx' ? ['{/*', '*/}'] : ['<!--', '-->'];
  const comment = `${open} waymark-disable-next-line ${rule} --  ${close}`;
  const text = source.slice(line, endOfLine(source, line));
  const [before, at] = lineBefore(source, line);
  if (text.trimStart().startsWith('|')) return inRowBefore(source, line, comment);
  // Within a paragraph a comment on a line of its own would end it.
  if (isText(before) && at >= front.end) return { range: { start: at + before.trimEnd().length, end: at + before.trimEnd().length }, text: ` ${comment}` };
  const [lead = ''] = /^[\s>]*/.exec(text)!;
  return { range: { start: line, end: line }, text: `${lead}${comment}${newlineOf(source)}` };
}

/** A list of its own; where the page has one, the writer adds to it. */
function inFrontmatter(source: string, end: number, rule: string): Edit | null {
  const front = source.slice(0, end);
  if (!front.startsWith('---') || /^["']?waymark\b/m.test(front)) return null;
  const fence = source.lastIndexOf('---', end);
  const newline = newlineOf(source);
  return { range: { start: fence, end: fence }, text: ['waymark:', '  disable:', `    - rule: ${rule}`, '      reason: ""', ''].join(newline) };
}

/** A comment in a cell counts for the next row; the line under the head of a table is passed over. */
function inRowBefore(source: string, line: number, comment: string): Edit | null {
  let [before, at] = lineBefore(source, line);
  if (/^[|:\s-]+$/.test(before)) [before, at] = lineBefore(source, at);
  const cell = before.trimEnd().lastIndexOf('|');
  return before.trimStart().startsWith('|') && cell > 0 ? { range: { start: at + cell, end: at + cell }, text: `${comment} ` } : null;
}

/** Whether a line may go on in the next: it is no empty line, heading, fence, rule, tag or comment. */
function isText(line: string): boolean {
  return line.trim() !== '' && !/^[\s>]*(?:#{1,6}\s|`{3}|~{3}|:{3}|[-=*_]{3,}\s*$|<|\{\/\*|\||import\s|export\s|>?\s*$)/.test(line);
}

function lineBefore(source: string, line: number): [text: string, at: number] {
  if (line === 0) return ['', 0];
  const at = source.lastIndexOf('\n', line - 2) + 1;
  return [source.slice(at, line - 1), at];
}

function endOfLine(source: string, line: number): number {
  const newline = source.indexOf('\n', line);
  return newline < 0 ? source.length : newline;
}

function newlineOf(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
