import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../content/change-files.ts';
import { formatMapFile, parseMapFile, type MapFile } from './map-file.ts';
import { newMapFile } from './map-renew.ts';

/**
 * Reads the map file; one that is not there yet is empty.
 * @throws {UsageError} where it is no map of this version
 */
export function readMapFile(file: string): MapFile {
  return existsSync(file) ? parseMapFile(file, readFileSync(file)) : newMapFile();
}

/** Writes the map, whole or not at all. */
export function writeMapFile(file: string, map: MapFile): void {
  mkdirSync(path.dirname(file), { recursive: true });
  replaceFile(file, formatMapFile(map));
}
