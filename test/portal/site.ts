import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openIndex } from '../../src/search/files.ts';
import type { SearchEntry } from '../../src/search/types.ts';
import { entriesOf } from '../search/entries.ts';

/** The portal as `astro build` left it. */
export const builtPortal = path.resolve(import.meta.dirname, '../../build');

/** One second of axe on an idle machine is half a minute on a busy one. */
export const AXE_TIMEOUT_MS = 120_000;

/** A built site, served on this machine and opened in Chromium. */
export interface OpenSite {
  address: string;
  /** A page that remembers nothing of earlier tests; it is theirs once more, since each new one starts processes. */
  open(route: string, look?: Look): Promise<Page>;
  /** What pages sent to the service, which takes everything. */
  received: { path: string; message: unknown }[];
  close(): Promise<void>;
}

interface Look {
  /** In CSS pixels; 1,280 when left out. */
  width?: number;
  /** Light when left out. */
  scheme?: 'light' | 'dark';
  /** Whether scripts run; they do when left out. */
  script?: boolean;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Serves a folder under a base, and starts Chromium. */
export async function openSite(folder: string, base = ''): Promise<OpenSite> {
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`${folder} holds no site. Run “npx astro build” first.`);
  const received: OpenSite['received'] = [];
  const server = await serve(folder, base, received);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags });
  const pages = new Map<string, Page>();
  return {
    address,
    received,
    async open(route, { width = 1280, scheme = 'light', script = true } = {}) {
      const look = `${width} ${scheme} ${script}`;
      const known = pages.get(look);
      const page = known ?? (await newPage(browser, { width, scheme, script }));
      pages.set(look, page);
      if (known) await forget(page, address);
      await page.goto(address + route);
      received.length = 0;
      // The search answers to keys once its button can be used.
      if (script && (await page.locator('waymark-search').count()) > 0) await page.locator('waymark-search button.open:enabled').first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function newPage(browser: Browser, { width, scheme, script }: Required<Look>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: 'reduce', javaScriptEnabled: script });
  return context.newPage();
}

/** Takes from a page what an earlier test, or its reader, left there. */
async function forget(page: Page, address: string): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll();
  // A file without scripts: what the last page had begun cannot write any more.
  await page.goto(`${address}/llms.txt`);
  await page.evaluate('sessionStorage.clear(); localStorage.clear();');
}

function serve(folder: string, base: string, received: OpenSite['received']): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      const message = await json(request);
      // A page that is left before its answer came sends once more; the service knows the message by its id, as here.
      if (!received.some((earlier) => isDeepStrictEqual(earlier.message, message))) received.push({ path: request.url ?? '', message });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname === base || pathname.startsWith(`${base}/`) ? decodeURI(pathname.slice(base.length)) : '/404.html';
    let file = path.join(folder, inside);
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
    const found = existsSync(file) && inside !== '/404.html';
    if (!found) file = path.join(folder, '404.html');
    response.writeHead(found ? 200 : 404, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** What the search index that a build left in a site's folder says of each page. */
export async function readEntries(folder: string): Promise<SearchEntry[]> {
  const read = async (name: string) => readFileSync(path.join(folder, 'waymark/search', name));
  return entriesOf(await openIndex(await read('index.bin'), read));
}

/** What axe finds wrong with a page, or a part of it, each as one line: the rule and the first element. */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // The pages have no frames, so axe needs no second page to put their results together.
    .setLegacyMode()
    // Expressive Code makes every code block that scrolls a region, and gives it no name.
    .options({ resultTypes: ['violations'], rules: { 'landmark-unique': { enabled: false } } })
    .include(part)
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
