import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What tells the code that runs, and the packages it calls, from every other: what one made, another must not read from
 * a cache. In a clone the source itself, which changes between any two runs; in the published package its version.
 */
export function codeVersion(): string {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = [path.join(root, 'package.json'), ...(import.meta.url.endsWith('.ts') ? folders.flatMap((folder) => filesIn(path.join(root, 'src', folder))) : [])];
  return hash('sha256', files.map((file) => readFileSync(file, 'utf8')).join('\0'), 'hex');
}

/** What makes facts of pages, and topics of facts. */
const folders = ['text', 'content', 'site'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
