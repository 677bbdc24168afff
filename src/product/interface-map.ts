import { fileErrorText, UsageError } from '../content/errors.ts';
import { readCatalogue, type ReadFile } from './catalogue/index.ts';
import { seenTexts } from './catalogue/message.ts';
import type { Catalogue } from './catalogue/types.ts';
import { pastLabels } from './history.ts';
import type { InterfaceMap, Label } from './types.ts';

/** One catalogue as the configuration names it. */
export interface CatalogueSource {
  path: string;
  /** Paths of earlier versions, oldest first. */
  history: string[];
}

/**
 * Reads the labels of the interface, and those that it had, from catalogues and their earlier versions.
 * @throws {UsageError} with path and line where a file cannot be read as a catalogue
 */
export function readInterfaceMap(catalogues: CatalogueSource[], readFile: ReadFile): InterfaceMap {
  const map: InterfaceMap = { catalogues: [], labels: [], past: [] };
  const present = new Map<string, Set<string>>();
  for (const { path, history } of catalogues) {
    const today = read(path, readFile);
    map.catalogues.push({ path, language: today.language });
    map.labels.push(...labelsOf(today));
    map.past.push(...pastLabels(path, history.map((version) => read(version, readFile)), today));
    const texts = present.get(today.language) ?? new Set();
    present.set(today.language, texts);
    for (const { text, inner } of map.labels) if (!inner) texts.add(text);
  }
  const languages = new Map(map.catalogues.map(({ path, language }) => [path, language]));
  map.past = map.past.filter(({ text, catalogue }) => !present.get(languages.get(catalogue)!)!.has(text));
  return map;
}

function read(path: string, readFile: ReadFile): Catalogue {
  let source: string;
  try {
    source = readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: the catalogue cannot be read (${fileErrorText(error)}). Correct "interface.catalogues" in waymark.config.yaml.`);
  }
  return readCatalogue(path, source);
}

function labelsOf({ path, messages }: Catalogue): Label[] {
  const labels: Label[] = [];
  for (const { key, texts } of messages) {
    for (const raw of texts) {
      const { whole, inner } = seenTexts(raw);
      for (const text of whole) labels.push({ text, key, catalogue: path, inner: false });
      for (const text of inner) labels.push({ text, key, catalogue: path, inner: true });
    }
  }
  return labels;
}
