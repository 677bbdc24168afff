import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../content/errors.ts';
import { entriesOfLabels, labelsOf } from './catalogue/entries.ts';
import { readCatalogue } from './catalogue/index.ts';
import { changesBetween, type Change } from './changes.ts';
import { lastSeenBefore } from './history.ts';
import { emptyMap, mapOfFile, parseMapFile } from './map-file.ts';
import { readSources } from './read-sources.ts';
import type { InterfaceMap, PastLabel } from './types.ts';

/** A change, and the source that it was seen in. */
export interface SourceChange extends Change {
  source: string;
  language: string;
}

/**
 * Reads a state of the interface: a map, a catalogue or a folder of them, of today or, as `REVISION:PATH`, of a
 * revision of git.
 * @throws {UsageError} where there is no such state, or it cannot be read
 */
export async function readState(given: string): Promise<InterfaceMap> {
  const [, revision, file] = /^([^:]{2,}):(.+)$/.exec(given) ?? [];
  if (!existsSync(given) && revision !== undefined && file !== undefined) return stateOf(file, bytesAt(revision, file));
  if (existsSync(given) && statSync(given).isFile()) return stateOf(given, readFileSync(given));
  // Two folders of the same catalogues are two states of them: names begin inside.
  const sources = await readSources(given, given);
  return {
    ...emptyMap(),
    catalogues: sources.map(({ name, language }) => ({ path: name, language, serves: [] })),
    labels: sources.flatMap(({ labels }) => labels),
  };
}

function bytesAt(revision: string, file: string): Buffer {
  const folder = path.dirname(path.resolve(file));
  try {
    return execFileSync('git', ['-C', existsSync(folder) ? folder : '.', 'show', `${revision}:./${existsSync(folder) ? path.basename(file) : file}`], { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    throw new UsageError(`Git has no ${file} at ${revision}. Name a revision that has it, such as main:${file}.`);
  }
}

function stateOf(file: string, bytes: Buffer): InterfaceMap {
  if (/^\s*\{\s*(?:"\$schema"[^\n]*\n\s*)?"version"/.test(bytes.toString('utf8', 0, 400))) return mapOfFile(parseMapFile(file, bytes));
  const catalogue = readCatalogue(file, bytes);
  return { ...emptyMap(), catalogues: [{ path: file, language: catalogue.language, serves: [] }], labels: labelsOf(catalogue) };
}

/** What changed from one state to another, source by source; two states of one source each need not call it alike. */
export function changesOf(before: InterfaceMap, after: InterfaceMap): SourceChange[] {
  const isOne = before.catalogues.length === 1 && after.catalogues.length === 1;
  return after.catalogues.flatMap(({ path: source, language }) => {
    const old = isOne ? before.catalogues[0]!.path : source;
    const [was, is] = [before.labels.filter(({ catalogue }) => catalogue === old), after.labels.filter(({ catalogue }) => catalogue === source)];
    return changesBetween(entriesOfLabels(was), entriesOfLabels(is)).map((change) => ({ ...change, source, language }));
  });
}

/** The later state with what changed as what was: so that pages are judged by this change alone. */
export function mapOfChanges(after: InterfaceMap, changes: SourceChange[], date: string): InterfaceMap {
  const past = changes.flatMap(({ kind, key, text, to, by, source }): PastLabel[] =>
    kind === 'renamed' || kind === 'removed' ? [{ text, key, catalogue: source, inner: false, lastSeen: lastSeenBefore(source, { date }), renamedTo: to, renamedBy: by }] : [],
  );
  return { ...after, past };
}
