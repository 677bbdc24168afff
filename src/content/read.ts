import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { extractPage, type Extracted, type ExtractOptions, type ExtractTimings } from './extract/index.ts';
import { loadPage } from './load.ts';
import { createParsers, type ParserName } from './parse.ts';
import type { Dialect } from './types.ts';

/** What decides how pages are read; plain data, since it goes to other threads. */
export interface ReadOptions extends ExtractOptions {
  parser: ParserName;
  /** Whether MDX may hold HTML comments, as Docusaurus lets it. */
  htmlComments: boolean;
}

/** A page as one thread read it. */
export interface ReadPage extends Extracted {
  path: string;
  dialect: Dialect;
  source: string;
}

/** Milliseconds of each part, added up over pages and threads. */
export interface ReadTimings extends ExtractTimings {
  load: number;
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
  pages: [index: number, page: ReadPage][];
  timings: ReadTimings;
}

/** Pages handed out at a time. */
const portion = 16;
/** A thread takes some 0.3 s to start; fewer pages are read sooner by one. */
const pagesWorthThread = 600;
const mostThreads = 4;

/**
 * Reads pages: bytes, syntax tree, facts. Large trees are shared between threads; the result is the same.
 * @param onPage told how many pages are done
 */
export async function readPages(
  root: string,
  files: string[],
  options: ReadOptions,
  onPage?: (done: number, total: number) => void,
): Promise<{ pages: ReadPage[]; timings: ReadTimings }> {
  const job: ReadJob = { root, files, options, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const threads = Math.min(availableParallelism(), mostThreads, Math.ceil(files.length / pagesWorthThread));
  const others = Array.from({ length: threads - 1 }, () => startThread(job));
  const shares = [await readShare(job, onPage), ...(await Promise.all(others))];
  const pages = new Array<ReadPage>(files.length);
  for (const share of shares) for (const [index, page] of share.pages) pages[index] = page;
  const sum = (part: keyof ReadTimings) => shares.reduce((total, { timings }) => total + timings[part], 0);
  return { pages, timings: { load: sum('load'), parse: sum('parse'), extract: sum('extract') } };
}

/** Reads portions of a job's pages until none is left. */
export async function readShare({ root, files, options, taken }: ReadJob, onPage?: (done: number, total: number) => void): Promise<ReadShare> {
  const parsers = await createParsers(options.parser, options.htmlComments);
  const timings: ReadTimings = { load: 0, parse: 0, extract: 0 };
  const pages: ReadShare['pages'] = [];
  for (let start = Atomics.add(taken, 0, portion); start < files.length; start = Atomics.add(taken, 0, portion)) {
    const end = Math.min(start + portion, files.length);
    for (let index = start; index < end; index++) {
      const path = files[index]!;
      const begun = performance.now();
      const { source, problem } = loadPage(root, path);
      timings.load += performance.now() - begun;
      const dialect = path.toLowerCase().endsWith('.mdx') ? 'mdx' : 'md';
      const extracted = extractPage(path, dialect, source, parsers, options, timings);
      if (problem) extracted.facts.problems.unshift(problem);
      pages.push([index, { path, dialect, source, ...extracted }]);
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
