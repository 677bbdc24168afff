import type { Link } from '../content/extract/links.ts';
import { isPagePath } from '../content/discover.ts';
import { isRedirected, type Redirects } from '../content/redirects.ts';
import { inferContent } from '../content/routes.ts';
import type { Page } from '../content/types.ts';
import { type AddressBook, addressKey, createAddressBook, inferMounts, type Mount, mountedPath } from './addresses.ts';
import { type AnchorMatch, createAnchorFinder, type Includes, isPart } from './anchors.ts';
import { createTargetParser, type InternalTarget, normalizePath, type ParsedTarget } from './targets.ts';

export interface LinkOptions {
  /** Address that every page's route stands below (`/docs`); empty for none. */
  base: string;
  /** What `{{name}}` at the head of a target stands for. */
  variables: Readonly<Record<string, string>>;
  /** Folder where addresses begin, relative to the root, `..` where it lies above it; inferred when left out. */
  content?: string | undefined;
  /** Addresses that the site sends elsewhere; none when left out. */
  redirects?: Redirects;
  /** Whether a file or folder is there, by its path relative to the root; `../` may lead out of it. */
  fileExists: (file: string) => boolean;
}

/** How a target is written; of each form it can be seen in how many cases it leads somewhere. */
export type LinkForm =
  /** Relative, naming a file with its ending. */
  | 'file'
  /** Relative, without an ending. */
  | 'relative'
  /** From the site's top. */
  | 'absolute';

/** Where a link leads. */
export type Target =
  | { kind: 'page'; page: Page; anchor: string; match: AnchorMatch }
  /** A file or folder on disk that is no page of the tree; its path relative to the root. */
  | { kind: 'file'; path: string }
  /** Another site, a mail address, a template: nothing that the tree could answer. */
  | { kind: 'elsewhere' }
  /** An address that the site sends to another. */
  | { kind: 'redirected'; address: string }
  | Missing;

/** A target that leads nowhere. */
export interface Missing {
  kind: 'missing';
  form: LinkForm | 'empty';
  /** What is missing, the same for all links to it: a path in the tree, or `/` and an address of the site. */
  address: string;
  /** Fragment, without `#`. */
  anchor: string;
  /** Page whose path differs in letter case only. */
  sameLetters?: Page;
  /** Whether it points above the root, where the tree cannot tell what the site has. */
  outside: boolean;
  /** Whether the link stands in a part of other pages, from whose addresses it may be meant. */
  inPart: boolean;
  /** Whether pages of the tree stand directly in the folder that it names. */
  folderKnown: boolean;
  /** Whether it is an address right below the site's top, where other parts of a site are wont to be (`/pricing`). */
  top: boolean;
}

export interface ResolvedLink {
  from: Page;
  link: Link;
  target: Target;
}

/** How many distinct targets of one kind lead somewhere and how many do not. */
export interface Tally {
  found: number;
  missing: number;
}

/** Every link of the tree, resolved. */
export interface LinkGraph {
  /** Links of each page in their order. */
  out: ReadonlyMap<Page, readonly ResolvedLink[]>;
  /** Links from other pages to each page. */
  in: ReadonlyMap<Page, readonly ResolvedLink[]>;
  /** Distinct targets by form, image or link, and for absolute ones by first segment; see `tallyKey`. */
  tallies: ReadonlyMap<string, Tally>;
  /** Where addresses lie in the tree, as told by the configuration and as the links show. */
  mounts: readonly Mount[];
  /** Whether the configuration tells where addresses begin, and that lies in the tree. */
  told: boolean;
  /** What `{{name}}` at the head of a target stands for. */
  variables: LinkOptions['variables'];
}

/** Resolves every link of the tree against its pages and the files on disk. */
export function buildLinks(pages: readonly Page[], options: LinkOptions): LinkGraph {
  const book = createAddressBook(pages);
  const content = options.content ?? inferContent(pages.map(({ path }) => path));
  const parse = createTargetParser(options.variables);
  const absolute = distinctAbsolute(pages, parse);
  const mounts = mountsOf(absolute, book, options.base, content, isTold(options));
  const resolver = createResolver(pages, book, mounts, content, parse, options);
  const out = new Map<Page, ResolvedLink[]>();
  const inbound = new Map<Page, ResolvedLink[]>();
  const tallies = new Map<string, Tally>();
  const counted = new Set<string>();

  for (const from of pages) {
    const resolved = from.facts.links.map((link): ResolvedLink => ({ from, link, target: resolver(from, link) }));
    out.set(from, resolved);
    for (const each of resolved) {
      count(each, parse(each.link.target), tallies, counted);
      if (each.target.kind !== 'page' || each.target.page === from) continue;
      const others = inbound.get(each.target.page);
      if (others) others.push(each);
      else inbound.set(each.target.page, [each]);
    }
  }
  return { out, in: inbound, tallies, mounts, told: isTold(options), variables: options.variables };
}

/** Pages that a page links to, itself left out. */
export function pagesLinkedFrom(graph: LinkGraph, page: Page): Set<Page> {
  const pages = new Set<Page>();
  for (const { target } of graph.out.get(page) ?? []) if (target.kind === 'page' && target.page !== page) pages.add(target.page);
  return pages;
}

/** Address of a page in the site, as links of the tree write it: with leading slash, without ending. */
export function siteAddress({ mounts }: LinkGraph, page: Page): string {
  const key = addressKey(page.path);
  for (const { address, folder } of mounts) {
    if (folder !== '' && !key.startsWith(`${folder}/`)) continue;
    const rest = folder === '' ? key : key.slice(folder.length + 1);
    return `/${joinPath(address, rest)}`;
  }
  return page.route;
}

/** Kind of target that is counted together: links or images of one form, absolute ones by their first segment. */
export function tallyKey(link: Link, form: LinkForm, address: string): string {
  return form === 'absolute' ? `${link.kind} /${address.replace(/^\/+/, '').split('/')[0]}` : `${link.kind} ${form}`;
}

function count({ from, link, target }: ResolvedLink, parsed: ParsedTarget, tallies: Map<string, Tally>, counted: Set<string>): void {
  if (target.kind === 'elsewhere' || target.kind === 'redirected' || (target.kind === 'missing' && target.form === 'empty')) return;
  if (parsed.kind !== 'internal' || parsed.base === 'page') return;
  const key = tallyKey(link, formOf(parsed), parsed.path);
  const where = parsed.base === 'relative' ? from.path.slice(0, from.path.lastIndexOf('/') + 1) : '/';
  const identity = `${key}\0${where}${parsed.path}`;
  if (counted.has(identity)) return;
  counted.add(identity);
  const tally = tallies.get(key) ?? { found: 0, missing: 0 };
  tallies.set(key, tally);
  if (target.kind === 'missing') tally.missing++;
  else tally.found++;
}

function formOf({ base, path }: InternalTarget): LinkForm {
  if (base !== 'relative') return 'absolute';
  return hasEnding.test(path) ? 'file' : 'relative';
}

/** Whether the configuration says where the site's addresses begin. */
function isTold({ base, content }: LinkOptions): boolean {
  return content === undefined ? base !== '' : !content.startsWith('..');
}

/** The page at the site's top; a README there is the repository's, not the site's. */
function homePage(book: AddressBook): Page | undefined {
  const page = book.atAddress('');
  return page && !/(?:^|\/)readme\.\w+$/i.test(page.path) ? page : undefined;
}

/** Pages that pages include, as far as their paths lead to pages of the tree. */
function includesOf(pages: readonly Page[], book: AddressBook, mounts: readonly Mount[]): Includes {
  const including = pages.filter(({ facts }) => facts.text.includes.length > 0);
  return new Map(
    including.map((page) => {
      // Components are no pages: of those only the way they are used tells whether they bring ids.
      const texts = page.facts.text.includes.filter((file) => isPagePath(file));
      const found = texts.map((file) => includedPage(page, file.replace(/^(?:@site|@|~)\//, '/'), book, mounts)).filter((each) => each !== undefined);
      return [page, { pages: found, complete: found.length === texts.length }];
    }),
  );
}

function includedPage(from: Page, file: string, book: AddressBook, mounts: readonly Mount[]): Page | undefined {
  if (!file.startsWith('/')) return book.at(joinPath(parentOf(from.path), file));
  const address = normalizePath(file);
  return book.at(address) ?? mounts.map((mount) => mountedPath(mount, address)).map((path) => (path === null ? undefined : book.at(path))).find(Boolean);
}

type TargetParser = ReturnType<typeof createTargetParser>;

type Resolver = (from: Page, link: Link) => Target;

function createResolver(pages: readonly Page[], book: AddressBook, mounts: readonly Mount[], content: string, parse: TargetParser, { redirects, fileExists }: LinkOptions): Resolver {
  const folders = new Set(projectFolders(content, fileExists).flatMap((folder) => publicFolders.map((name) => joinPath(folder, name))));
  for (const { folder } of mounts) folders.add(folder);
  const findAnchor = createAnchorFinder(includesOf(pages, book, mounts));
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

  return (from, link) => {
    const parsed = parse(link.target);
    if (parsed.kind === 'elsewhere') return parsed;
    if (parsed.kind === 'empty') return { kind: 'missing', form: 'empty', address: '', anchor: '', outside: false, inPart: false, folderKnown: true, top: false };
    const found = resolveInternal(from, parsed);
    if (typeof found === 'string') return { kind: 'file', path: found };
    if (found) return { kind: 'page', page: found, anchor: parsed.anchor, match: findAnchor(from, found, parsed.anchor) };
    // An alias means what the site's build says; without a file there, the tree cannot tell.
    if (parsed.base === 'alias') return { kind: 'elsewhere' };
    const redirected = redirects && redirectedAddress(from, parsed, redirects);
    if (redirected) return { kind: 'redirected', address: redirected };
    return missing(from, parsed, book, mounts);
  };
}

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
 * A name with the ending of a page is always meant from the file's folder.
 */
function relativeCandidates(from: Page, path: string): string[] {
  const folder = parentOf(from.path);
  if (isPagePath(path)) return [joinPath(folder, path)];
  const file = from.path.slice(folder.length).replace(/^\//, '').replace(/\.\w+$/, '');
  return [joinPath(folder, path), joinPath(`${folder}/${file}`, path), joinPath(parentOf(folder), path)];
}

/** The address of a target that the site sends elsewhere, or null. */
function redirectedAddress(from: Page, target: InternalTarget, redirects: Redirects): string | null {
  const addresses = target.base === 'absolute' ? [normalizePath(target.path)] : [`${parentOf(from.route)}/${target.path}`, `${from.route}/${target.path}`].map(normalizePath);
  return addresses.map((address) => address.replace(/\.(?:mdx?|html?)$/, '')).find((address) => isRedirected(redirects, address)) ?? null;
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

function missing(from: Page, target: InternalTarget, book: AddressBook, mounts: readonly Mount[]): Missing {
  const { anchor } = target;
  if (target.base === 'relative') {
    const candidates = relativeCandidates(from, target.path);
    const address = candidates[0]!;
    const sameLetters = candidates.map((candidate) => book.atAnyCase(candidate)).find(Boolean);
    return { kind: 'missing', form: formOf(target), address, anchor, sameLetters, outside: address.startsWith('..'), inPart: isPart(from.path), folderKnown: book.hasFolder(parentOf(address)), top: false };
  }
  const address = normalizePath(target.path);
  const paths = mounts.map((mount) => mountedPath(mount, address)).filter((path) => path !== null);
  const sameLetters = paths.map((path) => book.atAnyCase(path)).find(Boolean);
  return { kind: 'missing', form: 'absolute', address: `/${address}`, anchor, sameLetters, outside: false, inPart: false, folderKnown: paths.some((path) => book.hasFolder(parentOf(path))), top: mounts.some((mount) => mountedPath(mount, address) !== null && parentOf(mountedPath(mount, address)!) === mount.folder) };
}

/** Where addresses begin: as told, as the links themselves show, and last as the tree's shape suggests. */
function mountsOf(addresses: readonly string[], book: AddressBook, base: string, content: string, told: boolean): Mount[] {
  const whole: Mount[] = [{ address: '', folder: content }];
  if (base !== '') whole.unshift({ address: normalizePath(base), folder: content });
  const inferred = inferMounts(addresses, book);
  const mounts = told ? [...whole, ...inferred] : [...inferred, ...whole];
  return mounts.filter((mount, index) => mounts.findIndex(({ address, folder }) => address === mount.address && folder === mount.folder) === index);
}

function distinctAbsolute(pages: readonly Page[], parse: TargetParser): string[] {
  const addresses = new Set<string>();
  for (const page of pages) {
    for (const { kind, target } of page.facts.links) {
      if (kind !== 'link') continue;
      const parsed = parse(target);
      if (parsed.kind === 'internal' && parsed.base === 'absolute') addresses.add(normalizePath(parsed.path));
    }
  }
  addresses.delete('');
  return [...addresses];
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

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function joinPath(folder: string, path: string): string {
  return normalizePath(folder === '' ? path : `${folder}/${path}`);
}
