import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMapFile } from '../../../src/product/map-file.ts';
import { crawl, type OpenPage } from '../../../src/product/crawl/index.ts';
import { routeOf } from '../../../src/product/crawl/routes.ts';
import { isHarmless } from '../../../src/product/crawl/safety.ts';
import { readSnapshot } from '../../../src/product/crawl/snapshot.ts';
import { lint } from '../../../src/engine/run.ts';
import { ui } from '../../cli/ui.ts';
import { writeTree } from '../../content/tree.ts';
import { serveFolder, servePages } from './interface.ts';

test('an accessibility tree is read with roles, names and addresses', () => {
  const tree = readSnapshot('- navigation:\n  - list:\n    - listitem:\n      - \'link "Link: \\"one\\""\':\n        - /url: "#/one"\n- text: Prose\n- heading "Hello" [level=1]\n- group: More\n');
  expect(tree).toMatchObject([{ role: 'navigation', children: [{ role: 'list', children: [{ role: 'listitem', children: [{ role: 'link', name: 'Link: "one"', url: '#/one' }] }] }] }, { role: 'heading', name: 'Hello' }, { role: 'group', name: '' }]);
});

test.each([
  ['https://a.example/', '/'],
  ['https://a.example/app/#/', '/app'],
  ['https://a.example/app/#/teams/42?tab=1', '/app/#/teams/:id'],
  ['https://a.example/m/0f8fad5b-d9cb-469f-a165-70867728950e/edit?x=1#top', '/m/:id/edit'],
  ['https://a.example/clx8k2p9w0001', '/:id'],
  ['https://a.example/settings/api-keys/', '/settings/api-keys'],
])('the route of %s is %s', (address, route) => {
  expect(routeOf(address)).toBe(route);
});

test.each([
  ['Settings', '/settings', true],
  ['Team members', '/members?sort=name', true],
  ['Log out', '/logout', false],
  ['Go', '/items/3/delete', false],
  ['Delete project', '/projects/settings', false],
  ['Konto löschen', '/konto', false],
  ['删除', '/x', false],
])('whether “%s” at %s may be followed: %s', (name, address, expected) => {
  expect(isHarmless(name, address)).toBe(expected);
});

describe('a crawl', () => {
  /** An interface of pages with links, by route. */
  const pagesOf = (links: Record<string, string[]>) => async (address: string): Promise<OpenPage | null> => {
    const { pathname } = new URL(address);
    return pathname in links ? { address, title: pathname, opened: [], tree: links[pathname]!.map((url) => ({ role: 'link', name: `To ${url}`, url, children: [] })) } : null;
  };
  const bounds = { pages: 10, depth: 3, time: 10_000 };
  const routes = async (links: Record<string, string[]>, more = {}) => {
    const { screens, cutOff } = await crawl('http://a.example/', 'a', { ...bounds, ...more }, pagesOf(links));
    return [...screens.map(({ route }) => route), ...(cutOff === '' ? [] : [cutOff])];
  };

  test('follows links inside its origin, each screen once', async () => {
    expect(await routes({ '/': ['/b', 'http://a.example/b', 'https://b.example/c', 'mailto:a@a.example', '#part', '/file.pdf', '/logout'], '/b': ['/', '/items/1', '/items/2'], '/items/1': [], '/items/2': [] })).toEqual(['/', '/b', '/items/:id']);
  });

  test('asks for the screens that an earlier crawl saw, and takes for gone what has no screen of its own', async () => {
    const earlier = ['/b', '/hidden', '/gone', '/moved', '/items/:id'].map((route) => ({ route, title: route, path: [route] }));
    const screen = (address: string, name: string): OpenPage => ({ address, title: name, opened: [], tree: [{ role: 'heading', name, url: '', children: [] }] });
    const open = async (address: string): Promise<OpenPage | null> => {
      const { pathname, origin } = new URL(address);
      if (pathname === '/moved') return screen(`${origin}/b`, 'B');
      return screen(address, ['/', '/b', '/hidden'].includes(pathname) ? pathname : 'Nothing here');
    };
    const { screens } = await crawl('http://a.example/', 'a', { ...bounds, earlier }, open);
    expect(screens.map(({ route, path: way }) => [route, ...way])).toEqual([['/'], ['/b', '/b'], ['/hidden', '/hidden']]);
  });

  test('ends at its bounds, and says so', async () => {
    const chain = Object.fromEntries(Array.from('abcdefgh', (name, index) => [index === 0 ? '/' : `/${name}`, [`/${'abcdefgh'[index + 1]}`]]));
    expect(await routes(chain, { depth: 1 })).toEqual(['/', '/b']);
    expect(await routes(chain, { pages: 2 })).toEqual(['/', '/b', 'pages']);
    expect(await routes(chain, { time: -1 })).toEqual(['time']);
  });
});

describe('in Chromium', () => {
  // Starting a browser takes seconds on a busy machine.
  const slow = { timeout: 240_000 };
  const tree = (files: Record<string, string> = {}) => writeTree({ 'waymark.config.yaml': '', ...files });
  const crawlTo = (root: string, address: string, ...more: string[]) => ui('crawl', address, '--config', path.join(root, 'waymark.config.yaml'), ...more);
  const mapIn = (root: string) => parseMapFile('ui-map.json', readFileSync(path.join(root, 'product/ui-map.json')));

  test('the interface of the example before and after a rename', slow, async () => {
    const { address, requests } = await serveFolder('examples/postwing');
    const root = tree({ 'content/tracking.md': '# Tracking\n\n1. Go to **Settings > Tracking preferences**.\n2. Click **Subscription & invoices**.\n' });
    expect(await crawlTo(root, `${address}/app/?version=2025-09-01`, '--language', 'en')).toMatchObject({ status: 0, stdout: expect.stringContaining('11 screens.') });
    const [before] = mapIn(root).sources;
    expect(before!.screens).toContainEqual({ route: '/app/#/settings/tracking', title: 'Tracking preferences', path: ['Settings', 'Tracking preferences'] });
    expect(before!.labels).toContainEqual(expect.objectContaining({ text: 'Track clicks', role: 'switch', places: [{ route: '/app/#/settings/tracking', path: ['Settings', 'Tracking preferences'] }] }));
    expect(before!.labels).toContainEqual(expect.objectContaining({ text: 'Filter by status', places: [{ route: '/app/#/reports', path: ['Reports', 'Clicks'] }] }));
    expect(before!.labels).toContainEqual(expect.objectContaining({ text: 'Email address', role: 'field', places: [{ route: '/app/#/settings/team', path: ['Settings', 'Team members', 'Invite member'] }] }));
    expect((await lint({ root })).findings).toEqual([]);

    await crawlTo(root, `${address}/app/`, '--language', 'en');
    const [after] = mapIn(root).sources;
    const renamed = after!.past.map(({ text, renamedTo, renamedBy }) => `${text} → ${renamedTo} by ${renamedBy}`);
    expect(renamed).toContain('Tracking preferences → Link tracking by key');
    expect(renamed).toContain('Subscription & invoices → Billing & plans by key');
    const { findings } = await lint({ root });
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['ui/renamed', expect.stringContaining('“Tracking preferences” is called “Link tracking”')],
      ['ui/renamed', expect.stringContaining('“Subscription & invoices” is called “Billing & plans”')],
    ]);
    // No form was submitted, and nobody logged out.
    expect(requests.filter((request) => !/^GET \/(?:app|catalogue)\//.test(request) && request !== 'GET /favicon.ico')).toEqual([]);
  });

  test('submits nothing, deletes nothing, and waits for no page that never rests', slow, async () => {
    const { address, requests } = await servePages({
      '/': `<h1>Start</h1><form method="post" action="/saved"><button aria-haspopup="menu">Save all</button></form>
        <button aria-haspopup="menu" onclick="fetch('/wipe', { method: 'DELETE' }); this.nextSibling.hidden = false">Tools</button><menu hidden><button>Inside</button></menu>
        <button aria-haspopup="dialog" onclick="fetch('/gone')">Delete project</button><a href="/restless">Restless</a><a href="/items/delete">Go</a>`,
      '/restless': `<h1>Restless</h1><p role="status"></p><script>setInterval(() => (document.querySelector('h1').textContent = String(Math.random())), 20); fetch('/slow')</script>`,
      '/slow': () => {},
    });
    const root = tree();
    const began = Date.now();
    expect((await crawlTo(root, address)).stderr).toBe('');
    expect(Date.now() - began).toBeLessThan(50_000);
    expect(mapIn(root).sources[0]!.labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['Start', 'Tools', 'Inside', 'Delete project', 'Restless', 'Go']));
    expect(requests.filter((request) => request !== 'GET /favicon.ico')).toEqual(['GET /', 'GET /restless', 'GET /slow']);
  });

  test('what cannot be crawled is said, and the old map stays', slow, async () => {
    const away = await servePages({ '/': '<h1>Elsewhere</h1>' });
    const { address } = await servePages({
      '/away': (response) => {
        response.writeHead(302, { location: away.address });
        response.end();
      },
      '/login': '<h1>Log in</h1><form><input name="name"><input type="password"></form>',
      '/empty': '<canvas></canvas>',
    });
    const old = '{ "version": 1, "external": [], "sources": [] }';
    const root = tree({ 'product/ui-map.json': old });
    const told = async (url: string) => {
      const { status, stderr } = await crawlTo(root, url);
      expect(status).toBe(2);
      expect(readFileSync(path.join(root, 'product/ui-map.json'), 'utf8')).toBe(old);
      return stderr;
    };
    expect(await told('http://127.0.0.1:9/')).toMatch(/^Cannot open http:\/\/127\.0\.0\.1:9\/: .*Start the product/);
    expect(await told(`${address}/gone`)).toMatch(/answers with the status 404/);
    expect(await told(`${address}/away`)).toMatch(/leads to http:\/\/127\.0\.0\.1:\d+\..*--login/);
    expect(await told(`${address}/login`)).toMatch(/asks for a login\. Store a login state with .*--save-storage/);
    expect(await told(`${address}/empty`)).toMatch(/shows no control with a name/);
    expect(await told('app.example')).toMatch(/is no address/);
    expect(existsSync(path.join(root, 'product/ui-map.json.new'))).toBe(false);
  });
});
