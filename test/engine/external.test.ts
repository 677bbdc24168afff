import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { spawn } from 'node:child_process';
import { readConfig } from '../../src/engine/config.ts';
import { followExternal } from '../../src/engine/external/index.ts';
import { guardedLookup, isPrivateAddress } from '../../src/engine/external/private.ts';
import { lint, type Run } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

/** What was asked of a server, in its order. */
interface Server {
  url: string;
  asked: string[];
  /** Requests at a time, at most. */
  most: number;
}

type Answers = Record<string, (request: IncomingMessage, response: ServerResponse, time: number) => void>;

/** A real server on this machine. */
async function serve(answers: Answers): Promise<Server> {
  let open = 0;
  const server = createServer((request, response) => {
    const route = request.url!;
    told.asked.push(`${request.method} ${route}`);
    told.most = Math.max(told.most, ++open);
    response.on('close', () => open--);
    const time = told.asked.filter((each) => each.endsWith(` ${route}`)).length;
    const answer = answers[route];
    if (answer) answer(request, response, time);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const told: Server = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: [], most: 0 };
  return told;
}

const status = (code: number, headers: Record<string, string> = {}) => (_: IncomingMessage, response: ServerResponse) => void response.writeHead(code, headers).end();

interface Options {
  config?: string;
  cache?: string;
  today?: string;
  allowPrivate?: string[];
}

async function follow(text: string, { config = '{}', cache, today = '2027-01-31', allowPrivate = ['127.0.0.1'] }: Options = {}): Promise<Run> {
  const root = writeTree({ 'a.md': `# A\n\n${text}\n`, 'waymark.config.yaml': `rules: { link/external: ${config} }\n` });
  return lint({ root, today, config: readConfig(path.join(root, 'waymark.config.yaml')), follow: (site, own, day) => followExternal(site, own, { cache, allowPrivate, today: day }) });
}

/** `class status` of each finding on links to other sites, by the path of the address. */
function told({ findings, hints }: Run): Record<string, string> {
  const own = [...findings, ...hints].filter(({ rule }) => rule === 'link/external');
  return Object.fromEntries(own.map(({ subject, evidence, severity }) => [URL.parse(subject)!.pathname, `${evidence[0]!.class} ${severity}`]));
}

const atOnce = '{ quarantine: { failures: 1, days: 0 } }';
const proxies = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'];
const before = Object.fromEntries(proxies.map((name) => [name, process.env[name]]));
for (const name of proxies) delete process.env[name];
afterEach(() => {
  for (const name of proxies) if (before[name] !== undefined) process.env[name] = before[name];
});

describe('an answer', () => {
  test('tells what is there, what is gone, what fails and what lets no program in', async () => {
    const { url } = await serve({
      '/ok': status(200),
      '/moved': status(301, { location: '/ok' }),
      '/away': status(302, { location: '/nothing' }),
      '/closed': status(403),
      '/gone': status(410),
      '/broken': status(500),
      '/get-only': (request, response) => void response.writeHead(request.method === 'GET' ? 200 : 405).end(),
      '/round': status(302, { location: '/round' }),
      '/cut': (_, response) => response.destroy(),
    });
    const names = ['ok', 'moved', 'away', 'closed', 'gone', 'broken', 'get-only', 'round', 'cut', 'nothing'];
    const run = await follow(names.map((name) => `[${name}](${url}/${name})`).join(' '), { config: atOnce });
    expect(told(run)).toEqual({
      '/away': 'gone error',
      '/closed': 'blocked info',
      '/gone': 'gone error',
      '/broken': 'failing error',
      '/round': 'failing error',
      '/cut': 'failing error',
      '/nothing': 'gone error',
    });
    expect(run.findings.find(({ subject }) => subject.endsWith('/cut'))?.message).toContain('no answer came: the connection was cut');
  }, 30_000);

  test('is waited for no longer than the configuration allows', async () => {
    const { url } = await serve({ '/slow': (_, response) => void setTimeout(() => response.end(), 5000).unref() });
    const begun = performance.now();
    const { findings } = await follow(`[slow](${url}/slow)`, { config: '{ timeout: 0.2, quarantine: { failures: 1, days: 0 } }' });
    expect(findings[0]?.message).toContain('its host does not answer in time');
    expect(performance.now() - begun).toBeLessThan(8000);
  }, 20_000);

  test('may be an error, a warning or nothing, by its status', async () => {
    const { url } = await serve({ '/closed': status(403), '/broken': status(503), '/gone': status(404) });
    const links = ['closed', 'broken', 'gone'].map((name) => `![${name}](${url}/${name})`).join(' ');
    expect(told(await follow(links, { config: '{ status: { 403: warn, 5xx: ok, 404: error } }' }))).toEqual({ '/closed': 'policy warning', '/gone': 'quarantined info' });
  }, 30_000);

  test('is silenced in place, with a reason', async () => {
    const { url } = await serve({});
    const run = await follow(`<!-- waymark-disable-next-line link/external -- they rebuild their site -->\n[x](${url}/x)`, { config: atOnce });
    expect(run.findings).toEqual([]);
    expect(run.silenced.map(({ reason }) => reason)).toEqual(['they rebuild their site']);
  });
});

describe('a host', () => {
  test('that asks for a pause gets it, and nothing else is asked of it meanwhile', async () => {
    const times: number[] = [];
    const { url, asked } = await serve({
      '/a': (_, response, time) => {
        times.push(performance.now());
        response.writeHead(time === 1 ? 429 : 200, { 'retry-after': '1' }).end();
      },
      '/b': status(200),
      '/c': status(200),
    });
    expect(told(await follow(`[a](${url}/a) [b](${url}/b) [c](${url}/c)`, { config: '{ perHost: 1 }' }))).toEqual({});
    expect(asked[0]).toBe('HEAD /a');
    expect(times[1]! - times[0]!).toBeGreaterThan(1000);
  }, 20_000);

  test('that asks for an hour is left alone, and what its links lead to stays open', async () => {
    const { url, asked } = await serve({ '/a': status(429, { 'retry-after': '3600' }) });
    expect(told(await follow(`[a](${url}/a) [b](${url}/b)`, { config: '{ perHost: 1 }' }))).toEqual({ '/a': 'blocked info', '/b': 'blocked info' });
    expect(asked.filter((each) => each.endsWith('/b'))).toEqual([]);
  });

  test('is asked for no more at a time than the configuration allows, beside others', async () => {
    const links = (url: string) => Array.from({ length: 12 }, (_, index) => `[x](${url}/${index})`).join(' ');
    const slow = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`/${index}`, (_: IncomingMessage, response: ServerResponse) => void setTimeout(() => response.end(), 20)]));
    const [one, other] = [await serve(slow), await serve(slow)];
    await follow(`${links(one.url)} ${links(other.url)}`, { config: '{ perHost: 3 }' });
    expect([one.most, other.most]).toEqual([3, 3]);
  });

  test('that gives no answer is not asked for every one of its pages', async () => {
    const { url, asked } = await serve(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`/${index}`, (_: IncomingMessage, response: ServerResponse) => void response.destroy()])));
    const run = await follow(Array.from({ length: 40 }, (_, index) => `[x](${url}/${index})`).join(' '), { config: '{ perHost: 1, quarantine: { failures: 1, days: 0 } }' });
    expect(Object.keys(told(run))).toHaveLength(40);
    expect(new Set(asked.map((each) => each.split(' ')[1])).size).toBeLessThan(6);
  }, 30_000);

  test('with a private address is asked nothing, neither by number, nor by name, nor through another', async () => {
    const inner = await serve({ '/': status(200) });
    const port = new URL(inner.url).port;
    const outer = await serve({ '/leads-in': status(302, { location: `http://127.0.0.2:${port}/` }) });
    const run = await follow(`[n](${inner.url}/) [h](http://0x7f.1:${port}/)`, { allowPrivate: [] });
    expect(run.notices[0]).toBe('Links to other sites: 0 followed.');
    expect(run.notices[1]).toContain('One leads to a private address and was not followed');
    const led = await follow(`[r](${outer.url}/leads-in) [x](http://[::1]:${port}/)`);
    expect(led.notices[1]).toContain('2 lead to private addresses and were not followed');
    expect(inner.asked).toEqual([]);
  });
});

test.each([
  ['127.0.0.1', true], ['10.2.3.4', true], ['169.254.169.254', true], ['[::1]', true], ['::ffff:192.168.0.1', true], ['[fd00::1]', true],
  ['93.184.216.34', false], ['[2606:4700::1]', false], ['localhost', false],
])('%s is private: %s', (address, expected) => expect(isPrivateAddress(address)).toBe(expected));

describe('a later run', () => {
  test('asks again only for what failed, and for what led somewhere long ago', async () => {
    const cache = path.join(writeTree({}), 'cache');
    const { url, asked } = await serve({ '/ok': status(200) });
    const text = `[ok](${url}/ok) [gone](${url}/gone)`;
    await follow(text, { cache });
    asked.length = 0;
    const second = await follow(text, { cache, today: '2027-02-03' });
    expect(asked).toEqual(['HEAD /gone', 'GET /gone']);
    expect(second.notices[0]).toBe('Links to other sites: 1 followed, 1 known from an earlier run.');
    asked.length = 0;
    await follow(text, { cache, today: '2027-02-07' });
    expect(asked).toContain('HEAD /ok');
  });

  test('fails on a link that has failed often and long enough, and not before', async () => {
    const cache = path.join(writeTree({}), 'cache');
    let up = false;
    const { url } = await serve({ '/x': (_, response) => void response.writeHead(up ? 200 : 404).end() });
    const on = async (today: string) => told(await follow(`[x](${url}/x)`, { cache, today, config: '{ quarantine: { failures: 3, days: 4 }, maxAge: 0 }' }))['/x'];
    expect(await on('2027-01-01')).toBe('quarantined info');
    expect(await on('2027-01-02')).toBe('quarantined info');
    expect(await on('2027-01-03')).toBe('quarantined info');
    expect(await on('2027-01-05')).toBe('gone error');
    up = true;
    expect(await on('2027-01-06')).toBeUndefined();
    up = false;
    expect(await on('2027-01-20')).toBe('quarantined info');
  }, 20_000);
});

test('only a run that was asked to touches the network', async () => {
  const { url, asked } = await serve({ '/x': status(404) });
  const root = writeTree({ 'a.md': `# A\n\n<!-- waymark-disable-next-line link/external -- it comes and goes -->\n[x](${url}/x)\n`, 'waymark.config.yaml': 'rules: { link/external: { quarantine: { failures: 1, days: 0 } } }\n' });
  const run = async (...more: string[]): Promise<{ code: number | null; output: string }> => {
    const child = spawn(process.execPath, ['bin/waymark.mjs', 'lint', root, '--no-cache', '--format', 'agent', ...more]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
    return { code: await new Promise((resolve) => child.once('exit', resolve)), output };
  };
  // What nobody followed makes no suppression needless.
  expect(await run()).toEqual({ code: 0, output: 'Nothing found on 1 page.\n' });
  expect(asked).toEqual([]);
  expect((await run('--external', '--allow-private', '127.0.0.1')).code).toBe(0);
  expect(asked).toContain('GET /x');
});

test('a name that leads to a private address is refused at the connection, unless it is allowed', async () => {
  const look = (allowed: string[]) => new Promise((resolve) => guardedLookup(new Set(allowed))('localhost', { family: 4 }, (error, address) => resolve(error?.message ?? address)));
  expect(await look([])).toBe('localhost is a private address');
  expect(await look(['localhost'])).toBe('127.0.0.1');
});
