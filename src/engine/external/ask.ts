import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LinkChecker, type LinkResult } from 'linkinator';
import { pausedCode, type Pauses } from './connections.ts';
import { isPrivateAddress, refusedCode } from './private.ts';

/** What one request gave: a status, or 0 and why none came. `refused`: the address is private, and nothing was sent to it. */
export interface Answer {
  status: number;
  error: string;
  refused: boolean;
}

export interface AskOptions {
  /** Milliseconds that a server has to answer. */
  timeout: number;
  /** Requests to the host at a time. */
  atOnce: number;
  /** Hosts that may be private. */
  allowed: ReadonlySet<string>;
  pauses: Pauses;
}

/** Times that an address is asked for before a passing fault counts as its answer. */
const mostTries = 3;
/** Milliseconds; who asks to be left alone for longer is, and its links stay unknown. */
const longestPause = 60_000;
/** Milliseconds before what may be a passing fault is asked for again; twice as long each time. */
const firstWait = 1000;
/** Addresses of a host that get no answer at all, none before having had one, after which it counts as down. */
const silentTries = 3;

/** Follows links to one host: what may be a passing fault is asked for again, and a pause that the host asks for is kept. */
export async function askHost(host: string, addresses: readonly string[], options: AskOptions): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  let left = addresses;
  for (let tries = 0; tries < mostTries && left.length > 0; tries++) {
    if (tries > 0) await wait(Math.max(options.pauses.left(host), firstWait * 2 ** (tries - 1)));
    for (const [address, answer] of await askOnce(host, left, options)) answers.set(address, answer);
    left = left.filter((address) => mayPass(answers.get(address)));
    if (options.pauses.left(host) > longestPause) break;
  }
  // The host asked to be left alone before these had their turn.
  for (const address of left) if (!answers.has(address)) answers.set(address, { status: 429, error: '', refused: false });
  return answers;
}

/** An address that had no turn, or whose answer may be another later. */
function mayPass(answer: Answer | undefined): boolean {
  return answer === undefined || (!answer.refused && (answer.status === 0 || answer.status === 429 || (answer.status >= 500 && answer.status < 600)));
}

/** One request for each address, by a page of links that linkinator reads and checks. */
async function askOnce(host: string, addresses: readonly string[], { timeout, atOnce, allowed, pauses }: AskOptions): Promise<Map<string, Answer>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-links-'));
  // Nobody else can name this page, so no link may lead to the server that shows it.
  const page = `${path.basename(folder)}.html`;
  const answers = new Map<string, Answer>();
  let silent = 0;
  const isLeftAlone = () => silent >= silentTries || pauses.left(host) > 0;
  const checker = new LinkChecker();
  checker.on('link', ({ url, status, failureDetails = [] }: LinkResult) => {
    if (url.endsWith(page)) return;
    // Skipped: because its address is private, if not because the host is left alone.
    if (status === undefined && !isLeftAlone()) answers.set(url, refusal);
    if (status === undefined) return;
    const answer = status > 0 ? { status, error: '', refused: false } : noAnswer(failureDetails.find((each) => each instanceof Error));
    if (answer) answers.set(url, answer);
    silent = status === 0 ? silent + 1 : Number.NEGATIVE_INFINITY;
  });
  try {
    writeFileSync(path.join(folder, page), addresses.map((address) => `<a href="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">.</a>\n`).join(''));
    await checker.check({
      path: page,
      serverRoot: folder,
      concurrency: atOnce,
      timeout,
      headers: { 'User-Agent': 'Mozilla/5.0 (compatible; Waymark; checks links of documentation)' },
      // Asked before each request and each redirect.
      linksToSkip: (url) => Promise.resolve(!url.endsWith(page) && (isRefused(url, allowed) || isLeftAlone())),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (silent >= silentTries) for (const address of addresses) if (!answers.has(address)) answers.set(address, { status: 0, error: 'its host gives no answer', refused: false });
  return answers;
}

const refusal: Answer = { status: 0, error: '', refused: true };

/** Whether an address names a private host by its number; names are looked up when a connection is made. */
function isRefused(address: string, allowed: ReadonlySet<string>): boolean {
  const { hostname } = new URL(address);
  return isPrivateAddress(hostname) && !allowed.has(hostname);
}

/** Why no answer came, from an error of the request or from what caused it; null where the request had no turn. */
function noAnswer(error: Error | undefined): Answer | null {
  const { code = '', name, message } = (error?.cause instanceof Error ? error.cause : (error ?? new Error('it was cut short'))) as Error & { code?: string };
  if (code === pausedCode) return null;
  if (code === refusedCode) return refusal;
  return { status: 0, error: reasons[code] ?? reasons[name] ?? message, refused: false };
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of its host cannot be looked up at present',
  ECONNREFUSED: 'its host refuses connections',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'its host does not answer in time',
  TimeoutError: 'its host does not answer in time',
  CERT_HAS_EXPIRED: 'the certificate of its host has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
};
