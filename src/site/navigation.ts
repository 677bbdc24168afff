import { addressOf, isAboutRepository } from '../content/routes.ts';
import type { Page } from '../content/types.ts';
import { type LinkGraph, pagesLinkedFrom } from './links.ts';
import { isPart } from './parts.ts';
import { parentOf } from './paths.ts';

/** What the navigation of a site lists. */
export interface Navigation {
  /** File that tells it, relative to the root. */
  file: string;
  /** Folder of the pages that it is about, relative to the root; empty for the root. */
  content: string;
  /** Paths, addresses or ids of pages, as they are written. */
  entries: string[];
  /** Folders, relative to the content folder, all of whose pages are listed; `.` for the content folder. */
  folders: string[];
}

/** Share of pages that are reached from which on the others are exceptions. */
const usual = 0.8;

/**
 * Pages that neither the navigation nor a link from a page that it leads to reaches, where most pages are reached, of the
 * tree and of their own folder: else something that was not read lists them (a blog, a gallery, a tutorial).
 * Translations are left out, since their sites show them by the navigation of the first language; so are parts of pages,
 * files about the repository, and pages that say themselves that they are hidden.
 */
export function orphansOf(pages: readonly Page[], links: LinkGraph, navigation: Navigation): Page[] {
  const lists = listedBy(navigation);
  const reached = new Set(pages.filter((page) => lists(page) || page.route === '/'));
  for (const page of reached) for (const linked of pagesLinkedFrom(links, page)) reached.add(linked);
  const meant = pages.filter((page) => page.locale === '' && isInside(page, navigation.content) && isMeant(page));
  const isUsual = (some: readonly Page[]) => some.filter((page) => reached.has(page)).length >= some.length * usual;
  if (!isUsual(meant)) return [];
  const folders = Map.groupBy(meant, ({ path }) => parentOf(path));
  return [...folders.values()].filter(isUsual).flatMap((folder) => folder.filter((page) => !reached.has(page)));
}

/** Whether a page is meant to be found in the site. */
function isMeant({ path, facts }: Page): boolean {
  return !isPart(path) && !/(?:^|\/)(?:404\.\w+$|\[)/.test(path) && !isAboutRepository(path) && !isHidden(facts.frontmatter);
}

function isInside({ path }: Page, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

const hidingKeys = ['draft', 'hidden', 'unlisted', 'noindex', 'orphan', 'redirect', 'redirect_to'];

function isHidden(frontmatter: Record<string, unknown>): boolean {
  const sidebar = frontmatter['sidebar'] as { hidden?: unknown } | null | undefined;
  return Boolean(sidebar?.hidden) || hidingKeys.some((key) => Boolean(frontmatter[key]));
}

/** Answers whether a navigation lists a page. An entry may begin with what the site puts before addresses (`/docs`). */
export function listedBy({ entries, folders, content }: Navigation): (page: Page) => boolean {
  const ends = new Set(entries.flatMap((entry) => endsOf(clean(entry))));
  const whole = folders.map(clean);
  return (page) => {
    const path = content === '' ? page.path : page.path.slice(content.length + 1);
    const { id, slug } = page.facts.frontmatter;
    const folder = path.split('/').slice(0, -1).join('/');
    const names = [path, addressOf(path, false), addressOf(path, true), page.route, slug, id === undefined ? undefined : `${folder}/${id}`].filter((name) => name !== undefined).map(clean);
    return names.some((name) => ends.has(name) || whole.some((each) => each === '' || name.startsWith(`${each}/`)));
  };
}

/** `a/b/c` → `a/b/c`, `b/c`, `c`. */
function endsOf(address: string): string[] {
  const parts = address.split('/');
  return parts.map((_, from) => parts.slice(from).join('/'));
}

/** An address or a path without what may be written or left out. */
function clean(entry: string): string {
  return entry
    .replace(/[?#].*$/, '')
    .replace(/^\.?\/+|\/+$/g, '')
    .replace(/(?:(?:^|\/)(?:index|readme|_index))?\.(?:mdx?|markdown|html)$|(?:^|\/)(?:index|readme|_index)$/i, '')
    .replace(/^\.$/, '')
    .toLowerCase();
}
