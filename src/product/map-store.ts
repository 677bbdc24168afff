import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatMapFile, parseMapFile, type MapFile } from './map-file.ts';
import { newMapFile } from './map-renew.ts';

/**
 * Reads the map file; one that is not there yet is empty.
 * @throws {UsageError} where it is no map of this version
 */
export function readMapFile(file: string): MapFile {
  return existsSync(file) ? parseMapFile(file, readFileSync(file)) : newMapFile();
}

/** Writes the map beside the old one and then puts it in its place, so that no failure leaves half a map. */
export function writeMapFile(file: string, map: MapFile): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, formatMapFile(map));
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
