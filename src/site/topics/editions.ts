import type { Page } from '../../content/types.ts';
import { isSetAside, isVersionName } from './places.ts';

/** Part of a tree's pages that must have a title of their own for the rest to be pieces of pages. */
const titledShare = 0.2;

/**
 * The pages that can tell a topic twice: those that readers find as pages, each in one edition. Of translations and
 * versions of one page only the original and the current one counts, so that a topic told twice is said once and not
 * in every language and version.
 */
export function comparablePages(pages: Page[], fewestWords: number): Page[] {
  const titled = pages.filter(hasTitle);
  const own = (titled.length >= pages.length * titledShare ? titled : pages).filter((page) => page.words.length >= fewestWords && !isSetAside(page));
  const current = new Map<string, Page>();
  for (const page of own) {
    const key = withoutEdition(page);
    const known = current.get(key);
    if (!known || isMoreCurrent(page, known)) current.set(key, page);
  }
  return own.filter((page) => current.get(withoutEdition(page)) === page);
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
