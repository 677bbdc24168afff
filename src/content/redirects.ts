import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Addresses that a site's configuration sends elsewhere. */
export interface Redirects {
  /** Whole addresses, without leading and trailing slash, and where they are sent, as it is written; empty where that is not told. */
  exact: ReadonlyMap<string, string>;
  /** Beginnings of addresses, from patterns (`/old/:path*`), without leading slash. */
  prefixes: readonly string[];
  /** Other addresses and paths of two parts or more that the configuration names, without slashes around: those of feeds, plugins and the like. */
  named: readonly string[];
}

/** Files that tell redirects, by the names that site generators and hosts give them. */
const configName =
  /redirect|^(?:docs|mint|vercel|firebase|staticwebapp\.config)\.json$|^(?:next|docusaurus|astro|nuxt|gatsby|svelte)[.-]config\.[cm]?[jt]s$|^netlify\.toml$|^mkdocs\.ya?ml$|^\.gitbook\.yaml$|^middleware\.[jt]s$/i;
const readable = /\.(?:json|[cm]?[jt]sx?|toml|ya?ml|conf|txt)$|^_redirects$/i;
/** Larger files are data or bundles, no configuration that a person writes. */
const largest = 2_000_000;

/** Whether a file may tell redirects, by its name alone. */
export function tellsRedirects(name: string): boolean {
  return configName.test(name) && readable.test(name);
}

/**
 * Reads what the configuration files of a site say of redirects. They are read as text, whatever language they are
 * written in, and nothing of them is run: an address counts where it stands as the source of a redirect.
 * @param files relative to the root; those in the folders above it, up to the repository's top, are looked for here
 */
export function readRedirects(root: string, files: readonly string[]): Redirects {
  const exact = new Map<string, string>();
  const prefixes = new Set<string>();
  const named = new Set<string>();
  for (const file of [...files.map((name) => path.join(root, name)), ...filesAbove(root)]) {
    const text = read(file);
    for (const [, key, value] of text.matchAll(keyedPath)) if (!navigationKey.test(key!) && !/\.mdx?$/i.test(value!)) named.add(value!);
    for (const { source, to } of redirectsIn(path.basename(file), text)) {
      const pattern = source.search(/[:*({[]|\\/);
      if (pattern < 0) exact.set(source.replace(/^\/+|\/+$/g, ''), /^(?:https?:\/)?\/[^:*({[$]*$/.test(to) ? to : '');
      // A pattern without a folder before it would stand for the whole site.
      else if (source.slice(0, pattern).replace(/^\/+/, '').includes('/')) prefixes.add(source.slice(0, pattern).replace(/^\/+/, ''));
    }
  }
  return { exact, prefixes: [...prefixes], named: [...named] };
}

/** How an address (no slashes around it) is sent elsewhere: by name, `to` being empty where it is not told, or by a pattern; null where it is not. */
export function redirectOf({ exact, prefixes }: Redirects, address: string): { to: string | null } | null {
  const to = exact.get(address);
  if (to !== undefined) return { to };
  return prefixes.some((prefix) => address.startsWith(prefix)) ? { to: null } : null;
}

/** `base: 'internals/changelog'`, `feed: "blog/feed.xml"`. */
const keyedPath = /([\w-]+)["']?[ \t]*[:=][ \t]*["'`]\/?([\w.-]+(?:\/[\w.-]+)+)\/?["'`]/g;
/** What navigations and redirects name addresses by: they lead to pages, and make none. */
const navigationKey = /^(?:link|href|to|from|source|src|destination|dest|target|slug|url|page|root|doc|docId|id|label|text|title|permalink)$/i;

/** `source: '/a'`, `from = "/a"`, `"from": ["/a", "/b"]`. */
const namedSource = /\b(?:source|from|src)["']?\s*[:=]\s*(?:\[([^\]]*)\]|["'`](\/[^"'`\s]*)["'`])/g;
/** `destination: '/b'`, right before a source or right after it. */
const namedTarget = `\\b(?:destination|dest|to|target)["']?\\s*[:=]\\s*["'\`]([^"'\`\\s]+)["'\`]`;
const targetBefore = new RegExp(`${namedTarget}[\\s,"']*$`);
const targetAfter = new RegExp(`^[\\s,"']*${namedTarget}`);
/** Characters around a source in which its target stands. */
const near = 400;
/** `'/a': '/b'`, `'/a': { … }`, and the pair `['/a', '/b']`. */
const mapKey = /["'`](\/[^"'`\s]+)["'`]\s*:(?:\s*["'`]([^"'`\s]+)["'`])?|\[\s*["'`](\/[^"'`\s]+)["'`]\s*,\s*["'`]([^"'`\s]*)["'`]/g;
const quoted = /["'`](\/[^"'`\s]*)["'`]/g;
/** `/a /b 301`, as on Netlify and Cloudflare. */
const plainLine = /^\s*(\/\S+)\s+((?:\/|https?:)\S*)/gm;
/** `old/page.md: new/page.md`, as in MkDocs and GitBook. */
const yamlLine = /^\s+["']?([\w./-]+)["']?\s*:\s*["']?[\w./-]+\.md\b/gm;

function* redirectsIn(name: string, text: string): Iterable<{ source: string; to: string }> {
  if (name === '_redirects' || name.endsWith('.txt')) {
    for (const [, source, to] of text.matchAll(plainLine)) yield { source: source!, to: to! };
    return;
  }
  // Between files, which are no addresses.
  if (/\.ya?ml$/.test(name)) for (const [, source] of text.matchAll(yamlLine)) yield { source: source!.replace(/(?:\/?index|\/?README)?\.md$/, ''), to: '' };
  for (const { 0: whole, 1: list, 2: source, index } of text.matchAll(namedSource)) {
    const end = index + whole.length;
    const to = targetAfter.exec(text.slice(end, end + near))?.[1] ?? targetBefore.exec(text.slice(Math.max(0, index - near), index))?.[1] ?? '';
    if (source) yield { source, to };
    else for (const [, each] of list!.matchAll(quoted)) yield { source: each!, to };
  }
  for (const [, key, value, first, second] of text.matchAll(mapKey)) yield { source: (key ?? first)!, to: value ?? second ?? '' };
}

/** Configuration files in the folders above the root, up to the top of its repository. */
function filesAbove(root: string): string[] {
  const files: string[] = [];
  for (let folder = path.resolve(root); !has(folder, '.git') && folder !== path.dirname(folder); ) {
    folder = path.dirname(folder);
    files.push(...namesIn(folder).filter(tellsRedirects).map((name) => path.join(folder, name)));
  }
  return files;
}

function has(folder: string, name: string): boolean {
  return namesIn(folder).includes(name);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return statSync(file).size <= largest ? readFileSync(file, 'utf8') : '';
  } catch {
    return ''; // Not to be had: then nothing is known of its redirects.
  }
}
