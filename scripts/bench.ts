// Times the linter part by part, and beside two others on the same tree: `npm run bench -- --help`.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { timeLabels } from './bench/labels.ts';
import type { Parts } from './bench/parts.ts';
import { contenders, median, runRound, type Round } from './bench/processes.ts';
import type { TopicsRun } from './bench/topics.ts';
import { writeTree, type BenchTree } from './bench/tree.ts';

const help = `npm run bench -- [options]

  --pages N   pages of the tree, at least (default 5000)
  --runs N    rounds to take the median of (default 3)
  --topics    time the topics stage alone instead, at 1,000, 5,000, 20,000 and 50,000 pages
  --labels    time the judgement of labels alone instead: 10,000 labels beside 5,000 pages
  --json      print figures as JSON
`;

const parts = ['load', 'parse', 'extract', 'index', 'rules', 'total'] as const;

/** Everything that was measured. */
interface Bench {
  tree: BenchTree;
  machine: { cores: number; node: string; load: number };
  /** Median milliseconds and pages a second of each part, in one process. */
  parts: Record<(typeof parts)[number], { ms: number; pagesPerSecond: number }>;
  /** Median processor time in seconds, and median peak memory in bytes, of that process. */
  processor: number;
  memory: number;
  /** Median processor time of a run that finds everything in its cache, and of one for which a page changed, as parts of that. */
  warm: Record<'nothing changed' | 'one page changed', number>;
  /** Whole processes, cold: median seconds, pages a second, and the median over rounds of its time divided by Waymark's. */
  processes: Record<string, { seconds: number; pagesPerSecond: number; timesWaymark: number }>;
}

const { pages, runs, topics, labels, json, help: wantsHelp } = parseArgs({
  options: {
    pages: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '3' },
    topics: { type: 'boolean', default: false },
    labels: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
}).values;

if (wantsHelp) {
  console.log(help);
} else if (topics) {
  const growth = benchTopics(Number(runs));
  console.log(json ? JSON.stringify(growth, null, 2) : formatTopics(growth));
} else if (labels) {
  const times = timeLabels(10_000, Number(pages));
  console.log(json ? JSON.stringify(times, null, 2) : `${times.references.toLocaleString('en')} references on ${times.pages.toLocaleString('en')} pages beside ${times.labels.toLocaleString('en')} labels: ${Math.round(times.ms)} ms of processor time`);
} else {
  const result = bench(Number(pages), Number(runs));
  console.log(json ? JSON.stringify(result, null, 2) : format(result));
}

function bench(count: number, rounds: number): Bench {
  const root = mkdtempSync(path.join(tmpdir(), 'waymark-bench-'));
  try {
    const load = loadavg()[0]!;
    const tree = writeTree(root, count);
    const measured = Array.from({ length: rounds }, () => measureParts(root));
    const processor = median(measured.map((each) => each.processor));
    const all = contenders();
    const times = Array.from({ length: rounds }, (_, turn) => runRound(all, root, turn));
    return {
      tree,
      machine: { cores: availableParallelism(), node: process.version, load },
      parts: Object.fromEntries(parts.map((part) => [part, pace(median(measured.map(({ timings }) => timings[part])), tree.pages)])) as Bench['parts'],
      processor,
      memory: median(measured.map(({ memory }) => memory)),
      warm: measureWarm(root, rounds, processor),
      processes: Object.fromEntries(all.map(({ name }) => [name, compare(name, times, tree.pages)])),
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The topics stage at several sizes. */
interface Growth {
  /** Medians over the rounds. */
  sizes: TopicsRun[];
  /** Processor time grows with the number of pages to the power of this, from the smallest size to the largest. */
  exponent: number;
}

function benchTopics(rounds: number): Growth {
  const root = mkdtempSync(path.join(tmpdir(), 'waymark-bench-'));
  try {
    writeTree(root, 1);
    const sizes = [1000, 5000, 20_000, 50_000].map((count) => medianRun(Array.from({ length: rounds }, () => runScript<TopicsRun>('topics.ts', String(count), root))));
    const [first, last] = [sizes[0]!, sizes.at(-1)!];
    return { sizes, exponent: Math.log(last.processor / first.processor) / Math.log(last.pages / first.pages) };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function medianRun(runs: TopicsRun[]): TopicsRun {
  const of = (key: keyof TopicsRun) => median(runs.map((run) => run[key]));
  return { pages: of('pages'), clusters: of('clusters'), ms: of('ms'), processor: of('processor'), memory: of('memory') };
}

function formatTopics({ sizes, exponent }: Growth): string {
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  const line = (...cells: string[]) => cells.map((cell) => cell.padStart(12)).join('');
  return [
    line('pages', 'ms', 'pages/s', 'processor', 'memory', 'topics'),
    ...sizes.map(({ pages, ms, processor, memory, clusters }) => line(whole(pages), whole(ms), whole((pages / ms) * 1000), `${processor.toFixed(2)} s`, `${whole(memory / 1e6)} MB`, whole(clusters))),
    '',
    `Processor time grows with pages to the power of ${exponent.toFixed(2)}.`,
  ].join('\n');
}

function measureParts(root: string, ...cache: string[]): Parts {
  return runScript<Parts>('parts.ts', root, ...cache);
}

/** Runs after one that kept what it read: with nothing changed, and with another sentence on one page each time. */
function measureWarm(root: string, rounds: number, cold: number): Bench['warm'] {
  const cache = mkdtempSync(path.join(tmpdir(), 'waymark-bench-cache-'));
  const page = path.join(root, readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).sort()[0]!);
  try {
    measureParts(root, cache);
    const same: number[] = [];
    const changed: number[] = [];
    for (let round = 0; round < rounds; round++) {
      same.push(measureParts(root, cache).processor);
      appendFileSync(page, `\nThis sentence is number ${round}.\n`);
      changed.push(measureParts(root, cache).processor);
    }
    return { 'nothing changed': median(same) / cold, 'one page changed': median(changed) / cold };
  } finally {
    rmSync(cache, { recursive: true });
  }
}

/** Runs a script of this folder's in a process of its own and reads what it prints. */
function runScript<Result>(script: string, ...args: string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'bench', script), ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`bench/${script} failed: ${stderr}`);
  return JSON.parse(stdout) as Result;
}

function pace(ms: number, count: number): { ms: number; pagesPerSecond: number } {
  return { ms, pagesPerSecond: (count / ms) * 1000 };
}

function compare(name: string, rounds: Round[], count: number): Bench['processes'][string] {
  const seconds = median(rounds.map((round) => round[name]!));
  return { seconds, pagesPerSecond: count / seconds, timesWaymark: median(rounds.map((round) => round[name]! / round['waymark']!)) };
}

function format({ tree, machine, parts: measured, processor, memory, warm, processes }: Bench): string {
  const row = (name: string, ...cells: string[]) => `  ${name.padEnd(20)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  return [
    `${whole(tree.pages)} pages (${tree.originals} real ones in ${tree.copies} sets, each with other words), ${(tree.bytes / 1e6).toFixed(1)} MB`,
    `${machine.cores} cores, Node ${machine.node}, load before ${machine.load.toFixed(1)}`,
    '',
    row('part', 'ms', 'pages/s'),
    ...parts.map((part) => row(part, whole(measured[part].ms), whole(measured[part].pagesPerSecond))),
    row('processor time', `${processor.toFixed(1)} s`),
    row('peak memory', `${whole(memory / 1e6)} MB`),
    ...Object.entries(warm).map(([what, part]) => row(what, `${whole(part * 100)} %`)),
    '',
    row('whole process', 'seconds', 'pages/s', '× waymark'),
    ...Object.entries(processes).map(([name, each]) => row(name, each.seconds.toFixed(2), whole(each.pagesPerSecond), each.timesWaymark.toFixed(2))),
  ].join('\n');
}
