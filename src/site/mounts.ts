import { type AddressBook, addressKey } from './addresses.ts';
import type { ParsedLink } from './links.ts';
import { normalizePath } from './paths.ts';

/** Where a part of the site's addresses lies in the tree: `/docs/…` in `website/docs/…`. */
export interface Mount {
  /** First segments of the address, without slashes around; empty for the site's top. */
  address: string;
  /** Folder relative to the root; empty for the root. */
  folder: string;
}

/** Where addresses begin: as told, as the links themselves show, and last as the tree's shape suggests. */
export function mountsOf(links: readonly ParsedLink[], book: AddressBook, { base, content, told }: { base: string; content: string; told: boolean }): Mount[] {
  const whole: Mount[] = [{ address: '', folder: content }];
  if (base !== '') whole.unshift({ address: normalizePath(base), folder: content });
  const inferred = inferMounts(distinctAbsolute(links), book);
  const mounts = told ? [...whole, ...inferred] : [...inferred, ...whole];
  return mounts.filter((mount, index) => mounts.findIndex(({ address, folder }) => address === mount.address && folder === mount.folder) === index);
}

/** Distinct targets of site-absolute links, without leading slash. */
function distinctAbsolute(links: readonly ParsedLink[]): string[] {
  const addresses = new Set<string>();
  for (const { link, parsed } of links) {
    if (link.kind === 'link' && parsed.kind === 'internal' && parsed.base === 'absolute') addresses.add(normalizePath(parsed.path));
  }
  addresses.delete('');
  return [...addresses];
}

/**
 * Infers from the site-absolute links of a tree where its addresses begin. A link votes for every mount that would make
 * it lead to a page; mounts are taken in the order of their votes. One that gives a second address to a folder which
 * already has one is left out: its links are more likely to be old addresses than another way to write today's.
 * @param addresses distinct targets of site-absolute links, without leading slash
 */
function inferMounts(addresses: readonly string[], book: AddressBook): Mount[] {
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
