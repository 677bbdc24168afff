import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lint, type Config, type Run } from '../../src/index.ts';
import type { MapFile } from '../../src/product/map-file.ts';
import { newMapFile, renewed } from '../../src/product/map-renew.ts';
import { writeMapFile } from '../../src/product/map-store.ts';
import { readSources } from '../../src/product/read-sources.ts';
import { followCatalogue } from '../../src/product/source-history.ts';

/** Path of a catalogue in the repository behind `catalog/history.bundle`, by its path in the corpus. */
const bundled: Record<string, string> = {
  'catalog/current/en.po': 'packages/lib/translations/en/web.po',
  'catalog/current/web.en-US.json': 'apps/web/locales/en-US.json',
  'catalog/current/surveys.en-US.json': 'packages/surveys/locales/en-US.json',
};

/**
 * Lints a corpus. One whose catalogues have their earlier versions in a git bundle is judged by an interface map that is
 * made of them as a user makes it; the map and the clone stand in a folder of their own, which is deleted when the run
 * is over.
 */
export async function lintWithHistory(root: string, config: Config): Promise<Run> {
  const bundle = path.join(root, 'catalog/history.bundle');
  const catalogues = config.interface?.catalogues ?? [];
  if (!existsSync(bundle) || !catalogues.some((catalogue) => catalogue.path in bundled)) return lint({ root, config });
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-history-'));
  try {
    const repository = path.join(folder, 'repository');
    execFileSync('git', ['clone', '--quiet', bundle, repository]);
    const map = path.join(folder, 'ui-map.json');
    writeMapFile(map, await mapOf(catalogues.map((catalogue) => catalogue.path), config.folder, repository));
    return await lint({ root, config: { ...config, interface: { map } } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The interface map of catalogues, with what a repository knows of them. */
async function mapOf(catalogues: string[], folder: string, repository: string): Promise<MapFile> {
  const today = new Date().toISOString().slice(0, 10);
  const read = (await Promise.all(catalogues.map((file) => readSources(path.resolve(folder, file), folder)))).flat();
  let map = read.reduce((file, source) => renewed(file, source, { date: today }), newMapFile());
  for (const source of map.sources) {
    const file = bundled[source.name];
    if (file !== undefined) ({ map } = await followCatalogue(map, source, path.join(repository, file), today));
  }
  return map;
}
