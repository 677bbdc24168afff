import { withEdits, type Edit } from '../content/edits.ts';
import { lineStarts, positionAt } from '../content/position.ts';

/** Lines shown around a change. */
const context = 3;

/** Lines that take the place of others; counted from 0, the end is exclusive. */
interface Block {
  start: number;
  end: number;
  lines: string[];
}

/** What edits change in a file, as a unified difference that `patch` and `git apply` read. */
export function unifiedDiff(path: string, source: string, edits: Edit[]): string {
  const starts = lineStarts(source);
  const old = split(source);
  const blocks = blocksOf(source, starts, old, edits);
  let hunks = '';
  let shift = 0;
  for (let at = 0; at < blocks.length; ) {
    let next = at + 1;
    while (next < blocks.length && blocks[next]!.start - blocks[next - 1]!.end <= context * 2) next++;
    const group = blocks.slice(at, next);
    const from = Math.max(0, group[0]!.start - context);
    const to = Math.min(old.length, group.at(-1)!.end + context);
    const grown = group.reduce((sum, { start, end, lines }) => sum + lines.length - (end - start), 0);
    hunks += `@@ -${span(from, to - from)} +${span(from + shift, to - from + grown)} @@\n${body(old, group, from, to)}`;
    shift += grown;
    at = next;
  }
  return hunks === '' ? '' : `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${hunks}`;
}

function blocksOf(source: string, starts: number[], old: string[], edits: Edit[]): Block[] {
  const ordered = edits.toSorted((a, b) => a.range.start - b.range.start);
  const line = (offset: number) => positionAt(starts, offset).line - 1;
  const groups: Edit[][] = [];
  for (const edit of ordered) {
    const last = groups.at(-1);
    if (last && line(edit.range.start) <= line(last.at(-1)!.range.end)) last.push(edit);
    else groups.push([edit]);
  }
  return groups.map((group) => {
    let start = line(group[0]!.range.start);
    let end = Math.min(old.length, line(group.at(-1)!.range.end) + 1);
    const from = starts[start]!;
    const text = source.slice(from, starts[end] ?? source.length);
    const lines = split(withEdits(text, group.map(({ range, text }) => ({ range: { start: range.start - from, end: range.end - from }, text }))));
    // Lines that stay the same are no part of the change.
    while (start < end && lines[0] === old[start] && lines.length > 0) [start] = [start + 1, lines.shift()];
    while (start < end && lines.at(-1) === old[end - 1] && lines.length > 0) [end] = [end - 1, lines.pop()];
    return { start, end, lines };
  }).filter(({ start, end, lines }) => end > start || lines.length > 0);
}

function body(old: string[], blocks: Block[], from: number, to: number): string {
  const lines: string[] = [];
  let at = from;
  for (const { start, end, lines: added } of blocks) {
    lines.push(...old.slice(at, start).map((line) => ` ${line}`), ...old.slice(start, end).map((line) => `-${line}`), ...added.map((line) => `+${line}`));
    at = end;
  }
  lines.push(...old.slice(at, to).map((line) => ` ${line}`));
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}

/** Lines with their ends. */
function split(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function span(start: number, length: number): string {
  return `${length === 0 ? start : start + 1},${length}`;
}

/** A path with characters that would end its line is quoted, as git does. */
function quoted(path: string): string {
  return /[\p{Cc}"\\]/u.test(path) ? JSON.stringify(path) : path;
}
