import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import type * as CsvParse from 'csv-parse';
import { fileErrorText, UsageError } from '../content/errors.ts';

/** A byte order mark tells the encoding of a file that has one. */
const marks: [encoding: string, bytes: number[]][] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];

/** A row of a CSV file. */
export interface Row {
  cells: string[];
  /** The line that it begins on, from 1. */
  line: number;
}

/**
 * Reads a CSV file row by row, its head first: files of any size, separated by commas, semicolons or tabs.
 * @param encoding of a file without a byte order mark, as the Encoding Standard names it: `utf-8`, `windows-1250`
 * @throws UsageError for a file that cannot be read, is in another encoding, is empty or no CSV
 */
export async function* readRows(file: string, encoding = 'utf-8'): AsyncGenerator<Row> {
  const { parse, CsvError } = await loadParser();
  const text = decoded(file, encoding);
  const first = await text.next();
  const head: string = first.value ?? '';
  if (head.trim() === '') throw new UsageError(`${file} is empty. It has to begin with a line that names its columns.`);
  const rows = Readable.from(rest(head, text)).pipe(parse({ delimiter: separatorOf(head), info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }));
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const breaks = record.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
      yield { cells: record, line: info.lines - breaks };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file}: ${error.message}.`);
    throw error;
  }
}

async function loadParser(): Promise<Pick<typeof CsvParse, 'parse' | 'CsvError'>> {
  try {
    return await import('csv-parse');
  } catch {
    throw new UsageError('Reading CSV needs the package csv-parse. Install it: npm install --save-dev csv-parse');
  }
}

/** The text of a file, piece by piece; the first holds at least its first line, if the file is not one long line. */
async function* decoded(file: string, told: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let lines = 1;
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      decoder ??= decoderFor(piece, told);
      const text = decoder.decode(piece, { stream: true });
      for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) lines++;
      yield text;
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof TypeError && decoder) throw new UsageError(`${file} is no text in ${decoder.encoding}: it fails after line ${lines}. Save it as UTF-8, or name its encoding: windows-1250 or the like.`);
    throw new UsageError(`Cannot read ${file}: ${fileErrorText(error)}.`);
  }
}

function decoderFor(first: Buffer, told: string): TextDecoder {
  const marked = marks.find(([, bytes]) => bytes.every((byte, index) => first[index] === byte));
  try {
    return new TextDecoder(marked?.[0] ?? told, { fatal: true });
  } catch {
    throw new UsageError(`“${told}” is no encoding that is known. Write utf-8, windows-1250, iso-8859-2, shift_jis or the like.`);
  }
}

async function* rest(head: string, text: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* text;
}

/** What separates the columns: of the usual characters, the one that the first line has most of. */
function separatorOf(head: string): string {
  const line = head.slice(0, head.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  return [',', ';', '\t'].reduce((best, each) => (line.split(each).length > line.split(best).length ? each : best));
}
