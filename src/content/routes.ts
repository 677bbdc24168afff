import type { Frontmatter } from './frontmatter.ts';

/** A version of the product that a site tells of in a folder of its own. */
export interface Version {
  /** Name of the folder, in lower case; empty for pages outside of such folders. */
  name: string;
  /** How many versions came after it: 0 for the current one. */
  age: number;
}

/** Address of a page in the site, and the locale and version it is written for. */
export interface Route {
  /** Begins with `/`, has no ending and no trailing slash (`/` for the home page), no base. */
  route: string;
  /** Locale folder the page stands in, in lower case (`de`, `pt-br`); empty for the default locale. */
  locale: string;
  /** Left out where nobody told which versions there are. */
  version?: Version;
}

/** What is known of the folders of a site; each is inferred when left out. */
export interface RouteOptions {
  /** Where addresses begin, relative to the root. One above the root (`..`) counts as the root, since the names of the folders between are not part of the tree. */
  content?: string | undefined;
  /** Names of the folders that hold translations. */
  locales?: readonly string[] | undefined;
  /** Names of the folders that hold versions, the current one first. */
  versions?: readonly string[] | undefined;
}

interface RoutedPage {
  path: string;
  facts: { frontmatter: Frontmatter };
}

const pageEnding = /\.(?:mdx?|markdown)$/i;
const indexName = /^(?:index|readme|_index)$/i;
/** Files about a repository; where they stand beside a folder of documentation, they say nothing of its addresses. */
const repositoryFile = /^(?:readme|contributing|changelog|code_of_conduct|security|license|governance|maintainers|support|authors|agents|claude)\.\w+$/i;
/** Numbers that order files (`01-intro`, `1.intro`), and the dates of posts. */
const numberPrefix = /^(?:\d{4}-\d{2}-\d{2}-|\d+[-_.)]\s*)(?=\D)/;

/** Routes of all pages of a tree. */
export function routesOf(pages: readonly RoutedPage[], { content, locales: told, versions }: RouteOptions = {}): Route[] {
  const paths = pages.map(({ path }) => path);
  const folder = content?.startsWith('..') ? '' : trimSlashes(content ?? inferContent(paths));
  const numbered = isNumbered(paths);
  const locales = told ? toldLocales(paths, told) : localesOf(paths);
  return pages.map(({ path, facts }) => ({
    route: routeOf(path, folder, numbered, facts.frontmatter.slug),
    locale: locales.get(path) ?? '',
    ...(versions && { version: versionOf(path, versions) }),
  }));
}

/** Deepest folder that holds all pages (files about the repository aside), relative to the root; empty for the root. */
export function inferContent(paths: readonly string[]): string {
  const told = paths.filter((path) => path.includes('/') || !repositoryFile.test(path));
  const folders = (told.length > 0 ? told : paths).map((path) => path.split('/').slice(0, -1));
  const first = folders[0] ?? [];
  let depth = first.length;
  for (const folder of folders) depth = Math.min(depth, commonLength(folder, first));
  return first.slice(0, depth).join('/');
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** A path without ending, index name and, where the site leaves them out, number prefixes and `(group)` folders. */
export function addressOf(path: string, numbered: boolean): string {
  const segments = path.replace(pageEnding, '').split('/');
  const last = segments.at(-1)!;
  // Next renders `page.mdx` of a folder, the others `index` or `README`.
  if (indexName.test(last) || (last === 'page' && segments.length > 1)) segments.pop();
  return segments
    .filter((segment) => !/^\(.+\)$/.test(segment))
    .map((segment) => (numbered ? segment.replace(numberPrefix, '') : segment))
    .join('/');
}

/** Whether a file is about the repository (`CONTRIBUTING.md`), by its name. A readme may be the page of its folder. */
export function isAboutRepository(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return repositoryFile.test(name) && !indexName.test(name.replace(pageEnding, ''));
}

function routeOf(path: string, content: string, numbered: boolean, slug: string | undefined): string {
  const inside = content === '' || path.startsWith(`${content}/`);
  const relative = inside && content !== '' ? path.slice(content.length + 1) : path;
  // Beside the content folder an index name stays: `/` belongs to the content's own home page.
  const address = inside ? addressOf(relative, numbered) : relative.replace(pageEnding, '');
  return slug === undefined ? `/${address}` : slugRoute(slug, address);
}

/** A slug with a leading slash or several parts counts from the content folder, any other from the page's own folder. */
function slugRoute(slug: string, address: string): string {
  const clean = trimSlashes(slug);
  if (slug.startsWith('/') || clean.includes('/')) return `/${clean}`;
  const folder = address.split('/').slice(0, -1).join('/');
  return folder === '' ? `/${clean}` : `/${folder}/${clean}`;
}

/**
 * Whether number prefixes order the files and are left out of addresses, as in Docusaurus and Nuxt Content: the first
 * has `_category_` files, the second writes `1.guide`. Elsewhere (`01-intro` in Hugo or Astro) they stay.
 */
function isNumbered(paths: readonly string[]): boolean {
  let prefixed = 0;
  for (const path of paths) if (/(?:^|\/)\d+\.[a-z][^/]*\/?/i.test(path.replace(pageEnding, ''))) prefixed++;
  return prefixed > 2 && prefixed * 2 > paths.length;
}

/**
 * Locale of each page that stands in a locale folder: a folder named by a language code whose pages mirror those of a
 * sibling locale folder, or of the folder around it, by half; or one of many such folders side by side, whose pages may
 * have translated names too.
 */
function localesOf(paths: readonly string[]): Map<string, string> {
  const groups = new Map<string, { prefix: string; locale: string; rests: Map<string, string> }>();
  for (const path of paths) {
    const match = localeFolder(path);
    if (!match) continue;
    const key = `${match.prefix}\0${match.locale}`;
    const group = groups.get(key) ?? { ...match, rests: new Map<string, string>() };
    groups.set(key, group);
    group.rests.set(match.rest, path);
  }
  const all = new Set(paths);
  const locales = new Map<string, string>();
  for (const group of groups.values()) {
    const siblings = [...groups.values()].filter((other) => other !== group && other.prefix === group.prefix);
    let mirrored = 0;
    for (const rest of group.rests.keys()) {
      if (all.has(group.prefix + rest) || siblings.some(({ rests }) => rests.has(rest))) mirrored++;
    }
    if (mirrored * 2 < group.rests.size && siblings.length < manyLocales) continue;
    for (const path of group.rests.values()) locales.set(path, group.locale.toLowerCase());
  }
  return locales;
}

/** Locale of each page that stands in a folder of one of the names. */
function toldLocales(paths: readonly string[], told: readonly string[]): Map<string, string> {
  const names = told.map((name) => name.toLowerCase());
  return new Map(paths.map((path) => [path, folderAmong(path, names) ?? '']));
}

/** A page outside of every version's folder is of today. */
function versionOf(path: string, told: readonly string[]): Version {
  const names = told.map((name) => name.toLowerCase());
  const name = folderAmong(path, names);
  return name === undefined ? { name: '', age: 0 } : { name, age: names.indexOf(name) };
}

/** The outermost folder around a page that has one of the names. */
function folderAmong(path: string, names: readonly string[]): string | undefined {
  return path.toLowerCase().split('/').slice(0, -1).find((name) => names.includes(name));
}

/** Sibling folders with names of language codes that are not so by chance. */
const manyLocales = 5;

const localeSegment = /(?:^|\/)([a-z]{2}(?:[-_][a-z]{2,4})?)\//gi;
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const knownLocales = new Map<string, boolean>();

function localeFolder(path: string): { prefix: string; locale: string; rest: string } | null {
  for (const match of path.matchAll(localeSegment)) {
    const locale = match[1]!;
    if (!isLanguage(locale)) continue;
    const start = match.index + match[0].length - locale.length - 1;
    return { prefix: path.slice(0, start), locale, rest: path.slice(start + locale.length + 1) };
  }
  return null;
}

function isLanguage(code: string): boolean {
  let known = knownLocales.get(code);
  if (known === undefined) {
    known = languageNames.of(code.slice(0, 2).toLowerCase()) !== undefined;
    knownLocales.set(code, known);
  }
  return known;
}

function trimSlashes(text: string): string {
  return text.replace(/^\/+|\/+$/g, '');
}
