import { isUtf8 } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileErrorText } from './errors.ts';
import type { Problem } from './types.ts';

/** A page as it was read. */
export interface LoadedFile {
  /** Relative to the root, with `/`. */
  path: string;
  /** Text without byte order mark, line endings as they are; empty where the file is no text. */
  source: string;
  /** What kept the file from being read as text; the rest of it is still worth a look where `source` is not empty. */
  problem?: Problem;
}

const byteOrderMark = '\uFEFF';

/** Reads one page. A file that cannot be read, or is no UTF-8 text, comes with a problem and never throws. */
export function loadPage(root: string, file: string): LoadedFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(root, file));
  } catch (error) {
    return unreadable(file, `This file cannot be read: ${fileErrorText(error)}.`);
  }
  if (isUtf16(bytes)) return unreadable(file, 'This file is UTF-16 text; save it as UTF-8.');
  if (bytes.includes(0)) return unreadable(file, 'This file is not text: it contains zero bytes.');
  const text = bytes.toString('utf8');
  const source = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  if (isUtf8(bytes)) return { path: file, source };
  const start = source.indexOf('\uFFFD');
  const message = 'This file is not UTF-8 text: from here on it has bytes of another encoding; save it as UTF-8.';
  return { path: file, source, problem: { kind: 'syntax', message, range: { start, end: start + 1 } } };
}

function unreadable(file: string, message: string): LoadedFile {
  return { path: file, source: '', problem: { kind: 'syntax', message, range: { start: 0, end: 0 } } };
}

function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfeff || mark === 0xfffe;
}

/** Answers whether a file or folder is there, by its path relative to the root, without `.` parts; `../` may lead out of it. */
export type FileExists = (file: string) => boolean;

/**
 * File look-ups below and beside a root. Each folder is listed once and names are compared by their exact letters, so
 * that the answer is the same on every system, whether its file names know letter case or not.
 */
export function fileLookup(root: string): FileExists {
  const listings = new Map<string, ReadonlySet<string>>();

  /** Names in a folder; none where there is no such folder. */
  function listing(folder: string): ReadonlySet<string> {
    let names = listings.get(folder);
    if (!names) {
      names = exists(folder) ? namesIn(path.join(root, folder)) : nothing;
      listings.set(folder, names);
    }
    return names;
  }

  function exists(file: string): boolean {
    const slash = file.lastIndexOf('/');
    const name = file.slice(slash + 1);
    if (name === '' || name === '.' || name === '..') return true;
    return listing(file.slice(0, Math.max(0, slash))).has(name);
  }

  return exists;
}

const nothing: ReadonlySet<string> = new Set();

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return nothing; // A file, or a folder that may not be read: nothing in it can be linked to.
  }
}
