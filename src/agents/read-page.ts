import { z } from 'zod';
import { UsageError } from '../content/errors.ts';
import type { Page } from '../content/types.ts';
import { answer, readOnly, type Offer } from './answer.ts';
import { pageAt } from './page-at.ts';

/** Gives the text of a page, or of one of its sections. */
export const readPage: Offer = (server, tree) => {
  server.registerTool(
    'read_page',
    {
      title: 'Read a page',
      description: 'The Markdown of a page, or of one section with everything below it.',
      inputSchema: z.object({
        path: z.string().min(1).describe('Path of the page in the tree, or its address in the site'),
        section: z.string().optional().describe('Id of a heading, without “#”; the whole page when left out'),
      }),
      annotations: readOnly,
    },
    ({ path, section }) => answer(tree, () => textOf(pageAt(tree.site, path), section?.replace(/^#/, '') ?? '')),
  );
};

function textOf({ path, source, facts: { headings } }: Page, section: string): string {
  if (section === '') return source;
  const at = headings.findIndex(({ slug }) => slug === section);
  if (at < 0) throw new UsageError(`${path} has no section “${section}”. It has ${headings.map(({ slug }) => slug).join(', ') || 'no heading at all'}.`);
  const next = headings.slice(at + 1).find(({ depth }) => depth <= headings[at]!.depth);
  return source.slice(headings[at]!.range.start, next?.range.start);
}
