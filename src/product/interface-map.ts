import { fileErrorText, UsageError } from '../content/errors.ts';
import { readCatalogue, type ReadFile } from './catalogue/index.ts';
import { seenTexts } from './catalogue/message.ts';
import type { Catalogue } from './catalogue/types.ts';
import { pastLabels } from './history.ts';
import type { InterfaceMap, Label, PastLabel } from './types.ts';

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
  const today = catalogues.map(({ path }) => read(path, readFile));
  const map: InterfaceMap = {
    catalogues: today.map(({ path, language }) => ({ path, language })),
    labels: today.flatMap(labelsOf),
    past: [],
  };
  catalogues.forEach(({ history }, index) => {
    const { language } = today[index]!;
    // A catalogue that was cut into several keeps its keys, in another file.
    const others = today.filter((other, at) => at !== index && other.language === language);
    map.past.push(...pastLabels(history.map((version) => read(version, readFile)), today[index]!, others));
  });
  return { ...map, past: withoutPresent(map) };
}

/** A text that went from one catalogue and stands in another of the same language is no past label. */
function withoutPresent({ catalogues, labels, past }: InterfaceMap): PastLabel[] {
  const languageOf = new Map(catalogues.map(({ path, language }) => [path, language]));
  const present = new Set(labels.filter(({ inner }) => !inner).map(({ text, catalogue }) => `${languageOf.get(catalogue)}\n${text}`));
  return past.filter(({ text, catalogue }) => !present.has(`${languageOf.get(catalogue)}\n${text}`));
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
