import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseDataFile } from '../content/data-file.ts';
import { fileErrorText, UsageError } from '../content/errors.ts';
import type { Page } from '../content/types.ts';

const entry = z.object({
  /** Path or address of the page. */
  page: z.string(),
  /** Readers who could not solve what they came for. */
  unsolved: z.number().int().nonnegative(),
});

/**
 * Reads how many readers of each page could not solve what they came for: a list of `{ page, unsolved }`, as
 * JSON or YAML.
 * @returns readers by page; pages that the tree does not have are left out
 * @throws UsageError with the place of the mistake
 */
export function readFeedback(file: string, pages: readonly Page[]): Map<Page, number> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${fileErrorText(error)}.`);
  }
  const { value } = parseDataFile(text, file, z.array(entry), 'the feedback');
  const byAddress = new Map(pages.flatMap((page) => [[page.path, page], [page.route, page]] as const));
  const readers = new Map<Page, number>();
  for (const { page: address, unsolved } of value) {
    const page = byAddress.get(address) ?? byAddress.get(routeOf(address));
    if (page) readers.set(page, (readers.get(page) ?? 0) + unsolved);
  }
  return readers;
}

/** `https://help.example/domains/setup/` → `/domains/setup`. */
function routeOf(address: string): string {
  const path = address.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/s, '').replace(/(?:\/index)?\.html$|\/+$/, '');
  return path === '' ? '/' : path;
}
