import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Cache, nameOf } from './cache.ts';
import { codeVersion } from './code-version.ts';
import type { Extracted, ExtractOptions, ExtractTimings } from './extract/index.ts';
import { factsKey, type FactsByKey, keep, type KeptFacts, readFacts, restore, writeFacts } from './facts-cache.ts';
import { loadPage, type LoadedFile } from './load.ts';
import type { ParserName } from './parse.ts';
import type { Dialect } from './types.ts';

/** What decides how pages are read; plain data, since it goes to other threads. */
export interface ReadOptions extends ExtractOptions {
  parser: ParserName;
  /** Whether MDX may hold HTML comments, as Docusaurus lets it. */
  htmlComments: boolean;
}

/** A page that was read. */
export interface ReadPage extends Extracted {
  path: string;
  dialect: Dialect;
  source: string;
}

/** Milliseconds of each part, added up over pages and threads. */
export interface ReadTimings extends ExtractTimings {
  load: number;
}

/** All pages of a tree, and how that went. */
export interface ReadTree {
  pages: ReadPage[];
  /** Number of pages whose facts an earlier run had kept. */
  cached: number;
  /** Tells pages and facts from those of every other tree, and of other code; null without a cache. */
  kept: { name: string; digest: string } | null;
  timings: ReadTimings;
}

/** What the threads that read one tree share. */
export interface ReadJob {
  root: string;
  files: string[];
  options: ReadOptions;
  /** One counter: how many pages have been handed out. */
  taken: Int32Array<SharedArrayBuffer>;
}

/** What one thread read: pages with their index into the job's files. */
export interface ReadShare {
  pages: [index: number, file: LoadedFile, facts: KeptFacts][];
  timings: ReadTimings;
}

/** Pages handed out at a time. */
const portion = 16;
/** A thread takes some 0.3 s to start; fewer pages are read sooner by one. */
const pagesWorthThread = 600;
const mostThreads = 4;

/**
 * Reads pages: bytes, syntax tree, facts. Large trees are shared between threads; pages that are as they were when an
 * earlier run kept their facts are not parsed again. The result is the same.
 * @param cache null for none
 * @param onPage told how many pages are done
 */
export async function readPages(
  root: string,
  files: string[],
  options: ReadOptions,
  cache: Cache | null = null,
  onPage?: (done: number, total: number) => void,
): Promise<ReadTree> {
  const timings: ReadTimings = { load: 0, parse: 0, extract: 0 };
  const code = cache ? codeVersion() : '';
  const name = nameOf([path.resolve(root), options, code]);
  const known: FactsByKey = cache ? readFacts(cache, `${name}.facts`) : new Map();
  const read: ReadShare['pages'] = [];
  const missing: number[] = [];
  const keys: string[] = [];
  const begun = performance.now();
  for (const [index, file] of files.entries()) {
    const loaded = known.size > 0 ? loadPage(root, file) : null;
    const key = loaded ? factsKey(file, loaded.source) : '';
    const facts = known.get(key);
    keys.push(key);
    if (loaded && facts) read.push([index, loaded, facts]);
    else missing.push(index);
  }
  timings.load += performance.now() - begun;
  if (missing.length > 0) {
    const shares = await extractShares(root, missing.map((index) => files[index]!), options, onPage);
    for (const share of shares) {
      for (const [index, file, facts] of share.pages) {
        read.push([missing[index]!, file, facts]);
        if (cache) keys[missing[index]!] = factsKey(file.path, file.source);
      }
      for (const part of ['load', 'parse', 'extract'] as const) timings[part] += share.timings[part];
    }
    read.sort(([a], [b]) => a - b);
    if (cache) writeFacts(cache, `${name}.facts`, new Map(read.map(([index, , facts]) => [keys[index]!, facts])));
  }
  return {
    pages: read.map(([, file, facts]) => toPage(file, facts)),
    cached: files.length - missing.length,
    kept: cache && { name, digest: nameOf([code, options, keys, read.map(([, { problem }]) => problem ?? null)]) },
    timings,
  };
}

/** Reads texts that stand in an editor or nowhere yet, each as `readPages` would read a file of that path. */
export async function createTextReader(options: ReadOptions): Promise<(file: string, source: string) => ReadPage> {
  const read = await createExtractor(options);
  const timings: ReadTimings = { load: 0, parse: 0, extract: 0 };
  return (file, source) => toPage({ path: file, source }, read({ path: file, source }, timings));
}

async function createExtractor(options: ReadOptions): Promise<(file: LoadedFile, timings: ReadTimings) => KeptFacts> {
  // A run whose pages are all known loads neither parsers nor extractors.
  const [{ extractPage }, { createParsers }] = await Promise.all([import('./extract/index.ts'), import('./parse.ts')]);
  const parsers = await createParsers(options.parser, options.htmlComments);
  return ({ path: file, source }, timings) => keep(extractPage(file, dialectOf(file), source, parsers, options, timings));
}

async function extractShares(root: string, files: string[], options: ReadOptions, onPage?: (done: number, total: number) => void): Promise<ReadShare[]> {
  const job: ReadJob = { root, files, options, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const threads = Math.min(availableParallelism(), mostThreads, Math.ceil(files.length / pagesWorthThread));
  const others = Array.from({ length: threads - 1 }, () => startThread(job));
  return [await readShare(job, onPage), ...(await Promise.all(others))];
}

function toPage({ path: file, source, problem }: LoadedFile, kept: KeptFacts): ReadPage {
  const extracted = restore(kept);
  if (problem) extracted.facts.problems.unshift(problem);
  return { path: file, dialect: dialectOf(file), source, ...extracted };
}

function dialectOf(file: string): Dialect {
  return file.toLowerCase().endsWith('.mdx') ? 'mdx' : 'md';
}

/**
 * Reads portions of a job's pages until none is left. Facts come as JSON: it is what the cache keeps, and it crosses from
 * thread to thread for less than a copy of the objects would.
 */
export async function readShare({ root, files, options, taken }: ReadJob, onPage?: (done: number, total: number) => void): Promise<ReadShare> {
  const extract = await createExtractor(options);
  const timings: ReadTimings = { load: 0, parse: 0, extract: 0 };
  const pages: ReadShare['pages'] = [];
  for (let start = Atomics.add(taken, 0, portion); start < files.length; start = Atomics.add(taken, 0, portion)) {
    const end = Math.min(start + portion, files.length);
    for (let index = start; index < end; index++) {
      const begun = performance.now();
      const file = loadPage(root, files[index]!);
      timings.load += performance.now() - begun;
      pages.push([index, file, extract(file, timings)]);
    }
    onPage?.(Math.min(Atomics.load(taken, 0), files.length), files.length);
  }
  return { pages, timings };
}

function startThread(job: ReadJob): Promise<ReadShare> {
  // Type stripping runs the source in a clone; the published package has it compiled.
  const file = import.meta.url.endsWith('.ts') ? './read-thread.ts' : './read-thread.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: job });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
