// Which page answers a reader, and which file an address of the portal is.
import type { Page } from '../content/types.ts';
import type { Config } from '../engine/config.ts';
import type { AnsweringPage } from '../service/inbox/reply.ts';
import type { MessageTable } from '../service/store/tables.ts';
import { listTasks, servingPages } from '../site/tasks/list.ts';
import { createTaskMatcher, languagesOf } from '../site/tasks/matcher.ts';
import type { Site } from '../site/types.ts';
import { searchOf } from './search.ts';

/** Longer texts are stories; what is wanted stands at the beginning. */
const longestQuery = 200;

/**
 * Finds pages that answer: the one that the registry names for the task, else the one that serves the task that the text
 * tells, else what the portal's search finds first. Never the page that has not helped.
 */
export function createAnswerFinder(site: Site, config: Config): (message: Pick<MessageTable, 'page' | 'locale' | 'task' | 'comment'>) => Promise<Page | null> {
  const list = listTasks(site);
  const match = createTaskMatcher(list, languagesOf(site));
  const searches = new Map<string, ReturnType<typeof searchOf>>();
  return async ({ page, locale, task: id, comment }) => {
    const own = pageAt(page, site, config);
    const registered = list.tasks.find((each) => each.registered?.task.id === id);
    const text = (comment ?? '').slice(0, longestQuery);
    const served = [registered, match(text).task].flatMap((task) => (task ? servingPages(task) : [])).find((each) => each !== own);
    if (served || text === '') return served ?? null;
    // Pages of the reader's language alone, where the tree has any.
    const inLocale = site.pages.filter((each) => each.locale === locale || each.facts.language === locale.split('-')[0]);
    const pages = inLocale.length > 0 ? inLocale : site.pages;
    const search = searches.get(locale) ?? searchOf(pages, config);
    searches.set(locale, search);
    const { results } = await (await search)(text);
    return results.map(({ address }) => site.byPath.get(address) ?? null).find((each) => each !== own) ?? null;
  };
}

/** The page that stands at an address of the portal; undefined where the tree has none. */
export function pageAt(address: string, { byRoute }: Site, { site: { base = '/' } = {} }: Config): Page | undefined {
  const prefix = base.replace(/\/+$/, '');
  const inside = address.startsWith(`${prefix}/`) ? address.slice(prefix.length) : address;
  return byRoute.get(decodeURI(inside).replace(/(?:\/index)?\.html$|(?<=.)\/+$/, '') || '/');
}

/** A page as it is shown to readers. */
export function shownPage({ facts, route }: Page, { site: { base = '/', url = '' } = {} }: Config): AnsweringPage {
  return { title: facts.title, address: `${url.replace(/\/+$/, '')}${base.replace(/\/+$/, '')}${route === '/' ? '' : route}/` };
}
