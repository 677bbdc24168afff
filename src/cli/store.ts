// What every command that works with what readers sent shares.
import path from 'node:path';
import type { Config } from '../engine/config.ts';
import type { Store } from '../service/store/open.ts';
import { withPackages } from './peers.ts';

/**
 * The store that the environment or the configuration names.
 * @param others packages that the command needs beside those of the store, to name all of them at once
 */
export async function openConfiguredStore(command: string, config: Config, others: string[] = []): Promise<Store> {
  const address = process.env['DATABASE_URL'];
  const packages = ['kysely', ...(address === undefined ? [] : ['pg']), ...others];
  return withPackages(command, packages, async () => (await import('../service/store/open.ts')).openStore(address ?? databaseFile(config)));
}

/** Where the database of a configuration lies when it is a file. */
export function databaseFile(config: Config): string {
  return path.resolve(config.folder, config.service?.database ?? 'waymark.db');
}
