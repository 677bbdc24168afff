import { z } from 'zod';
import { findGaps } from '../engine/gaps.ts';
import { formatGapsText } from '../reporters/gaps.ts';
import { oneLine } from '../reporters/text.ts';
import { listTasks } from '../site/tasks/list.ts';
import { answer, readOnly, type Offer } from './answer.ts';

/** Lists what only people can do. */
export const listGaps: Offer = (server, tree) => {
  server.registerTool(
    'list_gaps',
    {
      title: 'List gaps',
      description: 'Tasks that readers cannot finish by themselves, the most told first, each with the pages that hand it over and the page that comes closest to serving it.',
      inputSchema: z.object({
        hints: z.boolean().default(false).describe('Whether to list tasks that are only hints too'),
        limit: z.int().min(1).max(200).default(20).describe('Number of tasks'),
      }),
      annotations: readOnly,
    },
    ({ hints, limit }) =>
      answer(tree, () => {
        const all = findGaps(tree.site, listTasks(tree.site), { feedback: null, tickets: null }, new Date().toISOString().slice(0, 10), tree.config.help?.topics);
        const gaps = all.filter(({ hint }) => hints || !hint);
        const text = formatGapsText({ gaps: gaps.slice(0, limit), hidden: 0, tickets: null, since: null }).trimEnd();
        const more = [...(gaps.length > limit ? [`There are ${gaps.length - limit} more; raise the limit.`] : []), ...(gaps.length < all.length ? [`${all.length - gaps.length} hints are not listed.`] : [])];
        return [...text.split('\n').map(oneLine), ...more].join('\n');
      }),
  );
};
