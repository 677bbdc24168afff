import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { fileErrorText, UsageError } from '../../content/errors.ts';
import { crawl, type Bounds, type Crawled, type OpenPage } from './index.ts';
import { isHarmless } from './safety.ts';
import { readSnapshot } from './snapshot.ts';

/** Milliseconds until a page must have answered. */
const ANSWER_MS = 15_000;
/** Milliseconds after which a page that never comes to rest is taken as it is. */
const REST_MS = 5_000;
const LOOK_MS = 250;
/** Milliseconds between two pages: nobody's server should notice a crawl. */
const PAUSE_MS = 150;
/** Menus and tabs to open on one page. */
const MOST_OPENED = 20;

export interface CrawlOptions extends Bounds {
  /** File of a login state that Playwright stored. */
  login?: string;
  /** Name of the source that the labels belong to. */
  name: string;
}

/**
 * Crawls a live interface in Chromium. Links are followed, and menus and tabs opened, inside one origin; no form is
 * submitted, nothing is clicked that takes something away, and what is asked for with anything but GET after a click is
 * not sent.
 * @throws {UsageError} where there is no browser, or the interface cannot be seen: down, elsewhere, or behind a login
 */
export async function crawlInterface(start: string, { login, name, ...bounds }: CrawlOptions): Promise<Crawled> {
  if (login !== undefined && !existsSync(login)) throw new UsageError(`Cannot read ${login}: there is no such file. Store a login state with: npx playwright open --save-storage=${login} ${start}`);
  const browser = await launch();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', ...(login === undefined ? {} : { storageState: login }) });
    const page = await context.newPage();
    page.setDefaultTimeout(ANSWER_MS);
    const guard = { closed: false };
    await context.route('**/*', async (route) => {
      const request = route.request();
      const reads = ['GET', 'HEAD', 'OPTIONS'].includes(request.method());
      await (reads || (!guard.closed && !request.isNavigationRequest()) ? route.continue() : route.abort());
    });
    page.on('dialog', (dialog) => void dialog.dismiss());
    const first = await openStart(page, start, login !== undefined);
    const crawled = await crawl(first, name, bounds, async (address) => {
      await page.waitForTimeout(PAUSE_MS);
      guard.closed = false;
      return openPage(page, address, new URL(first).origin, guard, bounds.language);
    });
    if (crawled.labels.length === 0) throw new UsageError(`${start} shows no control with a name. If it is drawn on a canvas, no crawl can read it.`);
    return crawled;
  } finally {
    await browser.close();
  }
}

/** Chromium where it usually is, else the browser that Playwright installed. */
async function launch(): Promise<Browser> {
  const { chromium } = await import('playwright-core').catch(() => {
    throw new UsageError('Crawling needs Playwright, which is not installed. Run "npm install --save-dev playwright-core".');
  });
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  // Chromium refuses its sandbox to the super-user, as whom containers run.
  const args = ['--disable-gpu', '--disable-quic', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  try {
    return await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
  } catch (error) {
    throw new UsageError(`No browser could be started (${firstLine(error)}). Set CHROMIUM_PATH to a Chromium, or run "npx playwright-core install chromium".`);
  }
}

/** Opens the first page, and gives its address; a crawl that cannot begin says why. */
async function openStart(page: Page, start: string, hasLogin: boolean): Promise<string> {
  let status: number;
  try {
    status = (await page.goto(start, { waitUntil: 'domcontentloaded', timeout: ANSWER_MS }))?.status() ?? 200;
  } catch (error) {
    throw new UsageError(`Cannot open ${start}: ${firstLine(error).replace(/^page\.goto: /, '').replace(` at ${start}`, '')}. Start the product, and name the address where it answers.`);
  }
  if (status >= 400) throw new UsageError(`${start} answers with the status ${status}. Name an address that a reader may open.`);
  await rest(page);
  const address = page.url();
  if (new URL(address).origin !== new URL(start).origin) throw new UsageError(`${start} leads to ${new URL(address).origin}. Name that address if it is the product; if it is a login, give a login state with --login.`);
  if ((await page.locator('input[type=password]:visible').count()) > 0) {
    const store = `npx playwright open --save-storage=login.json ${start}`;
    throw new UsageError(hasLogin ? `${start} asks for a login, so the login state has run out. Store a new one with: ${store}` : `${start} asks for a login. Store a login state with "${store}" and give it with --login login.json.`);
  }
  return address;
}

async function openPage(page: Page, address: string, origin: string, guard: { closed: boolean }, language: string | undefined): Promise<OpenPage | null> {
  try {
    if (page.url() !== address) {
      const response = await page.goto(address, { waitUntil: 'domcontentloaded', timeout: ANSWER_MS });
      if ((response?.status() ?? 200) >= 400) return null;
    }
    await rest(page);
    const at = page.url();
    if (new URL(at).origin !== origin) return null;
    const tree = readSnapshot(await snapshotOf(page));
    guard.closed = true;
    return { address: at, title: await page.title(), tree, opened: await openMenus(page, language) };
  } catch (error) {
    // A page that does not answer is left out; the others still count.
    if (error instanceof Error && /Timeout|net::|interrupted|Execution context/.test(error.message)) return null;
    throw error;
  }
}

/** Waits until the accessibility tree stays the same; a page that never does is taken as it is after a while. */
async function rest(page: Page): Promise<void> {
  let before = '';
  for (const began = Date.now(); Date.now() - began < REST_MS; ) {
    const now = await snapshotOf(page);
    if (now === before && now.trim() !== '') return;
    before = now;
    await page.waitForTimeout(LOOK_MS);
  }
}

function snapshotOf(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}

/** Opens menus and tabs one after another: buttons that say that they open something, and that submit nothing. */
async function openMenus(page: Page, language: string | undefined): Promise<OpenPage['opened']> {
  const openers = page.locator('button[aria-haspopup], button[aria-expanded="false"], [role=button][aria-haspopup], [role=tab][aria-selected="false"], summary').filter({ visible: true });
  const opened: OpenPage['opened'] = [];
  const number = Math.min(await openers.count(), MOST_OPENED);
  const address = page.url();
  const names: string[] = [];
  for (let index = 0; index < number; index++) names.push(await nameOf(openers.nth(index)));
  for (const name of new Set(names)) {
    if (name === '' || !isHarmless(name, '', language)) continue;
    const opener = openers.filter({ hasText: name }).or(page.getByLabel(name, { exact: true })).first();
    if ((await opener.count()) === 0 || (await opener.evaluate(submits))) continue;
    await opener.click({ timeout: 1_000, noWaitAfter: true }).catch(() => {}); // Something else lies over it: what it opens stays unknown.
    await page.waitForTimeout(LOOK_MS);
    if (page.url() === address) opened.push({ name, tree: readSnapshot(await snapshotOf(page)) });
    else await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.keyboard.press('Escape');
  }
  return opened;
}

async function nameOf(opener: ReturnType<Page['locator']>): Promise<string> {
  return (await opener.getAttribute('aria-label'))?.trim() ?? (await opener.innerText()).replace(/\s+/g, ' ').trim();
}

/** Runs in the page. A button in a form submits it unless it says that it is of another type. */
function submits(element: { getAttribute(name: string): string | null; closest(selector: string): unknown; tagName: string }): boolean {
  const type = element.getAttribute('type');
  return element.closest('form') !== null && element.tagName === 'BUTTON' && type !== 'button';
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : fileErrorText(error);
}
