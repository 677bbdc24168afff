import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Cache } from '../content/cache.ts';
import { discover } from '../content/discover.ts';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { createTextReader, readPages, type ReadOptions, type ReadPage } from '../content/read.ts';
import { routesOf } from '../content/routes.ts';
import type { Page } from '../content/types.ts';
import { topAbove, type Config } from './config.ts';
import { readRows } from './csv.ts';

type Source = NonNullable<Config['sources']>[number];

/** What columns are called that hold the title and the text of a canned reply, where the configuration names none. */
const titleColumn = /^(?:title|name|subject|shortcut)$/i;
const textColumn = /^(?:text|body|content|reply|message|answer|response|comment)$/i;

/**
 * Reads the pages of the other channels that a configuration names: folders of Markdown, and CSV files with a page a row.
 * Their paths are relative to the root of the content tree, those of rows end in `#` and the line of the row.
 * @throws UsageError for a source that cannot be read
 */
export async function readSources(root: string, { sources = [], folder, locales, versions }: Config, options: ReadOptions, cache: Cache | null): Promise<Page[]> {
  const pages = await Promise.all(
    sources.map(async (source) => {
      const file = placeOf(source, folder);
      const read = isFile(file) ? await readReplies(file, source, options) : (await readPages(file, discover(file).pages, options, cache)).pages;
      const routes = routesOf(read, { locales, versions });
      const place = path.relative(root, file).replaceAll(path.sep, '/');
      return read.map((page, index): Page => ({ ...page, ...routes[index]!, path: isFile(file) ? `${place}${page.path}` : path.posix.join(place, page.path), channel: source.name ?? source.path }));
    }),
  );
  return pages.flat();
}

/** Where a source lies. A branch that anybody may push names no file outside of its repository. */
function placeOf(source: Source, folder: string): string {
  let real: string;
  try {
    real = realpathSync(path.resolve(folder, source.path));
  } catch (error) {
    throw new UsageError(`sources: “${source.path}” cannot be read: ${fileErrorText(error)}.`);
  }
  if (!real.startsWith(topAbove(folder) + path.sep)) throw new UsageError(`sources: “${source.path}” leads out of the repository. Only what lies inside of it can be read.`);
  return real;
}

function isFile(file: string): boolean {
  return statSync(file).isFile();
}

/** The rows of a CSV file, each as a page of Markdown with its title. */
async function readReplies(file: string, source: Source, options: ReadOptions): Promise<ReadPage[]> {
  const readText = await createTextReader(options);
  const pages: ReadPage[] = [];
  let columns: { title: number; text: number } | undefined;
  try {
    for await (const { cells, line } of readRows(path.relative('', file), source.encoding)) {
      if (columns) pages.push(readText(`#${line}`, `# ${(cells[columns.title] ?? '').replace(/\s+/g, ' ').trim()}\n\n${cells[columns.text] ?? ''}\n`));
      else columns = { title: columnOf(cells, source, 'title', titleColumn), text: columnOf(cells, source, 'text', textColumn) };
    }
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`sources: ${error.message}`);
    throw error;
  }
  return pages;
}

function columnOf(names: string[], source: Source, what: 'title' | 'text', usual: RegExp): number {
  const told = source[what];
  const found = names.findIndex((name) => (told === undefined ? usual.test(name.trim()) : name.trim() === told));
  if (found >= 0) return found;
  throw new UsageError(`${source.path} has no column ${told === undefined ? `for the ${what}` : `“${told}”`}. It has ${names.map((name) => `“${name}”`).join(', ')}; name the right one: “${what}: …”.`);
}
