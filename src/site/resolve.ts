import { isPagePath } from '../content/discover.ts';
import { redirectOf, type Redirects } from '../content/redirects.ts';
import type { Page } from '../content/types.ts';
import type { AddressBook } from './addresses.ts';
import type { AnchorFinder } from './anchors.ts';
import type { LinkForm, LinkOptions, Missing, Target } from './links.ts';
import { type Mount, mountedPath } from './mounts.ts';
import { joinPath, normalizePath, parentOf } from './paths.ts';
import type { InternalTarget, ParsedTarget } from './targets.ts';

/** How an internal target is written. */
export function formOf({ base, path }: InternalTarget): LinkForm {
  if (base !== 'relative') return 'absolute';
  return hasEnding.test(path) ? 'file' : 'relative';
}

/** The page at the site's top; a README there is the repository's, not the site's. */
function homePage(book: AddressBook): Page | undefined {
  const page = book.atAddress('');
  return page && !/(?:^|\/)readme\.\w+$/i.test(page.path) ? page : undefined;
}

/** What a resolver looks targets up in. */
export interface Surroundings extends Pick<LinkOptions, 'redirects' | 'fileExists' | 'isIgnored'> {
  book: AddressBook;
  mounts: readonly Mount[];
  /** Folder where addresses begin, relative to the root. */
  content: string;
  findAnchor: AnchorFinder;
  /** Pages that are parts of others. */
  parts: ReadonlySet<Page>;
}

/** Resolves the target of one link of a page. */
export type Resolver = (from: Page, parsed: ParsedTarget) => Target;

/** Makes the resolver of a tree. */
export function createResolver(surroundings: Surroundings): Resolver {
  const { book, mounts, content, findAnchor, redirects, fileExists } = surroundings;
  const folders = new Set(projectFolders(content, fileExists).flatMap((folder) => publicFolders.map((name) => joinPath(folder, name))));
  for (const { folder } of mounts) folders.add(folder);
  const resolvedAbsolute = new Map<string, Found | null>();

  function resolvePath(from: Page, path: string): Found | null {
    const candidates = relativeCandidates(from, path);
    for (const candidate of candidates) {
      const page = book.at(candidate);
      if (page) return page;
    }
    const file = existing(candidates.slice(0, 2));
    if (file !== null || isPagePath(path)) return file;
    return book.atAddress(normalizePath(`${parentOf(from.route)}/${path}`)) ?? book.atAddress(normalizePath(`${from.route}/${path}`)) ?? null;
  }

  function resolveAbsolute(path: string): Found | null {
    const address = normalizePath(path);
    if (address === '') return homePage(book) ?? '';
    for (const mount of mounts) {
      const mounted = mountedPath(mount, address);
      const page = mounted === null ? undefined : book.at(mounted);
      if (page) return page;
    }
    const page = book.atAddress(address);
    if (page) return page;
    return existing(Array.from(folders, (folder) => joinPath(folder, address)));
  }

  function existing(files: readonly string[]): string | null {
    for (const file of files) {
      if (fileExists(file)) return file;
      if (hasEnding.test(file)) continue;
      // The folder above answers for all endings at once where it is not there itself.
      if (!fileExists(parentOf(file))) continue;
      for (const ending of sourceEndings) if (fileExists(file + ending)) return file + ending;
    }
    return null;
  }

  function resolveInternal(from: Page, target: InternalTarget): Found | null {
    if (target.base === 'page') return from;
    if (target.base === 'relative') return resolvePath(from, target.path) ?? inDefaultLocale(from, target, resolvePath);
    let found = resolvedAbsolute.get(target.path);
    if (found === undefined) {
      found = resolveAbsolute(target.path);
      resolvedAbsolute.set(target.path, found);
    }
    return found ?? inDefaultLocale(from, target, (_, path) => resolveAbsolute(path));
  }

  return (from, parsed) => {
    if (parsed.kind === 'elsewhere') return parsed;
    if (parsed.kind === 'empty') return { kind: 'missing', form: 'empty', address: '', anchor: '', unsure: null, folderKnown: true, top: false };
    const found = resolveInternal(from, parsed);
    if (typeof found === 'string') return { kind: 'file', path: found };
    if (found) return { kind: 'page', page: found, anchor: parsed.anchor, match: findAnchor(from, found, parsed.anchor) };
    // An alias means what the site's build says; without a file there, the tree cannot tell.
    if (parsed.base === 'alias' || namedAlias.test(parsed.path)) return { kind: 'elsewhere' };
    const redirected = redirects && redirectedTarget(from, parsed, redirects);
    if (redirected) return redirected;
    return parsed.base === 'relative' ? missingPath(from, parsed, surroundings) : missingAddress(parsed, surroundings);
  };
}

/** `@assets/logo.svg`: a folder of the project under a name that its build knows. Folders of pages are looked up first. */
const namedAlias = /^[@~]\w[\w-]*\//;

/** A page, or the path of another file. */
type Found = Page | string;

/** Folders of a project whose files the site serves from its top, or whose sources it makes addresses of. */
const publicFolders = ['', 'public', 'static', 'src/pages', 'pages', 'docs'];
/** A short word after the last dot; longer ones and numbers are parts of names (`v1.2`, `node.js-guide`). */
const hasEnding = /\.[a-z][a-z0-9]{0,7}$/i;
/** What the source of a page that is not in the tree may end with. */
const sourceEndings = ['.md', '.mdx', '/index.md', '/index.mdx', '.html', '.astro', '.tsx', '.jsx', '.vue', '.svelte', '.adoc', '.rst', '.ipynb', '/page.tsx', '/page.jsx', '/index.tsx', '/index.jsx', '/index.html', '/index.astro'];

/**
 * Paths in the tree that a relative target may mean, most likely first: from the file's folder, as on GitHub and in
 * most generators; from the page's address with a trailing slash; and for an index page, from its address without one.
 * A name with the ending of a page is meant from the file's folder, or, without a leading dot, from a folder above it, as
 * in Docusaurus from the top of the content.
 */
function relativeCandidates(from: Page, path: string): string[] {
  const folder = parentOf(from.path);
  if (isPagePath(path)) return path.startsWith('.') ? [joinPath(folder, path)] : foldersUp(folder).map((above) => joinPath(above, path));
  const file = from.path.slice(folder.length).replace(/^\//, '').replace(/\.\w+$/, '');
  return [joinPath(folder, path), joinPath(`${folder}/${file}`, path), joinPath(parentOf(folder), path)];
}

/** A folder and those above it, up to the root. */
function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let above = folder; above !== ''; ) folders.push((above = parentOf(above)));
  return folders;
}

/** A target that the site sends elsewhere; null where it does not. */
function redirectedTarget(from: Page, target: InternalTarget, redirects: Redirects): Extract<Target, { kind: 'redirected' }> | null {
  const addresses = target.base === 'absolute' ? [normalizePath(target.path)] : [`${parentOf(from.route)}/${target.path}`, `${from.route}/${target.path}`].map(normalizePath);
  for (const address of addresses.map((each) => each.replace(/\.(?:mdx?|html?)$/, ''))) {
    const redirect = redirectOf(redirects, address);
    if (redirect) return { kind: 'redirected', address, ...redirect };
  }
  return null;
}

/** A page of a locale may link to one that is not translated: sites then show the page of the default locale. */
function inDefaultLocale(from: Page, target: InternalTarget, resolve: (from: Page, path: string) => Found | null): Found | null {
  if (from.locale === '') return null;
  if (target.base === 'absolute') {
    const [first = '', ...rest] = target.path.split('/');
    return first.toLowerCase() === from.locale ? resolve(from, rest.join('/')) : null;
  }
  const segments = from.path.split('/');
  const at = segments.findIndex((segment) => segment.toLowerCase() === from.locale);
  return at < 0 ? null : resolve({ ...from, path: segments.toSpliced(at, 1).join('/'), locale: '' }, target.path);
}

function missingPath(from: Page, target: InternalTarget, { book, parts, redirects, isIgnored }: Surroundings): Missing {
  const candidates = relativeCandidates(from, target.path);
  const address = candidates[0]!;
  const sameLetters = candidates.map((candidate) => book.atAnyCase(candidate)).find(Boolean);
  const unsure = address.startsWith('..') ? 'outside' : parts.has(from) ? 'part' : isIgnored?.(address) ? 'ignored' : isNamed(redirects, book, address) ? 'configured' : null;
  return { kind: 'missing', form: formOf(target), address, anchor: target.anchor, sameLetters, unsure, folderKnown: book.hasFolder(parentOf(address)), top: false };
}

function missingAddress({ path, anchor }: InternalTarget, { book, mounts, redirects }: Surroundings): Missing {
  const address = normalizePath(path);
  const places = mounts.map((mount) => ({ mount, path: mountedPath(mount, address) })).filter((place): place is { mount: Mount; path: string } => place.path !== null);
  const sameLetters = places.map((place) => book.atAnyCase(place.path)).find(Boolean);
  const folderKnown = places.some((place) => book.hasFolder(parentOf(place.path)));
  const top = places.some((place) => parentOf(place.path) === place.mount.folder);
  const unsure = isNamed(redirects, book, address) ? 'configured' : null;
  return { kind: 'missing', form: 'absolute', address: `/${address}`, anchor, sameLetters, unsure, folderKnown, top };
}

/** Whether the site's configuration names an address, or a folder above it that has no page of the tree. */
function isNamed(redirects: Redirects | undefined, book: AddressBook, address: string): boolean {
  return redirects?.named.some((name) => address === name || (address.startsWith(`${name}/`) && !book.hasFolder(name))) ?? false;
}

/** Folders that may hold the project's public files: the content folder and those above it, up to the project's own. */
function projectFolders(content: string, fileExists: LinkOptions['fileExists']): string[] {
  const folders: string[] = [];
  let folder = content;
  for (let level = 0; level < 5; level++) {
    folders.push(folder);
    if (projectFiles.some((name) => fileExists(joinPath(folder, name)))) break;
    folder = folder === '' || folder.startsWith('..') ? joinPath(folder, '..') : parentOf(folder);
  }
  return folders;
}

const projectFiles = ['package.json', '.git', 'docs.json', 'mint.json', 'mkdocs.yml', 'hugo.toml', 'config.toml', '_config.yml', 'waymark.config.yaml'];
