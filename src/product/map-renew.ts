import { entriesOfLabels } from './catalogue/entries.ts';
import { changesBetween } from './changes.ts';
import { labelId, type History } from './history.ts';
import { mapVersion, type MapFile, type MapLabel, type MapPastLabel, type MapSource } from './map-file.ts';
import type { Label, PastLabel, Revision, Screen } from './types.ts';

/** What was read of one source of labels. */
export interface ReadSource {
  name: string;
  kind: MapSource['kind'];
  language: string;
  labels: Label[];
  screens?: Screen[];
  /** Whether the crawl looked for every screen that the map has, so that what it did not find is gone. */
  whole?: boolean;
}

/** Characters; what is longer is a sentence, and nobody needs to know that a page once could have named it. */
const longestPast = 100;

export function newMapFile(): MapFile {
  return { version: mapVersion, external: [], sources: [] };
}

/**
 * A map with one source renewed. What was written by hand stays; labels that the map had and the source has no more
 * become labels that were.
 * @param revision the state of the product that was read
 */
export function renewed(file: MapFile, read: ReadSource, revision: Revision): MapFile {
  const old = file.sources.find(({ name }) => name === read.name);
  const had = new Map(old?.labels.map((label) => [labelId(label.key, label.text), label]));
  const byKey = new Map(old?.labels.map((label) => [label.key, label]));
  const labels = read.labels.map((label) => {
    const same = had.get(labelId(label.key, label.text));
    const { plan, flag } = same ?? byKey.get(label.key) ?? {};
    const since = old ? (same ? same.since : revision) : undefined;
    return mapLabel({ ...label, ...(since ? { since } : {}), ...(plan ? { plan } : {}), ...(flag ? { flag } : {}) });
  });
  const source: MapSource = {
    name: read.name,
    kind: read.kind,
    language: read.language,
    ...(old?.serves ? { serves: old.serves } : {}),
    ...(old?.address ? { address: old.address } : {}),
    ...(read.screens ? { screens: read.screens, ...pastScreensAfter(old, read.screens, read.whole ?? false, revision.date) } : {}),
    labels,
    past: old ? pastAfter(old, read.labels, revision) : [],
  };
  return { ...file, sources: placed(file.sources, source) };
}

/** A map with what the versions of one source tell of it. */
export function withHistory(file: MapFile, name: string, { past, since }: History): MapFile {
  const sources = file.sources.map((source) => {
    if (source.name !== name) return source;
    const labels = source.labels.map((label) => {
      const known = since.get(labelId(label.key, label.text));
      return mapLabel({ ...label, inner: label.inner ?? false, ...(known ? { since: known } : {}) });
    });
    return { ...source, labels, past: past.filter(({ text }) => text.length <= longestPast).map(mapPastLabel) };
  });
  return { ...file, sources };
}

/** Sources stand in the order of their names, wherever they were read. */
function placed(sources: MapSource[], source: MapSource): MapSource[] {
  return [...sources.filter(({ name }) => name !== source.name), source].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function pastScreensAfter(old: MapSource | undefined, screens: Screen[], whole: boolean, until: string): Pick<MapSource, 'pastScreens'> {
  const routes = new Set(screens.map(({ route }) => route));
  const gone = (whole ? (old?.screens ?? []) : []).filter(({ route }) => !routes.has(route)).map((screen) => ({ ...screen, until }));
  const past = [...(old?.pastScreens ?? []), ...gone].filter(({ route }) => !routes.has(route));
  if (past.length === 0) return {};
  return {
    pastScreens: past.map(({ route, title, path, until: since }) => {
      const successors = screens.filter((screen) => screen.title === title || screen.path.join('\n') === path.join('\n'));
      return { route, title, path, until: since, ...(successors.length === 1 ? { movedTo: successors[0]!.route } : {}) };
    }),
  };
}

function pastAfter(old: MapSource, labels: Label[], until: Revision): MapPastLabel[] {
  const before = old.labels.map((label) => ({ ...label, inner: label.inner ?? false, catalogue: old.name }));
  const present = new Set(labels.filter(({ inner }) => !inner).map(({ text }) => text));
  const since = new Map(old.labels.map((label) => [labelId(label.key, label.text), label.since]));
  const past = new Map(old.past.map((label) => [labelId(label.key, label.text), label]));
  for (const { kind, key, text, to, by } of changesBetween(entriesOfLabels(before), entriesOfLabels(labels))) {
    if (kind !== 'renamed' && kind !== 'removed') continue;
    for (const label of past.values()) {
      if (label.renamedTo === text) follow(label, to);
    }
    const came = since.get(labelId(key, text));
    past.set(labelId(key, text), {
      text,
      key,
      ...(came ? { since: came } : {}),
      until,
      ...(to === null ? {} : { renamedTo: to, renamedBy: by ?? 'likeness' }),
    });
  }
  return [...past.values()].filter(({ text }) => text.length <= longestPast && !present.has(text));
}

/** A label in whose place another came that is another today. */
function follow(label: MapPastLabel, to: string | null): void {
  if (to === null) {
    delete label.renamedTo;
    delete label.renamedBy;
  } else {
    label.renamedTo = to;
  }
}

/** The fields of a label as the file has them, in its order. */
function mapLabel({ text, key, inner, role, places, files, since, plan, flag }: Omit<Label, 'catalogue'>): MapLabel {
  return {
    text,
    key,
    ...(inner ? { inner: true as const } : {}),
    ...(role ? { role } : {}),
    ...(places ? { places } : {}),
    ...(files ? { files } : {}),
    ...(since ? { since } : {}),
    ...(plan ? { plan } : {}),
    ...(flag ? { flag } : {}),
  };
}

function mapPastLabel({ text, key, since, until, renamedTo, renamedBy }: PastLabel): MapPastLabel {
  return { text, key, ...(since ? { since } : {}), until: until!, ...(renamedTo === null ? {} : { renamedTo, renamedBy: renamedBy! }) };
}
