import { UsageError } from '../content/errors.ts';
import { readRows } from './csv.ts';

export interface TicketOptions {
  /** Column that holds the subject, in any letter case. */
  column: string;
  /** Encoding of a file without a byte order mark, as the Encoding Standard names it: `utf-8`, `windows-1250`. */
  encoding: string;
}

/**
 * Reads the subjects of a CSV file of support tickets.
 * @throws UsageError for a file that cannot be read, is in another encoding, or has no such column
 */
export async function* readSubjects(file: string, { column, encoding }: TicketOptions): AsyncGenerator<string> {
  const advice = (names: string[]) => `; name the one with the subjects, as in --subject "${names[0] ?? ''}"`;
  for await (const [subject = ''] of readColumns(file, { needed: [column], encoding, advice })) yield subject;
}

/** Columns of a table of tickets, by their names in any letter case. */
interface Columns {
  /** Those that the file must have. */
  needed: string[];
  /** Those that it may have. */
  others?: string[];
  encoding: string;
  /** What to do where one is missing, by the names that there are: the end of a sentence. */
  advice?: (names: string[]) => string;
}

/**
 * Reads some columns of a CSV file, row by row.
 * @returns for each row the cells of these columns in their order; empty texts where there is none
 * @throws UsageError for a file that cannot be read, is in another encoding, or lacks a column
 */
export async function* readColumns(file: string, { needed, others = [], encoding, advice = () => '' }: Columns): AsyncGenerator<string[]> {
  let places: number[] | undefined;
  for await (const { cells } of readRows(file, encoding)) {
    if (places) {
      yield places.map((place) => cells[place] ?? '');
      continue;
    }
    const names = cells.map((name) => name.trim());
    const missing = needed.find((column) => placeOf(names, column) < 0);
    if (missing !== undefined) throw new UsageError(`${file} has no column “${missing}”. It has ${names.map((name) => `“${name}”`).join(', ')}${advice(names)}.`);
    places = [...needed, ...others].map((column) => placeOf(names, column));
  }
}

/** Where a column stands; -1 where there is none. */
function placeOf(names: string[], wanted: string): number {
  return names.findIndex((name) => name.toLowerCase() === wanted.toLowerCase());
}
