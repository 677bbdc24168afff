import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findConfig, readConfig, UsageError, type Config } from '../../src/index.ts';
import { readLabels, type ToldLabel } from './labels.ts';

/** A content tree with what careful readers said of it. */
export interface Corpus {
  name: string;
  /** Folder that the paths in the labels are relative to. */
  root: string;
  labels: ToldLabel[];
  config: Config;
}

/** Where the settings of the known corpora stand. */
const settings = path.resolve(import.meta.dirname, '../../test/corpora');

/**
 * Every folder of labels below a folder, by name.
 * @param configured whether to use the settings of `test/corpora/NAME.yaml`, else the tree's own, else none
 * @throws UsageError where there is none
 */
export function readCorpora(folder: string, configured: boolean): Corpus[] {
  if (!existsSync(folder)) {
    throw new UsageError(`There are no corpora at ${folder}, so nothing was measured. Name their folder with --corpora, or a label file with --labels.`);
  }
  const corpora = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && labelFiles(path.join(folder, entry.name)).length > 0)
    .map(({ name }) => {
      const root = path.join(folder, name);
      const known = path.join(settings, `${name}.yaml`);
      const config = configured && existsSync(known) ? readConfig(known, root) : configOf(root, configured);
      return { name, root, labels: labelFiles(root).flatMap(readLabels), config };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (corpora.length === 0) throw new UsageError(`No folder in ${folder} has a file of labels (labels.jsonl).`);
  return corpora;
}

/**
 * One label file with its tree.
 * @param root folder of the tree; the label file's own when left out
 * @param config file of settings, its paths relative to the root
 */
export function readCorpus(file: string, root = path.dirname(file), config?: string, configured = true): Corpus {
  return { name: path.basename(file, path.extname(file)), root, labels: readLabels(file), config: settingsOf(root, config, configured) };
}

/** The settings named for a tree, else its own, else none. */
export function settingsOf(root: string, config: string | undefined, configured: boolean): Config {
  return config === undefined ? configOf(root, configured) : readConfig(config, root);
}

function configOf(root: string, configured: boolean): Config {
  return configured ? findConfig(root) : { folder: path.resolve(root) };
}

function labelFiles(folder: string): string[] {
  return ['labels.jsonl', 'queries.jsonl'].map((name) => path.join(folder, name)).filter((file) => existsSync(file));
}
