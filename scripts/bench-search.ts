// Times the portal's search in a real browser, beside three others over the same pages: `npm run bench:search -- --help`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { openSite } from '../src/engine/run.ts';
import { measureSearch, type KnownQuery } from '../src/search/check.ts';
import { writeEngines, type Engine } from './bench/search-engines.ts';
import { writeTree } from './bench/tree.ts';
import { readCorpora } from './evaluate/corpora.ts';
import { labelsOf } from './evaluate/labels.ts';

const help = `npm run bench:search -- [options]

  --corpora DIR  folder of labelled trees (default ../shared/corpora); those with queries are searched
  --pages N      pages of the large tree, at least (default 5000); it is for times and bytes, not for ranks
  --json         print figures as JSON
`;

/** How an engine did on one tree. */
interface Figures {
  /** What the browser had received, programs included and compressed, when the first result stood. */
  bytesToFirst: number;
  /** Milliseconds of a query, the first of all left out. */
  p50: number;
  p95: number;
  /** Only where the tree's own queries were asked. */
  mrr?: number;
  mrrTypo?: number;
  success1?: number;
  success1Typo?: number;
}

/** Of the files that go out compressed. */
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

const { corpora, pages, json, help: wantsHelp } = parseArgs({
  options: {
    corpora: { type: 'string', default: path.resolve(import.meta.dirname, '../../shared/corpora') },
    pages: { type: 'string', default: '5000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
}).values;

if (wantsHelp) console.log(help);
else await bench();

async function bench(): Promise<void> {
  const figures: Record<string, Record<string, Figures>> = {};
  const asked: { typed: KnownQuery[]; slipped: KnownQuery[] } = { typed: [], slipped: [] };
  for (const { name, root, labels, config } of readCorpora(corpora, true)) {
    const sure = labelsOf('query', labels).filter(({ unsure }) => !unsure);
    if (sure.length === 0) continue;
    const queries = { typed: sure, slipped: sure.flatMap(({ typo, ...each }) => (typo === undefined ? [] : [{ ...each, query: typo }])) };
    asked.typed.push(...queries.typed);
    asked.slipped.push(...queries.slipped);
    const { site } = await openSite({ root, config });
    figures[`${name}, ${site.pages.length} pages`] = await measureTree(site.pages, queries, true);
  }
  await withFolder(async (root) => {
    writeTree(root, Number(pages));
    const { site } = await openSite({ root });
    figures[`${site.pages.length} pages`] = await measureTree(site.pages, asked, false);
  });
  console.log(json ? JSON.stringify(figures, null, 2) : format(figures));
}

async function measureTree(tree: Parameters<typeof writeEngines>[1], queries: { typed: KnownQuery[]; slipped: KnownQuery[] }, ranks: boolean): Promise<Record<string, Figures>> {
  return withFolder(async (folder) => {
    const engines = await writeEngines(folder, tree);
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const figures: Record<string, Figures> = {};
      for (const engine of engines) figures[engine.name] = await measureEngine(browser, folder, engine, queries, ranks);
      return figures;
    } finally {
      await browser.close();
    }
  });
}

async function measureEngine(browser: Browser, folder: string, engine: Engine, { typed, slipped }: { typed: KnownQuery[]; slipped: KnownQuery[] }, ranks: boolean): Promise<Figures> {
  mkdirSync(path.join(folder, engine.name), { recursive: true });
  writeFileSync(path.join(folder, `${engine.name}-client.js`), engine.client);
  const { server, received } = await serve(folder, `<!doctype html><title>Bench</title><script type="module">
    import start from '/${engine.name}-client.js';
    window.ask = await start();
  </script>`);
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('window.ask');
    const times: number[] = [];
    const ask = async (query: string) => {
      const { found, ms } = (await page.evaluate(`(async () => { const begun = performance.now(); const found = await ask(${JSON.stringify(query)}); return { found, ms: performance.now() - begun }; })()`)) as { found: string[]; ms: number };
      times.push(ms);
      return { results: found.map((address) => ({ address, title: [], description: [], headings: [], score: 1 })), corrections: [], facets: {} };
    };
    await ask(typed[0]!.query);
    const bytesToFirst = received.bytes;
    times.length = 0;
    const asTyped = await inTurn(typed, ask);
    const withSlips = await inTurn(slipped, ask);
    times.sort((a, b) => a - b);
    return {
      bytesToFirst,
      p50: times[Math.floor(times.length * 0.5)]!,
      p95: times[Math.floor(times.length * 0.95)]!,
      ...(ranks ? { mrr: asTyped.mrr, mrrTypo: withSlips.mrr, success1: asTyped.success1, success1Typo: withSlips.success1 } : {}),
    };
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Asks one query after the other, as a reader does: side by side they would wait for each other. */
async function inTurn(queries: KnownQuery[], ask: Parameters<typeof measureSearch>[0]) {
  const answers = new Map<string, Awaited<ReturnType<typeof ask>>>();
  for (const { query } of queries) answers.set(query, await ask(query));
  return measureSearch(async (query) => answers.get(query)!, queries);
}

/** Serves a folder, texts compressed, and counts what it sends. */
function serve(folder: string, home: string): Promise<{ server: Server; received: { bytes: number } }> {
  const received = { bytes: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, decodeURIComponent(pathname));
    const isFile = pathname !== '/' && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
    if (pathname !== '/' && !isFile) {
      response.writeHead(404).end();
      return;
    }
    const bytes = isFile ? readFileSync(file) : Buffer.from(home);
    const type = isFile ? types[path.extname(file)] : 'text/html';
    const body = type ? gzipSync(bytes) : bytes;
    received.bytes += body.length;
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...(type ? { 'content-encoding': 'gzip' } : {}) }).end(body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ server, received })));
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-bench-search-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function format(figures: Record<string, Record<string, Figures>>): string {
  const row = (name: string, ...cells: string[]) => `  ${name.padEnd(14)}${cells.map((cell) => cell.padStart(12)).join('')}`;
  const share = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2));
  return Object.entries(figures)
    .map(([tree, engines]) =>
      [
        tree,
        row('', 'kB to first', 'p50 ms', 'p95 ms', 'MRR', 'with slips', 'success@1', 'with slips'),
        ...Object.entries(engines).map(([name, each]) =>
          row(name, String(Math.round(each.bytesToFirst / 1000)), each.p50.toFixed(1), each.p95.toFixed(1), share(each.mrr), share(each.mrrTypo), share(each.success1), share(each.success1Typo)),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
