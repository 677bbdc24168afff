import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writevSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Bytes before the content: its checksum and its length, so that what a full disk or a power failure left is told from a file. */
const headBytes = 8;
/** Days after which a file that nobody wrote anew is deleted. */
const keptDays = 14;

/**
 * Files that one run leaves for the next. A file is written beside its place and renamed, so that two runs at once and
 * one that is killed leave it whole, old or new. What cannot be read or written is as if it were not there: a cache makes
 * no run fail.
 */
export interface Cache {
  /** The content of a file; null where there is none that is whole. */
  read(name: string): Uint8Array | null;
  write(name: string, content: readonly Uint8Array[]): void;
}

/** The cache in a folder. */
export function openCache(folder: string): Cache {
  return {
    read(name) {
      try {
        const bytes = readFileSync(path.join(folder, name));
        const content = bytes.subarray(headBytes);
        return bytes.length >= headBytes && bytes.readUInt32LE(4) === content.length && bytes.readUInt32LE(0) === crc32(content) ? content : null;
      } catch {
        return null;
      }
    },
    write(name, content) {
      const beside = path.join(folder, `${name}.${process.pid}.${Date.now().toString(36)}.new`);
      try {
        mkdirSync(folder, { recursive: true });
        writeWhole(beside, [headOf(content), ...content]);
        renameSync(beside, path.join(folder, name));
        deleteOld(folder);
      } catch {
        discard(beside);
      }
    },
  };
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Not there, and no place where it could be.
  }
}

function headOf(content: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(content.reduce((sum, part) => crc32(part, sum), 0), 0);
  head.writeUInt32LE(content.reduce((length, part) => length + part.length, 0), 4);
  return head;
}

/** Parts handed to the system at a time; it takes 1,024 at most. */
const partsAtOnce = 512;

function writeWhole(file: string, parts: readonly Uint8Array[]): void {
  const descriptor = openSync(file, 'wx');
  try {
    for (let from = 0; from < parts.length; from += partsAtOnce) {
      const some = parts.slice(from, from + partsAtOnce);
      const written = writevSync(descriptor, some);
      if (written !== some.reduce((length, part) => length + part.length, 0)) throw new Error('The disk is full.');
    }
  } finally {
    closeSync(descriptor);
  }
}

function deleteOld(folder: string): void {
  const oldest = Date.now() - keptDays * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (/\.(?:facts|reply|topics)(?:\.|$)/.test(name) && statSync(file).mtimeMs < oldest) rmSync(file, { force: true });
  }
}

/** A short name for everything that a value says. */
export function nameOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'hex').slice(0, 24);
}
