import { routeOfPage, type AddressFormat } from './addresses.ts';
import { sourcesOf } from './facts.ts';
import { pageListFile, searchFolder } from './file-names.ts';
import type { ContentRun } from './lint.ts';
import { localeOfRoute, routeInLocale, type SiteLocales } from './locales.ts';
import { llmsText, markdownOf, type ListedMarkdown } from './markdown.ts';
import { pageList } from './page-list.ts';
import type { ProductView } from './product-view.ts';
import { searchFiles } from './search-files.ts';
import { inWords } from './words.ts';

/** What the files of a site are made from, beside a run of the linter. */
export interface SiteShape {
  title: string;
  description: string;
  /** Absolute path of the content. */
  folder: string;
  /** Language tag of each locale, by its folder. */
  languages: Record<string, string>;
  locales: SiteLocales;
  format: AddressFormat;
  /** What components show of the product, by language. */
  views: Record<string, ProductView>;
}

/**
 * The files that the portal adds to the pages of a site, by their path below the site's base: the search, the list of all
 * pages, each page as Markdown, and what agents read first.
 * @param isPublished whether the site has a page at a route; a page of the tree may be a draft
 */
export async function siteFiles(run: ContentRun, shape: SiteShape, isPublished: (route: string) => boolean): Promise<Map<string, Uint8Array>> {
  const { site, config } = run;
  const { languages, locales, format } = shape;
  const files = new Map<string, Uint8Array>();
  const search = await searchFiles(site.pages, locales, format, isPublished, config.search?.synonyms);
  for (const [name, bytes] of search) files.set(searchFolder + name, bytes);
  const texts = [...markdownFiles(run, shape, isPublished), [pageListFile, JSON.stringify(pageList(site.pages, languages, locales, format, isPublished))] as const];
  for (const [name, text] of texts) files.set(name, Buffer.from(text));
  return files;
}

/** Each page as Markdown beside it, a list of those of the default locale, and all of them in one text. */
function markdownFiles({ site }: ContentRun, { title, description, folder, languages, locales, format, views }: SiteShape, isPublished: (route: string) => boolean): [string, string][] {
  const listed: ListedMarkdown[] = [];
  const whole: string[] = [];
  const files = site.pages.flatMap((page): [string, string][] => {
    const route = routeOfPage(page);
    if (!isPublished(route) || /(?:^|\/)_/.test(page.path)) return [];
    const locale = localeOfRoute(route, locales);
    const lang = languages[locale] ?? 'en';
    const text = markdownOf(page, sourcesOf(folder, page.path, site.product.facts, lang), views[lang] ?? Object.values(views)[0]!);
    const name = `${route === '/' ? 'index' : route.slice(1)}.md`;
    if (locale === locales.fallback) {
      const [area = '', ...below] = routeInLocale(route, locale, '').slice(1).split('/');
      listed.push({ title: page.facts.title, description: page.facts.description, area: below.length > 0 ? inWords(area) : '', address: `${format.base.replace(/\/$/, '')}/${name}` });
      whole.push(text);
    }
    return [[name, text]];
  });
  return [...files, ['llms.txt', llmsText({ title, description }, listed)], ['llms-full.txt', whole.join('\n---\n\n')]];
}
