import { fileErrorText, UsageError } from '../content/errors.ts';
import { entriesOfCatalogue, entriesOfLabels, labelsOf, type Entry, type SeenCache } from './catalogue/entries.ts';
import { readCatalogue } from './catalogue/index.ts';
import type { Catalogue } from './catalogue/types.ts';
import { HistoryOfSource } from './history.ts';
import { emptyMap, mapOfFile, parseMapFile } from './map-file.ts';
import type { InterfaceMap, PastLabel } from './types.ts';

/** One catalogue as the configuration names it. */
export interface CatalogueSource {
  path: string;
  /** Paths of earlier versions, oldest first. */
  history: string[];
  /** Globs of the pages that it is for; empty for all. */
  serves?: string[];
}

/** Reads a file that the configuration names; throws what `readFileSync` throws. */
export type ReadFile = (path: string) => Uint8Array;

/**
 * Reads the labels of the interface, and those that it had, from the map file, and from catalogues and their earlier
 * versions. A catalogue that the map has too tells what stands in it today, and the map tells what was. An earlier version
 * that is broken is told and left out: somebody committed it, and nothing of today depends on it.
 * @param mapPath path of the map file; null where there is none
 * @throws {UsageError} with path and line where a file cannot be read as what it is
 */
export function readInterfaceMap(mapPath: string | null, catalogues: CatalogueSource[], readFile: ReadFile): InterfaceMap {
  const written = mapPath === null ? emptyMap() : mapOfFile(parseMapFile(mapPath, read(mapPath, readFile, 'the interface map')));
  const map = withCatalogues(written, catalogues, readFile);
  return { ...map, past: withoutPresent(map) };
}

function withCatalogues(written: InterfaceMap, catalogues: CatalogueSource[], readFile: ReadFile): InterfaceMap {
  if (catalogues.length === 0) return written;
  const today = catalogues.map(({ path }) => readToday(path, readFile));
  const paths = new Set(catalogues.map(({ path }) => path));
  const map: InterfaceMap = {
    ...written,
    catalogues: [
      ...written.catalogues.filter(({ path }) => !paths.has(path)),
      ...catalogues.map(({ path, serves = [] }, index) => ({ path, serves, language: today[index]!.language })),
    ],
    labels: [...written.labels.filter(({ catalogue }) => !paths.has(catalogue)), ...today.flatMap(labelsOf)],
    past: [...written.past],
    unreadable: [...written.unreadable],
  };
  const cache: SeenCache = new Map();
  catalogues.forEach(({ path, history }, index) => {
    const { language } = today[index]!;
    // A catalogue that was cut into several keeps its keys, in another file.
    const others = today.filter((other, at) => at !== index && other.language === language);
    const source = new HistoryOfSource(path);
    for (const version of history) {
      const entries = earlierEntries(version, readFile, cache);
      if (typeof entries === 'string') map.unreadable.push(entries);
      else source.add({ name: version, revision: null, entries });
    }
    source.add({ name: path, revision: null, entries: entriesOfCatalogue(today[index]!, cache) });
    map.past.push(...source.told(others.flatMap((other) => entriesOfLabels(labelsOf(other)))).past);
  });
  return map;
}

/** What an earlier version holds, or why it cannot be read. */
function earlierEntries(path: string, readFile: ReadFile, cache: SeenCache): Entry[] | string {
  try {
    return entriesOfCatalogue(readToday(path, readFile), cache);
  } catch (error) {
    if (error instanceof UsageError) return `An earlier version was left out. ${error.message}`;
    throw error;
  }
}

/** A text that went from one catalogue and stands in another of the same language is no past label. */
function withoutPresent({ catalogues, labels, past }: InterfaceMap): PastLabel[] {
  const languageOf = new Map(catalogues.map(({ path, language }) => [path, language]));
  const present = new Set(labels.filter(({ inner }) => !inner).map(({ text, catalogue }) => `${languageOf.get(catalogue)}\n${text}`));
  return past.filter(({ text, catalogue }) => !present.has(`${languageOf.get(catalogue)}\n${text}`));
}

function readToday(path: string, readFile: ReadFile): Catalogue {
  return readCatalogue(path, read(path, readFile, 'the catalogue'));
}

function read(path: string, readFile: ReadFile, what: string): Uint8Array {
  try {
    return readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: ${what} cannot be read (${fileErrorText(error)}). Correct "interface" in waymark.config.yaml.`);
  }
}
