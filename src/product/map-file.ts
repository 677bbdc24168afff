import { z } from 'zod';
import { UsageError } from '../content/errors.ts';
import { lastSeenBefore } from './history.ts';
import type { InterfaceMap } from './types.ts';

/** Version of the format; a file of another version is made anew. */
export const mapVersion = 1;

const revision = z.strictObject({
  date: z.iso.date().describe('Day of the revision'),
  commit: z.string().optional().describe('Commit of the repository that has the catalogue, where there is one'),
});

const place = z.strictObject({
  route: z.string().describe('Path of the address; identifiers in it as :id'),
  path: z.array(z.string()).describe('Labels that lead there from the start page'),
});

const roles = ['button', 'link', 'menu', 'menu item', 'tab', 'heading', 'field', 'list', 'checkbox', 'option', 'switch', 'dialog'] as const;

const label = z.strictObject({
  text: z.string().describe('What the reader of the interface sees; placeholders as {name}'),
  key: z.string().describe('Catalogue key, or what else identifies the control'),
  inner: z.literal(true).optional().describe('A part of a longer text that a tag sets apart'),
  role: z.enum(roles).optional().describe('What control it is'),
  places: z.array(place).optional().describe('Where the live interface has it'),
  files: z.array(z.string()).optional().describe('Files of source code that use it, or screens that show it'),
  since: revision.optional().describe('First revision that is known to have it'),
  plan: z.string().optional().describe('Plan without which the interface does not show it; written by hand and kept'),
  flag: z.string().optional().describe('Switch of the product that it hangs on; written by hand and kept'),
});

const pastLabel = label.extend({
  until: revision.describe('First revision that is known not to have it'),
  renamedTo: z.string().optional().describe('What the interface shows in its place today'),
  renamedBy: z.enum(['key', 'place', 'neighbours', 'likeness']).optional().describe('How that is known'),
});

const screen = z.strictObject({ route: z.string(), title: z.string(), path: z.array(z.string()) });

const pastScreen = screen.extend({
  until: z.iso.date().describe('Day of the crawl that did not find it any more'),
  movedTo: z.string().optional().describe('Route of the screen that has its title or menu path today'),
});

const source = z.strictObject({
  name: z.string().describe('Path of the catalogue or folder, relative to the folder of the configuration; or the address of a crawl'),
  kind: z.enum(['catalogue', 'code', 'crawl']),
  language: z.string().describe('ISO 639-1 code of its texts; empty where that is not known'),
  serves: z.array(z.string()).optional().describe('Globs of the pages that it is for, relative to the root of the docs; all when left out. Written by hand and kept'),
  address: z.url().optional().describe('Where readers have what was crawled, if that is another address than the name; written by hand and kept'),
  screens: z.array(screen).optional().describe('Screens that a crawl saw'),
  pastScreens: z.array(pastScreen).optional().describe('Screens that an earlier crawl saw and the last one found gone'),
  labels: z.array(label),
  past: z.array(pastLabel).describe('Labels that it had and has no more'),
});

const mapFile = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(mapVersion),
  external: z.array(z.string()).describe('Names of products whose labels are not ours to judge; written by hand and kept'),
  sources: z.array(source),
});

/** What `product/ui-map.json` says. */
export type MapFile = z.infer<typeof mapFile>;
export type MapSource = MapFile['sources'][number];
export type MapLabel = z.infer<typeof label>;
export type MapPastLabel = z.infer<typeof pastLabel>;

/** JSON Schema of the map file, for editors. */
export function mapSchema(): object {
  return { title: 'Interface map of Waymark', ...z.toJSONSchema(mapFile) };
}

export function emptyMap(): InterfaceMap {
  return { catalogues: [], labels: [], past: [], crawls: [], external: [], unreadable: [] };
}

/**
 * Reads the text of a map file.
 * @param path named in errors only
 * @throws {UsageError} where it is no map, or one of another version
 */
export function parseMapFile(path: string, bytes: Uint8Array): MapFile {
  const value = parseJson(path, new TextDecoder().decode(bytes));
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (version !== mapVersion) {
    throw new UsageError(`${path}: this interface map is of version ${String(version)}, and this Waymark reads version ${mapVersion}. Make it anew with "waymark ui extract" and "waymark ui history".`);
  }
  const parsed = mapFile.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${path}: “${issue!.path.join('.')}”: ${issue!.message}. Make the map anew with "waymark ui extract".`);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path}: the interface map is not JSON (${(error as Error).message}). Take it from the repository again, or delete it and run "waymark ui extract".`);
  }
}

/** Writes a map with one label a line, so that a change of a label is a change of a line. */
export function formatMapFile({ $schema, version, external, sources }: MapFile): string {
  const head = { ...($schema === undefined ? {} : { $schema }), version, external };
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')},\n  "sources": ${list(sources.map(formatSource), '  ')}\n}\n`;
}

function formatSource(source: MapSource): string {
  const lines = Object.entries(source).map(([key, value]) => {
    const text = Array.isArray(value) && typeof value[0] === 'object' ? list(value.map((each) => JSON.stringify(each)), '      ') : JSON.stringify(value);
    return `      ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n    }`;
}

function list(items: string[], indent: string): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;
}

/** The map that a file stands for. */
export function mapOfFile({ external, sources }: MapFile): InterfaceMap {
  const map: InterfaceMap = { ...emptyMap(), external };
  for (const { name, kind, language, serves = [], address = name, screens = [], pastScreens = [], labels, past } of sources) {
    map.catalogues.push({ path: name, language, serves });
    if (kind === 'crawl') map.crawls.push({ name, address, screens, past: pastScreens.map(({ movedTo = null, ...each }) => ({ ...each, movedTo })) });
    for (const each of labels) map.labels.push({ ...each, catalogue: name, inner: each.inner ?? false });
    for (const { renamedTo = null, renamedBy = null, ...each } of past) {
      map.past.push({ ...each, catalogue: name, inner: false, lastSeen: lastSeenBefore(name, each.until), renamedTo, renamedBy });
    }
  }
  return map;
}
