import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Addresses that a site's configuration sends elsewhere. */
export interface Redirects {
  /** Whole addresses, without leading and trailing slash. */
  exact: ReadonlySet<string>;
  /** Beginnings of addresses, from patterns (`/old/:path*`), without leading slash. */
  prefixes: readonly string[];
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
  const exact = new Set<string>();
  const prefixes = new Set<string>();
  for (const file of [...files.map((name) => path.join(root, name)), ...filesAbove(root)]) {
    for (const source of redirectSources(path.basename(file), read(file))) {
      const pattern = source.search(/[:*({[]|\\/);
      if (pattern < 0) exact.add(source.replace(/^\/+|\/+$/g, ''));
      // A pattern without a folder before it would stand for the whole site.
      else if (source.slice(0, pattern).replace(/^\/+/, '').includes('/')) prefixes.add(source.slice(0, pattern).replace(/^\/+/, ''));
    }
  }
  return { exact, prefixes: [...prefixes] };
}

/** Whether an address (no slashes around it) is sent elsewhere. */
export function isRedirected({ exact, prefixes }: Redirects, address: string): boolean {
  return exact.has(address) || prefixes.some((prefix) => address.startsWith(prefix));
}

/** `source: '/a'`, `from = "/a"`, `"from": ["/a", "/b"]`. */
const namedSource = /\b(?:source|from|src)["']?\s*[:=]\s*(?:\[([^\]]*)\]|["'`](\/[^"'`\s]*)["'`])/g;
/** `'/a': …`, and the first of a pair `['/a', '/b']`. */
const mapKey = /["'`](\/[^"'`\s]+)["'`]\s*:|\[\s*["'`](\/[^"'`\s]+)["'`]\s*,\s*["'`]/g;
const quoted = /["'`](\/[^"'`\s]*)["'`]/g;
/** `/a /b 301`, as on Netlify and Cloudflare. */
const plainLine = /^\s*(\/\S+)\s+(?:\/|https?:)\S*/gm;
/** `old/page.md: new/page.md`, as in MkDocs and GitBook. */
const yamlLine = /^\s+["']?([\w./-]+)["']?\s*:\s*["']?[\w./-]+\.md\b/gm;

function* redirectSources(name: string, text: string): Iterable<string> {
  if (name === '_redirects' || name.endsWith('.txt')) {
    for (const [, source] of text.matchAll(plainLine)) yield source!;
    return;
  }
  if (/\.ya?ml$/.test(name)) for (const [, source] of text.matchAll(yamlLine)) yield source!.replace(/(?:\/?index|\/?README)?\.md$/, '');
  for (const [, list, source] of text.matchAll(namedSource)) {
    if (source) yield source;
    else for (const [, each] of list!.matchAll(quoted)) yield each!;
  }
  for (const [, key, first] of text.matchAll(mapKey)) yield (key ?? first)!;
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
