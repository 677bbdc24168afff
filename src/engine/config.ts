import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseDataFile, readDataFile, type DataFile } from '../content/data-file.ts';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { schema, type ConfigData } from './config-schema.ts';

/** One file of a configuration: its own, or one that it extends. */
export interface Layer extends Pick<DataFile<ConfigData>, 'placeOf'> {
  file: string;
  data: ConfigData;
}

/** A configuration and the folder that its paths are relative to. */
export interface Config extends ConfigData {
  /** Absolute path. */
  folder: string;
  /** The files that say it, each before those that overrule it. */
  layers?: Layer[];
}

const fileNames = ['waymark.config.yaml', 'waymark.config.yml', 'waymark.config.json'];
const what = 'the configuration';
/** Larger files are no configuration that a person writes. */
const largest = 1_000_000;
const mostLayers = 32;

/** The configuration that holds for a folder: its own, else that of the nearest folder above, up to a repository's root. */
export function findConfig(root: string): Config {
  for (let folder = path.resolve(root); ; folder = path.dirname(folder)) {
    const file = configIn(folder);
    if (file) return readConfig(path.relative('', file));
    if (isTop(folder)) return { folder: path.resolve(root) };
  }
}

/**
 * Reads a configuration file and those that it extends.
 * @param folder what its paths are relative to; its own folder when left out
 * @throws UsageError with the place of the mistake
 */
export function readConfig(file: string, folder = path.dirname(path.resolve(file))): Config {
  const layers = layersOf(file, topAbove(path.dirname(path.resolve(file))), []);
  return { ...layers.reduce((base, { data }) => merge(base, data), {} as ConfigData), folder: path.resolve(folder), layers };
}

/** Checks the text of a configuration that extends no other (YAML, of which JSON is a part). `file` is named in errors only. */
export function parseConfig(text: string, file: string): ConfigData {
  return parseDataFile(text, file, schema, what).value;
}

/** The configuration file of a folder: one of its own, or a package.json that has the key `waymark`. */
function configIn(folder: string): string | undefined {
  const file = fileNames.map((name) => path.join(folder, name)).find((candidate) => existsSync(candidate));
  if (file) return file;
  const manifest = path.join(folder, 'package.json');
  return isReadable(manifest) && /"waymark"\s*:\s*\{/.test(readFileSync(manifest, 'utf8')) ? manifest : undefined;
}

function isReadable(file: string): boolean {
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size <= largest;
  } catch {
    return false;
  }
}

function readLayer(file: string): Layer & { at: DataFile<ConfigData>['errorAt'] } {
  if (existsSync(file) && !isReadable(file)) throw new UsageError(`${file}: ${what} is no file, or larger than a megabyte.`);
  if (path.basename(file) !== 'package.json') {
    const { value, placeOf, errorAt } = readDataFile(file, schema, what);
    return { file, data: value, placeOf, at: errorAt };
  }
  const { value, placeOf, errorAt } = readDataFile(file, z.looseObject({ waymark: schema.optional() }), what);
  return { file, data: value.waymark ?? {}, placeOf: (keys, of) => placeOf(['waymark', ...keys], of), at: (keys, message, of) => errorAt(['waymark', ...keys], message, of) };
}

/**
 * A file and what it extends, depth first. Everything is data, and everything lies in one repository: a branch that
 * anybody may push names no other file of the machine.
 */
function layersOf(file: string, top: string, above: string[]): Layer[] {
  const { at, ...layer } = readLayer(file);
  const parents = [layer.data.extends ?? []].flat();
  const files = parents.flatMap((parent, index) => {
    const keys = typeof layer.data.extends === 'string' ? ['extends'] : ['extends', index];
    const found = parent.startsWith('.') ? path.join(path.dirname(file), parent) : packageFile(parent, path.dirname(path.resolve(file)), top);
    if (found === undefined) throw at(keys, `there is no package “${parent}” in node_modules that has a configuration. A file begins with “./”.`);
    let real: string;
    try {
      real = realpathSync(found);
    } catch (error) {
      throw at(keys, `“${parent}” cannot be read: ${fileErrorText(error)}.`);
    }
    if (!real.startsWith(top + path.sep)) throw at(keys, `“${parent}” leads out of the repository. Only files inside of it can be extended.`);
    const trail = [...above, realpathSync(file)];
    if (trail.includes(real)) throw at(keys, `“${parent}” extends this file in turn.`);
    if (trail.length >= mostLayers) throw at(keys, `More than ${mostLayers} files extend one another.`);
    return layersOf(found, top, trail);
  });
  return [...files, layer];
}

/** The configuration of a package: looked for as Node looks for packages, and no further than the repository's top. */
function packageFile(name: string, from: string, top: string): string | undefined {
  if (!/^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*$/.test(name)) return undefined;
  for (let folder = realpathSync(from); ; folder = path.dirname(folder)) {
    const file = configIn(path.join(folder, 'node_modules', name));
    if (file) return path.relative('', file);
    if (folder === top || folder === path.dirname(folder)) return undefined;
  }
}

/** Real path of the nearest folder above that is a repository's top; the folder itself where there is none. */
export function topAbove(start: string): string {
  if (!existsSync(start)) return start;
  for (let folder = realpathSync(start); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return realpathSync(start);
  }
}

function isTop(folder: string): boolean {
  return existsSync(path.join(folder, '.git')) || folder === path.dirname(folder);
}

/** Lists that grow from file to file; every other list is replaced. */
const growing = new Set(['ignore', 'overrides']);

/** One file over another: keys replace keys, those of one level inside too. */
function merge(base: ConfigData, own: ConfigData): ConfigData {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const before = merged[key];
    if (growing.has(key) && Array.isArray(before) && Array.isArray(value)) merged[key] = [...before, ...value];
    else if (isRecord(before) && isRecord(value)) merged[key] = { ...before, ...value };
    else merged[key] = value;
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
