import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { hasCatalogueEnding, readCatalogue } from '../product/catalogue/index.ts';
import { UsageError } from '../content/errors.ts';

/** Folders that hold the texts of an interface, by the names that frameworks and people give them. */
const catalogueFolder = /(?:^|\/)(?:locales?|i18n|lang(?:uages?)?|translations?|messages|intl|po)(?:\/|$)/i;
/** Catalogues of the language that the source is written in. */
const sourceName = /(?:^|[/._-])(?:en|en[-_](?:US|GB))(?:[/._-]|$)|\.pot$/i;
/** Fewer texts are no interface. */
const fewestTexts = 20;
const mostFolders = 5000;
const largest = 5_000_000;

/**
 * Catalogues of the interface in a repository, with many texts first.
 * @param folder where to look; paths in the answer are relative to it
 * @param content folder of the pages, which holds none
 */
export function findCatalogues(folder: string, content: string): string[] {
  const found: { file: string; texts: number }[] = [];
  let left = mostFolders;
  const walk = (place: string): void => {
    if (left-- <= 0 || (content !== '.' && place === content)) return;
    for (const entry of entriesIn(path.join(folder, place))) {
      const file = path.posix.join(place, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') walk(file);
      else if (entry.isFile() && hasCatalogueEnding(file) && catalogueFolder.test(path.posix.dirname(file)) && sourceName.test(file)) {
        const texts = textsIn(path.join(folder, file));
        if (texts >= fewestTexts) found.push({ file, texts });
      }
    }
  };
  walk('');
  return found.sort((a, b) => b.texts - a.texts || (a.file < b.file ? -1 : 1)).map(({ file }) => file);
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // Not ours to read.
  }
}

function textsIn(file: string): number {
  if (statSync(file).size > largest) return 0;
  try {
    return readCatalogue(file, readFileSync(file)).messages.length;
  } catch (error) {
    if (error instanceof UsageError) return 0; // Some other file with such an ending.
    throw error;
  }
}
