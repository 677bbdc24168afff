import { UsageError } from '../../content/errors.ts';
import { readGettext } from './gettext.ts';
import { readJson } from './json.ts';
import { localeOfPath } from './locale.ts';
import type { Catalogue } from './types.ts';
import { readXliff } from './xliff.ts';
import { readYaml } from './yaml.ts';

const readers: Record<string, (path: string, source: string) => Catalogue> = {
  po: readGettext,
  pot: readGettext,
  json: readJson,
  yml: readYaml,
  yaml: readYaml,
  xlf: readXliff,
  xliff: readXliff,
};

/** Whether a file may be a catalogue, by its ending. */
export function hasCatalogueEnding(path: string): boolean {
  return endingOf(path) in readers;
}

/**
 * Reads a catalogue with the reader for its ending.
 * @param bytes of the file: UTF-8, with or without a byte order mark
 * @throws {UsageError} where the format is not known, the file is not what its ending says, or it has no text
 */
export function readCatalogue(path: string, bytes: Uint8Array): Catalogue {
  const reader = readers[endingOf(path)];
  if (!reader) {
    throw new UsageError(`${path}: a catalogue ends in ${Object.keys(readers).map((known) => `.${known}`).join(', ')}. Name another file, or one that is renamed.`);
  }
  const catalogue = reader(path, decode(path, bytes));
  if (catalogue.messages.length === 0) throw new UsageError(`${path}: the catalogue has no texts.`);
  const language = (catalogue.language || localeOfPath(path)).toLowerCase().replace(/[-_@].*$/, '');
  return { ...catalogue, language };
}

function endingOf(path: string): string {
  return /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UsageError(`${path}: the catalogue is not in UTF-8. Write it anew in UTF-8, for example with "iconv -t UTF-8".`);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
