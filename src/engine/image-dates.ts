import path from 'node:path';
import { git } from './git.ts';

const images = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'avif'].map((ending) => `:(top,icase)*.${ending}`);

/**
 * Tells the day of the last commit that changed an image, by its path relative to a folder; null for what git does not
 * have, and for what was changed since. Git is asked once, when the first image is.
 */
export function imageDates(root: string): (file: string) => string | null {
  let dates: Map<string, string> | null = null;
  return (file) => (dates ??= readDates(root)).get(file) ?? null;
}

function readDates(root: string): Map<string, string> {
  const prefix = git(root, ['rev-parse', '--show-prefix'])?.trim() ?? '';
  const fromRoot = (file: string) => path.posix.relative(prefix, file);
  const dates = new Map<string, string>();
  for (const commit of (git(root, ['log', '--format=%x01%cs', '--name-only', '-z', '--', ...images]) ?? '').split('\x01').slice(1)) {
    const [date, ...files] = commit.split(/[\0\n]+/);
    for (const file of files) if (file !== '' && !dates.has(fromRoot(file))) dates.set(fromRoot(file), date!);
  }
  for (const file of (git(root, ['diff', '--name-only', '-z', 'HEAD', '--', ...images]) ?? '').split('\0')) dates.delete(fromRoot(file));
  return dates;
}
