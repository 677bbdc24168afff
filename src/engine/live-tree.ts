import { statSync } from 'node:fs';
import path from 'node:path';
import { openCache } from '../content/cache.ts';
import type { Discovery } from '../content/discover.ts';
import { createTextReader, readPages, type ReadOptions, type ReadPage } from '../content/read.ts';
import type { Page } from '../content/types.ts';
import { factsFile } from '../product/facts.ts';
import { selfServeFile } from '../product/self-serve.ts';
import type { InterfaceMap } from '../product/types.ts';
import type { Rule } from '../rules/types.ts';
import type { Site } from '../site/types.ts';
import { findConfig, type Config } from './config.ts';
import type { Finding } from './finding.ts';
import { interfaceFiles, knowsInterface, readInterface } from './product.ts';
import { discoverTree, indexTree, readOptions, sift } from './run.ts';
import { readSources } from './sources.ts';

export interface LiveOptions {
  /** Folder of the content tree. */
  root: string;
  /** The configuration that holds; looked for from the root upwards, and read again when it changes, when left out. */
  config?: Config;
  /** Folder of what runs keep for later ones; nothing is kept when left out. */
  cache?: string | undefined;
}

/** Everything that was read of a tree at one time. */
interface Reading {
  config: Config;
  discovery: Discovery;
  options: ReadOptions;
  /** Pages by path, each with the stamp of its file. */
  pages: ReadonlyMap<string, { stamp: string; page: ReadPage }>;
  /** Pages of other channels. */
  channels: Page[];
  readText: (file: string, source: string) => ReadPage;
  interfaceMap: InterfaceMap | null;
  /** Stamps of the files that tell what is true of the product. */
  product: { interface: string; others: string };
}

/**
 * A content tree that is read once and then followed: for an editor or an agent, who ask again and again. What is read
 * and found is the same as in a run of `lint` at that moment.
 */
export class LiveTree {
  readonly root: string;
  private readonly given: LiveOptions;
  private reading: Reading | null = null;
  private whole: Site | null = null;
  private running: Promise<unknown> = Promise.resolve();

  constructor(options: LiveOptions) {
    this.root = options.root;
    this.given = options;
  }

  /**
   * Reads what changed on disk since the last time.
   * @returns whether anything did
   * @throws UsageError for what the user can mend; the tree stays as it was read before
   */
  refresh(): Promise<boolean> {
    const next = this.running.then(() => this.readAgain());
    this.running = next.catch(() => {});
    return next;
  }

  /** The configuration that holds. */
  get config(): Config {
    return this.read().config;
  }

  /** The index of what was read. */
  get site(): Site {
    return (this.whole ??= this.siteWith([]));
  }

  /** The text that the file of a page holds; undefined where there is none, or it is ignored. */
  sourceOf(file: string): string | undefined {
    return this.read().pages.get(file)?.page.source;
  }

  /** A text as the page that it would be at a path. */
  pageOf(file: string, source: string): ReadPage {
    return this.read().readText(file, source);
  }

  /** The index with some pages in place of the files of their paths, or beside all files where there are none. */
  siteWith(texts: readonly ReadPage[]): Site {
    const { config, discovery, pages, channels, interfaceMap } = this.read();
    const all = new Map(Array.from(pages, ([file, { page }]) => [file, page]));
    for (const page of texts) all.set(page.path, page);
    const sorted = [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return indexTree(this.root, config, sorted, discovery, { interfaceMap, channels });
  }

  /** What rules find in an index of this tree; all of them when none are named. Known findings are left out. */
  findings(site: Site, rules?: readonly Rule[]): Finding[] {
    const { config } = this.read();
    return sift(site, config, this.root, new Date().toISOString().slice(0, 10), rules && { judges: rules }).findings;
  }

  private read(): Reading {
    if (!this.reading) throw new Error('The tree was asked before it was read.');
    return this.reading;
  }

  private async readAgain(): Promise<boolean> {
    const { root, given, reading: before } = this;
    const config = given.config ?? findConfig(root);
    const discovery = discoverTree(root, config);
    const options = readOptions(config, discovery, knowsInterface(config));
    const same = before !== null && JSON.stringify(options) === JSON.stringify(before.options);
    const stamps = new Map(discovery.pages.map((file) => [file, stampOf(path.join(root, file))]));
    const known = (file: string) => (same && before.pages.get(file)?.stamp === stamps.get(file) ? before.pages.get(file) : undefined);
    const stale = discovery.pages.filter((file) => known(file) === undefined);
    const product = { interface: interfaceFiles(config).map(stampOf).join('\n'), others: [factsFile, selfServeFile].map((file) => stampOf(path.join(config.folder, file))).join('\n') };
    // Only the first time is worth reading and writing what is kept of all pages.
    const cache = before === null && given.cache !== undefined ? openCache(given.cache) : null;
    const channels = await readSources(root, config, options, cache);
    const isUnchanged = same && areSame(channels, before.channels) && stale.length === 0 && before.pages.size === stamps.size && JSON.stringify([config, product]) === JSON.stringify([before.config, before.product]);
    if (isUnchanged) return false;

    const read = stale.length > 0 ? (await readPages(root, stale, options, cache)).pages : [];
    const fresh = new Map(read.map((page) => [page.path, page]));
    this.reading = {
      config,
      discovery,
      options,
      pages: new Map(discovery.pages.map((file) => [file, known(file) ?? { stamp: stamps.get(file)!, page: fresh.get(file)! }])),
      channels,
      readText: same ? before.readText : await createTextReader(options),
      interfaceMap: before && before.product.interface === product.interface && JSON.stringify(before.config) === JSON.stringify(config) ? before.interfaceMap : readInterface(config),
      product,
    };
    this.whole = null;
    return true;
  }
}

function areSame(pages: readonly Page[], before: readonly Page[]): boolean {
  return pages.length === before.length && pages.every(({ path: file, source }, index) => file === before[index]!.path && source === before[index]!.source);
}

/** What changes whenever a file does; empty where there is none. */
function stampOf(file: string): string {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch {
    return '';
  }
}
