import { nearestPages, type ListedPage } from './nearest.ts';

/**
 * Draws the nearest pages as links.
 * @param pageList address of the list of all pages
 * @returns whether there are any
 */
export async function drawNearest(list: HTMLElement, pageList: string, words: string, lang: string): Promise<boolean> {
  const response = await fetch(pageList);
  if (!response.ok) return false;
  const pages = (await response.json()) as ListedPage[];
  const own = pages.filter((page) => page[3] === lang);
  const nearest = nearestPages(own.length > 0 ? own : pages, words);
  list.replaceChildren(
    ...nearest.map(([address, title]) => {
      const link = document.createElement('a');
      link.href = address;
      link.textContent = title;
      const item = document.createElement('li');
      item.append(link);
      return item;
    }),
  );
  return nearest.length > 0;
}
