import { existsSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';

export interface CacheFlags {
  /** False with `--no-cache`. */
  cache: boolean;
  cacheLocation?: string;
}

export function cacheOptions(): Option[] {
  return [
    new Option('--no-cache', 'read every page anew and keep nothing'),
    new Option('--cache-location <folder>', 'where to keep what was read of pages, in place of node_modules/.cache/waymark'),
  ];
}

/** The folder that a run keeps things in; undefined where it was told none and there is no `node_modules` to keep them in. */
export function cacheFolder({ cache, cacheLocation }: CacheFlags): string | undefined {
  if (!cache) return undefined;
  if (cacheLocation !== undefined) return cacheLocation;
  for (let folder = path.resolve('.'); ; folder = path.dirname(folder)) {
    const modules = path.join(folder, 'node_modules');
    if (existsSync(modules)) return path.join(modules, '.cache/waymark');
    if (folder === path.dirname(folder)) return undefined;
  }
}
