import { addressOf } from '../content/routes.ts';
import type { Page } from '../content/types.ts';
import { normalizePath } from './paths.ts';

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
