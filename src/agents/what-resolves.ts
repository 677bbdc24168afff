import { z } from 'zod';
import { lineStarts, positionAt } from '../content/position.ts';
import type { Page, Range } from '../content/types.ts';
import { oneLine } from '../reporters/text.ts';
import { listTasks, servingPages, stateOf, wordingsOf, type ListedTask, type TaskState } from '../site/tasks/list.ts';
import { createTaskMatcher, languagesOf } from '../site/tasks/matcher.ts';
import type { Site } from '../site/types.ts';
import { answer, readOnly, type Offer } from './answer.ts';

/** Tells how a reader gets a task done. */
export const whatResolves: Offer = (server, tree) => {
  server.registerTool(
    'what_resolves',
    {
      title: 'What resolves a task',
      description: 'Tells how a reader gets a task done: the pages that serve it, its place in the product, or the person who does it, and where the documentation hands it over to people.',
      inputSchema: z.object({ task: z.string().min(1).describe('The task in words (“enable HTTPS for tracked links”), or its id in the registry') }),
      annotations: readOnly,
    },
    ({ task }) => answer(tree, () => tell(tree.site, task)),
  );
};

const stateWords: Record<TaskState, string> = {
  served: 'Readers can do it themselves.',
  unlinked: 'Readers can do it themselves, but some pages send them to a person for it.',
  gap: 'Only a person can do it: no page serves it.',
  assisted: 'A person does it, by decision.',
  unserved: 'The registry has it, and nothing serves it.',
};

function tell(site: Site, asked: string): string {
  const list = listTasks(site);
  const named = list.tasks.find(({ key, registered }) => key === asked || registered?.task.id === asked);
  const task = named ?? createTaskMatcher(list, languagesOf(site))(asked).task;
  return task ? describe(task) : 'No page tells this task, and the registry does not have it. search_docs may find what comes close.';
}

function describe(task: ListedTask): string {
  const { registered, guides, mentions } = task;
  const assisted = registered?.task.assisted;
  const lines = [
    `${task.text}${registered ? ` (${registered.task.id})` : ''}: ${stateWords[stateOf(task)]}`,
    ...servingPages(task).map((page) => `served by: ${placeOf(page, guides.find((guide) => guide.page === page)?.range ?? page.facts.titleRange)} | ${page.facts.title}`),
    ...(registered?.task.route ? [`in the product: ${registered.task.route}`] : []),
    ...(assisted ? [`by a person: ${assisted.owner}, until ${assisted.expires}`] : []),
    ...mentions.map(({ page, mention }) => `handed over at: ${placeOf(page, mention.range)} | ${mention.sentence}`),
    `wordings: ${wordingsOf(task).join('; ')}`,
  ];
  return lines.map(oneLine).join('\n');
}

function placeOf({ path, source }: Page, { start }: Range): string {
  return `${path}:${positionAt(lineStarts(source), start).line}`;
}
