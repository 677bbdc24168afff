// Between offsets and paths of ours and positions and addresses of the protocol.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Location, Position, Range as LspRange, TextEdit } from 'vscode-languageserver';
import { lineStarts, offsetAt, positionAt } from '../content/position.ts';
import type { Edit } from '../content/edits.ts';
import type { Range, SourceFile } from '../content/types.ts';

const known = new WeakMap<SourceFile, number[]>();

function startsOf(page: SourceFile): number[] {
  let starts = known.get(page);
  if (!starts) known.set(page, (starts = lineStarts(page.source)));
  return starts;
}

/** Where a range of a page is for the protocol: lines and columns from 0. */
export function rangeIn(page: SourceFile, { start, end }: Range): LspRange {
  return { start: pointIn(page, start), end: pointIn(page, end) };
}

function pointIn(page: SourceFile, offset: number): Position {
  const { line, column } = positionAt(startsOf(page), offset);
  return { line: line - 1, character: column - 1 };
}

/** The offset that a position of the protocol means, which may lie behind the end of a line or of the page. */
export function offsetIn(page: SourceFile, { line, character }: Position): number {
  const starts = startsOf(page);
  if (line >= starts.length) return page.source.length;
  const next = starts[line + 1];
  return Math.min(offsetAt(starts, { line: line + 1, column: character + 1 }), next === undefined ? page.source.length : next - 1);
}

/** An edit as the protocol writes it. */
export function editIn(page: SourceFile, { range, text }: Edit): TextEdit {
  return { range: rangeIn(page, range), newText: text };
}

/** A place of a page, for an editor to go to. */
export function locationIn(root: string, page: SourceFile, range: Range): Location {
  return { uri: uriOf(root, page.path), range: rangeIn(page, range) };
}

/** Address of a file by its path relative to the root. */
export function uriOf(root: string, file: string): string {
  return pathToFileURL(path.resolve(root, file)).href;
}

/** Path of an address, relative to the root, with `/`; it begins with `..` outside of it, and is empty for what is no file. */
export function pathOf(root: string, uri: string): string {
  let file: string;
  try {
    file = fileURLToPath(uri);
  } catch {
    return ''; // A text that was never saved, or a file of another machine.
  }
  return path.relative(path.resolve(root), file).replaceAll(path.sep, '/');
}

/** A text of the tree's in Markdown, without effect. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!&~]/g, String.raw`\$&`);
}
