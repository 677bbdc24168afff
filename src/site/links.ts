import type { Link } from '../content/extract/links.ts';
import { redirectOf, type Redirects } from '../content/redirects.ts';
import { inferContent } from '../content/routes.ts';
import type { Page } from '../content/types.ts';
import { type AddressBook, addressKey, createAddressBook } from './addresses.ts';
import { type AnchorMatch, createAnchorFinder } from './anchors.ts';
import { includesOf } from './includes.ts';
import { foldsLetterCase, isFolded } from './letter-case.ts';
import { type Mount, mountsOf } from './mounts.ts';
import { partsOf } from './parts.ts';
import { joinPath, normalizePath, parentOf } from './paths.ts';
import { createResolver, formOf } from './resolve.ts';
import { makesOtherSlugs } from './slugs.ts';
import { createTargetParser, type ParsedTarget, type TargetParser } from './targets.ts';

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
  /** Whether git ignores a path relative to the root: what is not there may be made by a build. */
  isIgnored?: (file: string) => boolean;
}

/** How a target is written; of each form it can be seen in how many cases it leads somewhere. */
export type LinkForm =
  /** Relative, naming a file with its ending. */
  | 'file'
  /** Relative, without an ending. */
  | 'relative'
  /** From the site's top. */
  | 'absolute';

/** A link of a page, its target taken apart. */
export interface ParsedLink {
  from: Page;
  link: Link;
  parsed: ParsedTarget;
}

/** Where a link leads. */
export type Target =
  | { kind: 'page'; page: Page; anchor: string; match: AnchorMatch }
  /** A file or folder on disk that is no page of the tree; its path relative to the root. */
  | { kind: 'file'; path: string }
  /** Another site, a mail address, a template: nothing that the tree could answer. */
  | { kind: 'elsewhere' }
  /** An address that the site sends to another: to which (empty where that is not told), or by a pattern (null). */
  | { kind: 'redirected'; address: string; to: string | null }
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
  /**
   * Why the tree cannot tell for sure that it is missing: it lies above the root (`outside`); the link stands in a part of
   * other pages, from whose addresses it may be meant (`part`); git ignores it, so that a build may make it (`ignored`); the
   * site's configuration names it, so that something else may (`configured`).
   */
  unsure: 'outside' | 'part' | 'ignored' | 'configured' | null;
  /** Whether pages of the tree stand directly in the folder that it names. */
  folderKnown: boolean;
  /** Whether it is an address right below the site's top, where other parts of a site are wont to be (`/pricing`). */
  top: boolean;
}

export interface ResolvedLink extends ParsedLink {
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
  /** Whether an address, with leading slash, leads somewhere: it is a page's, of today or before, or it is sent elsewhere. */
  serves(address: string): boolean;
  /** Whether anything in the tree sends addresses elsewhere. */
  tellsRedirects: boolean;
  /** Whether the site makes ids of headings by rules that are not known. */
  otherSlugs: boolean;
  /** What `{{name}}` at the head of a target stands for. */
  variables: LinkOptions['variables'];
  /** What targets were looked up in. */
  ground: Ground;
}

/** What targets are looked up in: the same as long as no page comes, goes or gets another name. */
interface Ground {
  options: LinkOptions;
  content: string;
  parse: TargetParser;
  book: AddressBook;
  mounts: readonly Mount[];
  /** Whether the site serves addresses in any letter case. */
  folds: boolean;
}

/** Resolves every link of the tree against its pages and the files on disk. */
export function buildLinks(pages: readonly Page[], options: LinkOptions): LinkGraph {
  const content = options.content ?? inferContent(pages.map(({ path }) => path));
  const told = isTold(options);
  const parse = createTargetParser(options.variables);
  const book = createAddressBook(pages);
  const written = new Map(pages.map((page) => [page, parsedLinks(page, parse)]));
  const mounts = mountsOf([...written.values()].flat(), book, { base: options.base, content, told });
  const ground: Ground = { options, content, parse, book, mounts, folds: false };
  const { resolved, fold } = createLinkReader(pages, ground);
  const out = new Map(Array.from(written, ([page, links]) => [page, resolved(links)]));
  const all = [...out.values()].flat();
  ground.folds = foldsLetterCase(all);
  if (ground.folds) all.forEach(fold);
  const { redirects } = options;
  const serves = (address: string): boolean => {
    const plain = normalizePath(address);
    return book.atAddress(plain) !== undefined || (redirects !== undefined && redirectOf(redirects, plain) !== null);
  };
  const tellsRedirects = (redirects !== undefined && redirects.exact.size + redirects.prefixes.length > 0) || pages.some(({ facts }) => facts.frontmatter.formerly !== undefined);
  return { out, serves, tellsRedirects, in: inboundOf(all), tallies: tally(all), mounts, told, otherSlugs: makesOtherSlugs(all), variables: options.variables, ground };
}

/**
 * The graph with other texts for some pages: their links and those to them are resolved again. What shows in all links
 * together, such as where addresses lie, stays as it was.
 * @param pages all pages of today
 * @param replaced pages of today by those of the same path that the graph was built from
 */
export function resolveAgain(graph: LinkGraph, pages: readonly Page[], replaced: ReadonlyMap<Page, Page>): LinkGraph {
  const { book } = graph.ground;
  const today = (page: Page | undefined) => page && (replaced.get(page) ?? page);
  const ground = { ...graph.ground, book: { ...book, at: (path: string) => today(book.at(path)), atAnyCase: (path: string) => today(book.atAnyCase(path)), atAddress: (address: string) => today(book.atAddress(address)) } };
  const { resolved, fold } = createLinkReader(pages, ground);
  const touched = new Set([...replaced].flatMap(([old, page]) => [page, ...(graph.in.get(old) ?? []).map(({ from }) => today(from))]));
  const out = new Map(
    pages.map((page) => {
      if (!touched.has(page)) return [page, graph.out.get(page) ?? []];
      const links = resolved(parsedLinks(page, ground.parse));
      if (ground.folds) links.forEach(fold);
      return [page, links];
    }),
  );
  return { ...graph, out, in: inboundOf([...out.values()].flat()) };
}

function parsedLinks(from: Page, parse: TargetParser): ParsedLink[] {
  return from.facts.links.map((link) => ({ from, link, parsed: parse(link.target) }));
}

/** Resolves the links of pages; `fold` corrects a link whose target differs in letter case only, where that is the same. */
function createLinkReader(pages: readonly Page[], { options, content, book, mounts }: Ground): { resolved: (links: readonly ParsedLink[]) => ResolvedLink[]; fold: (link: ResolvedLink) => void } {
  const includes = includesOf(pages, book, mounts);
  const parts = partsOf(pages, includes);
  const findAnchor = createAnchorFinder(includes, parts);
  const resolve = createResolver({ ...options, book, mounts, content, findAnchor, parts });
  return {
    resolved: (links) => links.map(({ from, link, parsed }) => ({ from, link, parsed, target: resolve(from, parsed) })),
    fold: (each) => {
      const { from, target } = each;
      if (isFolded(target)) each.target = { kind: 'page', page: target.sameLetters, anchor: target.anchor, match: findAnchor(from, target.sameLetters, target.anchor) };
    },
  };
}

function inboundOf(links: readonly ResolvedLink[]): Map<Page, ResolvedLink[]> {
  const inbound = new Map<Page, ResolvedLink[]>();
  for (const each of links) {
    if (each.target.kind !== 'page' || each.target.page === each.from) continue;
    const others = inbound.get(each.target.page);
    if (others) others.push(each);
    else inbound.set(each.target.page, [each]);
  }
  return inbound;
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
  const mount = mounts.find(({ folder }) => folder !== '' && key.startsWith(`${folder}/`));
  return mount ? `/${joinPath(mount.address, key.slice(mount.folder.length + 1))}` : page.route;
}

/** Kind of target that is counted together: links or images of one form, absolute ones by their first segment. */
export function tallyKey(link: Link, form: LinkForm, address: string): string {
  return form === 'absolute' ? `${link.kind} /${address.replace(/^\/+/, '').split('/')[0]}` : `${link.kind} ${form}`;
}

function tally(links: readonly ResolvedLink[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const counted = new Set<string>();
  for (const { from, link, parsed, target } of links) {
    if (parsed.kind !== 'internal' || parsed.base === 'page' || target.kind === 'elsewhere' || target.kind === 'redirected') continue;
    const key = tallyKey(link, formOf(parsed), parsed.path);
    const folder = parsed.base === 'relative' ? parentOf(from.path) : '';
    const identity = `${key}\0${folder}\0${parsed.path}`;
    if (counted.has(identity)) continue;
    counted.add(identity);
    const count = tallies.get(key) ?? { found: 0, missing: 0 };
    tallies.set(key, count);
    if (target.kind === 'missing') count.missing++;
    else count.found++;
  }
  return tallies;
}

/** Whether the configuration says where the site's addresses begin. */
function isTold({ base, content }: LinkOptions): boolean {
  return content === undefined ? base !== '' : !content.startsWith('..');
}
