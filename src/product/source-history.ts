import { entriesOfCatalogue, entriesOfLabels, type SeenCache } from './catalogue/entries.ts';
import { readCatalogue } from './catalogue/index.ts';
import { UsageError } from '../content/errors.ts';
import { readVersions, versionsOf } from './git-versions.ts';
import { HistoryOfSource } from './history.ts';
import { withHistory } from './map-renew.ts';
import type { MapFile, MapSource } from './map-file.ts';
import type { Label } from './types.ts';

/** What the history of one catalogue gave. */
export interface ReadHistory {
  map: MapFile;
  /** Versions in the repository; 0 where it has none. */
  versions: number;
  /** Of those, the ones that could not be read. */
  unreadable: number;
}

/**
 * Follows a catalogue through the git history of its file, and writes what it tells into the map.
 * @param file absolute path of the catalogue
 * @param today `2025-09-01`: what differs from the last commit is of today
 */
export async function followCatalogue(map: MapFile, source: MapSource, file: string, today: string): Promise<ReadHistory> {
  const versions = versionsOf(file);
  if (versions.length === 0) return { map, versions: 0, unreadable: 0 };
  const history = new HistoryOfSource(source.name);
  const cache: SeenCache = new Map();
  let unreadable = 0;
  for await (const { version, bytes } of readVersions(file, versions)) {
    try {
      history.add({ name: version.path, revision: version.revision, entries: entriesOfCatalogue(readCatalogue(version.path, bytes), cache) });
    } catch (error) {
      // Somebody committed a broken file, and mended it in a later version.
      if (!(error instanceof UsageError)) throw error;
      unreadable++;
    }
  }
  history.add({ name: source.name, revision: { date: today }, entries: entriesOfLabels(labelsOf(source)) });
  const others = map.sources.filter(({ name, language }) => name !== source.name && language === source.language);
  const told = history.told(others.flatMap((other) => entriesOfLabels(labelsOf(other))));
  return { map: withHistory(map, source.name, told), versions: versions.length, unreadable };
}

function labelsOf({ name, labels }: MapSource): Label[] {
  return labels.map((label) => ({ ...label, inner: label.inner ?? false, catalogue: name }));
}
