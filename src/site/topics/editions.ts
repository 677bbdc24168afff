import type { Page } from '../../content/types.ts';
import { isExampleName, isSetAside, isVersionFolder } from './places.ts';

/** Part of a tree's pages that must have a title of their own for the rest to be pieces of pages. */
const titledShare = 0.2;
/** Fewer words than this are a stub. */
const fewestWords = 40;

/** The pages of a tree that are compared with one another. */
export interface ComparedPages {
  pages: Page[];
  /** Why a page is not compared, a sentence; empty for one that is. */
  whyNot(page: Page): string;
}

/**
 * The pages that can tell a topic twice: those that readers find as pages, each in one edition. Of translations and
 * versions of one page only the original and the current one counts, so that a topic told twice is said once and not
 * in every language and version.
 */
export function comparedPages(all: Page[]): ComparedPages {
  const titled = all.filter(hasTitle);
  const needsTitle = titled.length >= all.length * titledShare;
  const largest = largestFolder(all);
  const isMadeUp = (page: Page) => largest !== '' && rootFolder(page) !== largest && isExampleName(rootFolder(page));
  const main = mainLocale(all);
  const reasonAgainst = (page: Page): string => {
    if (needsTitle && !hasTitle(page)) return `${page.path} has no title, as pieces of other pages have none.`;
    if (page.words.length < fewestWords) return `${page.path} has fewer than ${fewestWords} words.`;
    if (isSetAside(page, largest)) return `${page.path} is no page of its own: a piece of others, a file of the repository, a draft, or published elsewhere.`;
    if (page.locale !== '' && page.locale !== main) return `${page.path} is a translation; ${main === '' ? 'pages outside of the folders of locales' : `those in “${main}”`} are compared.`;
    return isMadeUp(page) ? `${page.path} is an example beside the site's own pages.` : '';
  };
  const own = all.filter((page) => reasonAgainst(page) === '');
  const current = new Map<string, Page>();
  for (const page of own) {
    const key = withoutEdition(page);
    const known = current.get(key);
    if (!known || isMoreCurrent(page, known)) current.set(key, page);
  }
  return {
    pages: own.filter((page) => current.get(withoutEdition(page)) === page),
    whyNot(page) {
      const against = reasonAgainst(page);
      const other = current.get(withoutEdition(page));
      return against || (other && other !== page ? `${page.path} is another edition of ${other.path}, which is compared in its place.` : '');
    },
  };
}

/**
 * The locale whose pages are compared beside those of no locale, so that what the original says twice is said once and not
 * in each language: English where it is one of the locales, none where most pages have none, else the one with most pages.
 */
function mainLocale(pages: Page[]): string {
  const sizes = new Map<string, number>();
  for (const { locale } of pages) sizes.set(locale, (sizes.get(locale) ?? 0) + 1);
  const locales = [...sizes].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([locale]) => locale);
  return locales.find((locale) => /^en\b/.test(locale)) ?? locales[0] ?? '';
}

/** The root folder that holds more than half of the pages; empty where none does. */
function largestFolder(pages: Page[]): string {
  const sizes = new Map<string, number>();
  for (const page of pages) sizes.set(rootFolder(page), (sizes.get(rootFolder(page)) ?? 0) + 1);
  const [largest] = [...sizes].find(([, size]) => size > pages.length / 2) ?? [''];
  return largest;
}

/** The outermost folder around a page; empty for a page at the root. */
function rootFolder({ path }: Page): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

function hasTitle({ facts: { titleRange } }: Page): boolean {
  return titleRange.end > titleRange.start;
}

/** Path without the folders that name a locale or a version. */
function withoutEdition(page: Page): string {
  const segments = page.path.split('/');
  const name = segments.pop()!;
  return [...segments.filter((segment) => segment.toLowerCase() !== page.locale && !isVersionFolder(page, segment)), name].join('/');
}

function isMoreCurrent(one: Page, other: Page): boolean {
  if ((one.locale === '') !== (other.locale === '')) return one.locale === '';
  if (one.version && other.version) return one.version.age < other.version.age;
  const [mine, theirs] = [versionFolder(one), versionFolder(other)];
  if ((mine === '') !== (theirs === '')) return mine === '';
  return mine.localeCompare(theirs, 'en', { numeric: true }) > 0;
}

function versionFolder(page: Page): string {
  return page.path.split('/').slice(0, -1).filter((name) => isVersionFolder(page, name)).join('/');
}
