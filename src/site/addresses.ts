import { addressOf } from '../content/routes.ts';
import type { Page } from '../content/types.ts';
import { normalizePath } from './targets.ts';

/** Where a part of the site's addresses lies in the tree: `/docs/…` in `website/docs/…`. */
export interface Mount {
  /** First segments of the address, without slashes around; empty for the site's top. */
  address: string;
  /** Folder relative to the root; empty for the root. */
  folder: string;
}

/** Looks pages up by the many ways in which links name them. */
export interface AddressBook {
  /** The page at a path in the tree, with or without ending, index name, number prefixes and trailing slash. */
  at(path: string): Page | undefined;
  /** The same, letter case aside. */
  atAnyCase(path: string): Page | undefined;
  /** The page whose route, slug or former address is the one given (no leading slash). */
  atAddress(address: string): Page | undefined;
  /** Whether a folder of the tree has pages directly in it. */
  hasFolder(folder: string): boolean;
  /** Paths of pages in the tree, without endings, that end with the segment given. */
  endingWith(segment: string): readonly string[];
}

const ending = /\.(?:mdx?|markdown|html?|astro|adoc|rst)$/i;

/** An index named as a file: it is this file or none, never the page of the same name beside its folder. */
const isIndexFile = /(?:^|\/)(?:index|readme|_index)\.\w+$/i;

/** A path as pages are looked up: no ending, no index name, no slashes around it. */
export function addressKey(path: string): string {
  const key = normalizePath(path).replace(ending, '');
  return /(?:^|\/)(?:index|readme|_index)$/i.test(key) ? key.replace(/\/?[^/]*$/, '') : key;
}

export function createAddressBook(pages: readonly Page[]): AddressBook {
  const byKey = new Map<string, Page>();
  const byAddress = new Map<string, Page>();
  const folders = new Set<string>();
  const bySegment = new Map<string, string[]>();

  const add = (map: Map<string, Page>, key: string, page: Page): void => {
    if (!map.has(key)) map.set(key, page);
  };
  // Paths come before every other name, so that no alias of one page hides another.
  for (const page of pages) {
    add(byKey, page.path, page);
    const key = addressOf(page.path, false);
    add(byKey, key, page);
    const segment = key.slice(key.lastIndexOf('/') + 1);
    const ending = bySegment.get(segment);
    if (ending) ending.push(key);
    else bySegment.set(segment, [key]);
    folders.add(key.slice(0, Math.max(0, key.lastIndexOf('/'))));
  }
  for (const page of pages) {
    add(byKey, page.path.replace(ending, ''), page);
    add(byKey, addressOf(page.path, true), page);
    add(byAddress, page.route.slice(1), page);
    for (const name of ownNames(page)) addName(byKey, byAddress, name, page, add);
  }
  let lower: Map<string, Page> | undefined;
  return {
    at: (path) => byKey.get(path) ?? byKey.get(isIndexFile.test(path) ? path.replace(ending, '') : addressKey(path)),
    atAnyCase: (path) => {
      lower ??= new Map(Array.from(byKey, ([key, page]) => [key.toLowerCase(), page]));
      return lower.get(addressKey(path).toLowerCase());
    },
    atAddress: (address) => byAddress.get(addressKey(address)),
    hasFolder: (folder) => folders.has(folder),
    endingWith: (segment) => bySegment.get(segment) ?? [],
  };
}

/** Names that a page's frontmatter gives it: its slug, the id that takes the file name's place, addresses it had before. */
function ownNames(page: Page): string[] {
  const { slug, id, formerly, ...other } = page.facts.frontmatter as Record<string, unknown>;
  return [slug, id, formerly, other.aliases, other.redirect_from, other.permalink, other.url, other.redirects]
    .flat()
    .filter((name): name is string => typeof name === 'string' && name !== '' && !name.includes(':'));
}

/** A name counts from the page's folder and from every folder above it, whichever of them the site's addresses begin in. */
function addName(byKey: Map<string, Page>, byAddress: Map<string, Page>, name: string, page: Page, add: (map: Map<string, Page>, key: string, page: Page) => void): void {
  const key = addressKey(name);
  add(byAddress, key, page);
  for (let folder = page.path; folder.includes('/'); ) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    add(byKey, normalizePath(`${folder}/${key}`), page);
  }
}

/**
 * Infers from the site-absolute links of a tree where its addresses begin. A link votes for every mount that would make
 * it lead to a page; mounts are taken in the order of their votes. One that gives a second address to a folder which
 * already has one is left out: its links are more likely to be old addresses than another way to write today's.
 * @param addresses distinct targets of site-absolute links, without leading slash
 */
export function inferMounts(addresses: readonly string[], book: AddressBook): Mount[] {
  const votes = new Map<string, Ballot>();
  for (const address of addresses) {
    for (const mount of mountsFor(addressKey(address), book)) {
      const key = `${mount.address}\0${mount.folder}`;
      const entry = votes.get(key) ?? { mount, addresses: [] };
      entry.addresses.push(address);
      votes.set(key, entry);
    }
  }
  const mounts: Mount[] = [];
  const landings: string[] = [];
  const resolved = new Set<string>();
  for (const { mount, addresses: voters } of [...votes.values()].sort(byVotes)) {
    const fresh = voters.filter((address) => !resolved.has(address));
    if (fresh.length < 3) continue;
    const inside = landings.filter((landing) => mount.folder === '' || landing.startsWith(`${mount.folder}/`)).length;
    if (inside * 5 > fresh.length) continue;
    mounts.push(mount);
    for (const address of fresh) {
      resolved.add(address);
      landings.push(mountedPath(mount, addressKey(address))!);
    }
  }
  return mounts;
}

/** Most votes first; of equal ones (versions, locales) the folder nearest to the root, an English one before others. */
function byVotes(a: Ballot, b: Ballot): number {
  const depth = ({ mount }: Ballot): number => (mount.folder === '' ? 0 : mount.folder.split('/').length);
  const english = ({ mount }: Ballot): number => (/(?:^|\/)en(?:[-_]\w+)?(?:\/|$)/i.test(mount.folder) ? 0 : 1);
  return b.addresses.length - a.addresses.length || depth(a) - depth(b) || english(a) - english(b);
}

interface Ballot {
  mount: Mount;
  /** Addresses that it would lead to a page. */
  addresses: string[];
}

/** Path in the tree that an address has under a mount; null for an address outside of it. */
export function mountedPath(mount: Mount, address: string): string | null {
  if (mount.address !== '' && address !== mount.address && !address.startsWith(`${mount.address}/`)) return null;
  const rest = mount.address === '' ? address : address.slice(mount.address.length + 1);
  return mount.folder === '' ? rest : rest === '' ? mount.folder : `${mount.folder}/${rest}`;
}

/** Mounts that would lead an address to a page: its longest common endings with paths of pages. */
function mountsFor(address: string, book: AddressBook): Mount[] {
  const segments = address.split('/');
  let longest = 0;
  let mounts: Mount[] = [];
  for (const path of book.endingWith(segments.at(-1)!)) {
    const parts = path.split('/');
    let common = 0;
    while (common < segments.length && common < parts.length && segments.at(-1 - common) === parts.at(-1 - common)) common++;
    // More than two segments that are no folders of the tree are no base but another site's structure.
    if (common < longest || segments.length - common > 2) continue;
    if (common > longest) mounts = [];
    longest = common;
    mounts.push({ address: segments.slice(0, segments.length - common).join('/'), folder: parts.slice(0, parts.length - common).join('/') });
  }
  return mounts;
}
