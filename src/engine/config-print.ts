import path from 'node:path';
import { pathMatcher } from '../content/glob.ts';
import { rules } from '../rules/index.ts';
import type { Config, Layer } from './config.ts';

/** One thing that a configuration sets, or a default that nothing overrules. */
export interface Setting {
  /** `content`, `product.names`, `rules.link/broken`. */
  key: string;
  value: string;
  /** Where it is written, `file:line:column`; empty for a default. */
  place: string;
}

/** What applies to a file, and from where: keys of one level inside others by themselves, and every rule. */
export function settingsOf(config: Config, file: string): Setting[] {
  const layers = (config.layers ?? []).toReversed();
  const inFolder = path.relative(config.folder, path.resolve(file)).replaceAll(path.sep, '/');
  const { folder: _folder, layers: _layers, rules: _rules, overrides: _overrides, ignore = [], extends: _extends, ...single } = config;
  const keys = Object.entries(single).flatMap(([key, value]) => (isRecord(value) ? Object.keys(value).map((inner) => [key, inner]) : [[key]]));
  return [
    ...ignore.map((glob) => ({ key: 'ignore', value: `${glob}${pathMatcher([glob])(inFolder) ? `, so ${inFolder} is left out` : ''}`, place: placeOfIgnore(layers, glob) })),
    ...keys.map((key) => ({ key: key.join('.'), value: shown(valueAt(config, key)), place: placeIn(layers, key) })),
    ...rules.map(({ meta }) => ruleSetting(layers, meta.id, meta.severity, inFolder)),
  ];
}

function ruleSetting(layers: Layer[], id: string, byDefault: string, file: string): Setting {
  const key = `rules.${id}`;
  for (const { data, placeOf } of layers) {
    const at = (data.overrides ?? []).findLastIndex(({ files, rules: set }) => set[id] !== undefined && pathMatcher(files)(file));
    if (at >= 0) return { key, value: shown(data.overrides![at]!.rules[id]), place: placeOf(['overrides', at, 'rules', id]) };
  }
  const layer = layers.find(({ data }) => data.rules?.[id] !== undefined);
  return layer ? { key, value: shown(layer.data.rules![id]), place: layer.placeOf(['rules', id]) } : { key, value: byDefault, place: '' };
}

function placeIn(layers: Layer[], key: string[]): string {
  return layers.find(({ data }) => valueAt(data, key) !== undefined)?.placeOf(key) ?? '';
}

function placeOfIgnore(layers: Layer[], glob: string): string {
  const layer = layers.find(({ data }) => data.ignore?.includes(glob));
  return layer ? layer.placeOf(['ignore', layer.data.ignore!.indexOf(glob)]) : '';
}

function valueAt(value: unknown, key: string[]): unknown {
  return key.reduce((inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined), value);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
