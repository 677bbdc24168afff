import type { Page } from '../../content/types.ts';
import { isExampleName, isSetAside, isVersionName } from './places.ts';

/** Part of a tree's pages that must have a title of their own for the rest to be pieces of pages. */
const titledShare = 0.2;

/**
 * The pages that can tell a topic twice: those that readers find as pages, each in one edition. Of translations and
 * versions of one page only the original and the current one counts, so that a topic told twice is said once and not
 * in every language and version.
 */
export function comparablePages(pages: Page[], fewestWords: number): Page[] {
  const titled = pages.filter(hasTitle);
  const isMadeUp = exampleFolders(pages);
  const own = (titled.length >= pages.length * titledShare ? titled : pages).filter((page) => page.words.length >= fewestWords && !isSetAside(page) && !isMadeUp(page));
  const current = new Map<string, Page>();
  for (const page of own) {
    const key = withoutEdition(page);
    const known = current.get(key);
    if (!known || isMoreCurrent(page, known)) current.set(key, page);
  }
  return own.filter((page) => current.get(withoutEdition(page)) === page);
}

/** Tells the pages of root folders called `examples` and the like that stand beside the folder that holds most pages. */
function exampleFolders(pages: Page[]): (page: Page) => boolean {
  const sizes = new Map<string, number>();
  for (const page of pages) sizes.set(rootFolder(page), (sizes.get(rootFolder(page)) ?? 0) + 1);
  const [largest] = [...sizes].find(([, size]) => size > pages.length / 2) ?? [''];
  return (page) => largest !== '' && rootFolder(page) !== largest && isExampleName(rootFolder(page));
}

/** The outermost folder around a page; empty for a page at the root. */
function rootFolder({ path }: Page): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

function hasTitle({ facts: { titleRange } }: Page): boolean {
  return titleRange.end > titleRange.start;
}

/** Path without the folders that name a locale or a version. */
function withoutEdition({ path, locale }: Page): string {
  const segments = path.split('/');
  const name = segments.pop()!;
  return [...segments.filter((segment) => segment.toLowerCase() !== locale && !isVersionName(segment)), name].join('/');
}

function isMoreCurrent(one: Page, other: Page): boolean {
  if ((one.locale === '') !== (other.locale === '')) return one.locale === '';
  const [mine, theirs] = [versionFolder(one), versionFolder(other)];
  if ((mine === '') !== (theirs === '')) return mine === '';
  return mine.localeCompare(theirs, 'en', { numeric: true }) > 0;
}

function versionFolder({ path }: Page): string {
  return path.split('/').slice(0, -1).filter(isVersionName).join('/');
}
