import { z } from 'zod';
import { portalPages } from '../engine/run.ts';
import { oneLine } from '../reporters/text.ts';
import { openBuilt } from '../search/files.ts';
import { createSearch, type Search } from '../search/query.ts';
import { indexPages } from '../search/site-index.ts';
import type { SearchAnswer, Span } from '../search/types.ts';
import type { Site } from '../site/types.ts';
import { answer, readOnly, type Offer } from './answer.ts';

/** Searches the pages as the portal does. */
export const searchDocs: Offer = (server, tree) => {
  let indexed: { site: Site; search: Promise<Search> } | null = null;

  /** The search over the tree of now; its index is made when the first question after a change comes. */
  function searchOf(site: Site): Promise<Search> {
    if (indexed?.site !== site) {
      const index = indexPages(portalPages(site, tree.root, tree.config), (page) => page.path, tree.config.search?.synonyms);
      indexed = { site, search: index.then((built) => createSearch(openBuilt(built))) };
    }
    return indexed.search;
  }

  server.registerTool(
    'search_docs',
    {
      title: 'Search the documentation',
      description: 'Finds pages and sections by words, as the portal does: stems, synonyms and slips of typing count. Gives paths for read_page.',
      inputSchema: z.object({
        query: z.string().min(1).describe('What a reader would type'),
        limit: z.int().min(1).max(50).default(10).describe('Number of pages'),
      }),
      annotations: readOnly,
    },
    ({ query, limit }) => answer(tree, async () => formatAnswer(await (await searchOf(tree.site))(query, { limit }))),
  );
};

function formatAnswer({ results, corrections }: SearchAnswer): string {
  const notes = corrections.map(({ typed, used }) => `No page has “${typed}”; searched for “${used}” instead.`);
  if (results.length === 0) return [...notes, 'Nothing found. Try another word for it, or fewer words.'].join('\n');
  const pages = results.flatMap(({ address, title, description, headings }) => [
    `${address} | ${textOf(title)}${description.length > 0 ? ` | ${textOf(description)}` : ''}`,
    ...headings.map((heading) => `  ${heading.address} | ${textOf(heading.text)}`),
  ]);
  return [...notes, ...pages].map(oneLine).join('\n');
}

function textOf(spans: Span[]): string {
  return spans.map(({ text }) => text).join('');
}
