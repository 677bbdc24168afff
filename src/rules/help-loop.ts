import type { Page } from '../content/types.ts';
import { journeyOf, waysOf, type Journey, type Way } from '../site/tasks/journey.ts';
import { stateOf, tasksToAnswer } from '../site/tasks/list.ts';
import { topicOfTask } from '../site/tasks/topic.ts';
import type { Place, Report, Rule } from './types.ts';

/** Tasks whose guides only lead to each other, or to a person. */
export const helpLoop: Rule = {
  meta: {
    id: 'help/loop',
    summary: 'Guides that send the reader round, or whose every way ends at support.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    classes: {
      ring: { certainty: 'hint', severity: 'info' },
      'every-way': { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    for (const task of tasksToAnswer(site).tasks) {
      if (stateOf(task) !== 'gap' && stateOf(task) !== 'unserved') continue;
      const journey = journeyOf(task, site);
      const ways = waysOf(journey);
      const report = ways.every(({ end }) => end.kind === 'back' || end.kind === 'nothing') ? ring(journey, ways) : everyWay(journey, ways);
      if (report) yield report;
    }
  },
};

/** Pages that name the task, lead to each other, and never tell how to do it. */
function ring({ task, pages }: Journey, ways: Way[]): Report | null {
  const back = ways.find(({ end }) => end.kind === 'back');
  if (!back) return null;
  const titles = [...back.pages.map(({ facts }) => facts.title), back.end.text];
  return {
    ...placeOf(pages[0]!),
    subject: task.key,
    topic: topicOfTask(task.text, task.components, pages[0]!.facts.language) ?? 'feature',
    message: `To ${task.text}, ${pages.length} pages send the reader round: ${titles.map((title) => `“${title}”`).join(' → ')}.`,
    evidence: [{ class: 'ring', text: 'Each names the task in its title or a heading, none has steps under it, and none leads anywhere else for it.' }],
    members: pages.map(placeOf),
    related: [{ page: back.end.page, range: back.end.range, message: 'Here the reader is sent back.' }],
    suggestions: ['Write the steps on one of these pages, and link to it from the others.'],
  };
}

/** Several guides for one task, and every way through them ends at a person. */
function everyWay({ task, pages }: Journey, ways: Way[]): Report | null {
  const toPerson = ways.filter(({ end }) => end.kind === 'person');
  if (pages.length < 2 || toPerson.length < 2) return null;
  const shortest = toPerson[0]!;
  return {
    ...placeOf(pages[0]!),
    subject: task.key,
    topic: topicOfTask(task.text, task.components, pages[0]!.facts.language) ?? 'feature',
    message: `To ${task.text}: ${pages.length} guides, ${toPerson.length} ways, all end at a person.`,
    evidence: [{ class: 'every-way', text: `The shortest way: ${shortest.pages.map(({ path }) => path).join(' → ')} → “${shortest.end.text}”` }],
    members: pages.map(placeOf),
    related: toPerson.map(({ end }) => ({ page: end.page, range: end.range, message: 'A way ends here.' })),
    suggestions: ['Make one of these guides lead to the end of the task. Where the product has no way yet, the gap is in the product: record it where your product is planned.'],
  };
}

function placeOf(page: Page): Place {
  return { page, range: page.facts.titleRange };
}
