import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { labelsOf } from './catalogue/entries.ts';
import { hasCatalogueEnding, readCatalogue } from './catalogue/index.ts';
import { localeOfPath } from './catalogue/locale.ts';
import { hasCodeEnding, readCode } from './code/index.ts';
import type { ReadSource } from './map-renew.ts';

/**
 * Reads the labels of a file or folder: of a folder every catalogue in it, and where it has none, its source code.
 * @param from file or folder
 * @param base folder that the names of sources are relative to
 * @throws {UsageError} where there is nothing to read, or a file cannot be read as what it is
 */
export async function readSources(from: string, base: string): Promise<ReadSource[]> {
  const nameOf = (file: string) => path.relative(base, path.resolve(file)).replaceAll(path.sep, '/') || '.';
  const files = filesOf(from);
  const catalogues = files === null ? (hasCodeEnding(from) ? [] : [from]) : files.filter(isCatalogue);
  if (catalogues.length > 0) {
    return catalogues.map((file) => {
      const name = nameOf(file);
      const catalogue = readCatalogue(name, readFileSync(file));
      return { name, kind: 'catalogue', language: catalogue.language, labels: labelsOf(catalogue) };
    });
  }
  const code = files === null ? [from] : files.filter(hasCodeEnding);
  const { messages } = await readCode(nameOf(from), code.map((file) => ({ path: nameOf(file), text: readFileSync(file, 'utf8') })));
  if (messages.length === 0) throw new UsageError(`${from} has neither a catalogue nor source code with labels in it. Name the catalogue itself.`);
  return [{ name: nameOf(from), kind: 'code', language: '', labels: labelsOf({ path: nameOf(from), language: '', messages }) }];
}

/** Files below a folder, in the order of their names; null for a file. */
function filesOf(from: string): string[] | null {
  try {
    if (!statSync(from).isDirectory()) return null;
  } catch (error) {
    throw new UsageError(`Cannot read ${from}: ${fileErrorText(error)}.`);
  }
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skippedFolders.has(entry.name)) walk(path.join(folder, entry.name));
      else if (entry.isFile()) files.push(path.join(folder, entry.name));
    }
  };
  walk(from);
  return files;
}

const skippedFolders = new Set(['node_modules', 'dist', 'build', 'vendor', '__tests__', '__mocks__', 'fixtures']);

/** JSON and YAML hold much else: there the path must name a locale. */
function isCatalogue(file: string): boolean {
  return hasCatalogueEnding(file) && (!/\.(?:json|ya?ml)$/i.test(file) || localeOfPath(file.replaceAll(path.sep, '/')) !== '');
}
