import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileErrorText, UsageError } from './errors.ts';

/** New contents of files by path relative to a root; null for a file to delete. */
export type FileChanges = ReadonlyMap<string, string | null>;

/**
 * Changes files all together or not at all: new contents are written beside the old files first and take their places
 * when all of them are there; what was changed is put back where a later change fails.
 * @throws UsageError where a file cannot be written
 */
export function changeFiles(root: string, changes: FileChanges): void {
  const written = new Map<string, string>();
  const before = new Map<string, Buffer | null>();
  try {
    for (const [name, content] of changes) {
      if (content === null) continue;
      const file = path.join(root, name);
      const beside = path.join(path.dirname(file), `.${path.basename(file)}.waymark`);
      mkdirSync(path.dirname(file), { recursive: true });
      written.set(file, beside);
      writeFileSync(beside, content);
      if (existsSync(file)) chmodSync(beside, statSync(file).mode);
    }
    for (const name of changes.keys()) {
      const file = path.join(root, name);
      before.set(file, existsSync(file) ? readFileSync(file) : null);
      const beside = written.get(file);
      if (beside === undefined) rmSync(file);
      else renameSync(beside, file);
    }
  } catch (error) {
    for (const [file, content] of before) {
      if (content === null) rmSync(file, { force: true });
      else writeFileSync(file, content);
    }
    for (const beside of written.values()) rmSync(beside, { force: true });
    throw new UsageError(`Nothing was changed, because a file cannot be written: ${fileErrorText(error)}.`);
  }
}

/**
 * Writes a file beside its place and then puts it there, so that no failure leaves half of it. What is no file on a disk,
 * as a pipe is, is written to.
 */
export function replaceFile(file: string, content: string): void {
  const before = statSync(file, { throwIfNoEntry: false });
  const place = before ? realpathSync(file) : file;
  if (before && !before.isFile()) return writeFileSync(place, content);
  const beside = `${place}.${process.pid}.new`;
  try {
    writeFileSync(beside, content, before ? { mode: before.mode } : {});
    renameSync(beside, place);
  } finally {
    rmSync(beside, { force: true });
  }
}
