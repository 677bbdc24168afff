import type { Page } from '../content/types.ts';
import { didYouMean, textIn, type SelfServe } from '../product/self-serve.ts';
import type { Registered } from '../site/tasks/registry.ts';
import { topicOfTask, type Topic } from '../site/tasks/topic.ts';
import type { Site } from '../site/types.ts';
import type { Place, Report, Rule } from './types.ts';

/** What is wrong with the self-serve registry itself, and with what pages say of it. */
export const helpRegistry: Rule = {
  meta: {
    id: 'help/registry',
    summary: 'A task of the self-serve registry that is expired, has lost its page, or that nothing resolves.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: {
      expired: { certainty: 'certain', severity: 'warning' },
      'page-gone': { certainty: 'certain', severity: 'warning' },
      unresolved: { certainty: 'certain', severity: 'warning' },
      unread: { certainty: 'certain', severity: 'warning' },
      'unknown-task': { certainty: 'certain', severity: 'warning' },
    },
  },
  *check(site, { today }) {
    const { selfServe } = site.product;
    if (!selfServe) return;
    for (const registered of site.registered) {
      const reports = [expired(registered, today, site, selfServe), pageGone(registered, site, selfServe), unresolved(registered, selfServe), unread(registered, selfServe)];
      for (const report of reports) if (report) yield { ...report, topic: topicOfRegistered(registered) };
    }
    yield* unknownTasks(site, selfServe);
  },
};

function expired(registered: Registered, today: string, { tasks }: Site, selfServe: SelfServe): Report | null {
  const { id, assisted } = registered.task;
  if (!assisted || assisted.expires >= today) return null;
  const mentions = tasks.filter((task) => task.registered === registered).flatMap((task) => task.mentions);
  return {
    ...placeOf(registered, selfServe),
    subject: `${id} expired`,
    message: `“${id}” was left to a person until ${assisted.expires}; that day has passed.`,
    evidence: [{ class: 'expired', text: `${assisted.owner} looks after it; the reason was: ${textIn(assisted.reason, 'en')}` }],
    related: mentions.map(({ page, mention }) => ({ page, range: mention.range, message: 'Readers are sent to a person for it here.' })),
    suggestions: ['Name the page or the route that serves it now, or decide again and set a new day.'],
  };
}

function pageGone({ task, pages }: Registered, { byPath }: Site, selfServe: SelfServe): Report | null {
  if (task.page === null || byPath.has(task.page)) return null;
  const [other] = pages;
  return {
    page: selfServe.file,
    range: task.range,
    subject: `${task.id} page`,
    message: `The page that serves “${task.id}”, ${task.page}, is not there.`,
    evidence: [{ class: 'page-gone', text: 'The tree has no page of that path.' }],
    suggestions: [other ? `Name ${other.path}, whose frontmatter says that it resolves the task.` : 'Name the page that tells it today.'],
  };
}

function unresolved({ task, pages }: Registered, selfServe: SelfServe): Report | null {
  if (task.page !== null || task.route !== null || task.assisted || pages.length > 0) return null;
  return {
    page: selfServe.file,
    range: task.range,
    subject: task.id,
    message: `Nothing resolves “${task.id}”: no page, no route in the product, and no person.`,
    evidence: [{ class: 'unresolved', text: `The registry names neither, and no page says “resolves: [${task.id}]”.` }],
    suggestions: [`Write “resolves: [${task.id}]” into the frontmatter of the page that tells it, or name its route; where only a person can do it, say so under “assisted”.`],
  };
}

/** A phrasing by which nothing will ever be found. */
function unread({ task, unread: phrasings }: Registered, selfServe: SelfServe): Report | null {
  const [first] = phrasings;
  if (first === undefined) return null;
  return {
    page: selfServe.file,
    range: task.range,
    subject: `${task.id} ${first}`,
    message: `The phrasing “${first}” of “${task.id}” tells no task, so nothing is found by it.`,
    evidence: [{ class: 'unread', text: 'A phrasing is a verb and what it is done to, in a language that Waymark has a lexicon of.' }],
    suggestions: ['Write it as in “change the billing address”.'],
  };
}

/** Pages that name a task which the registry does not have. */
function* unknownTasks({ pages }: Site, selfServe: SelfServe): Iterable<Report> {
  const ids = selfServe.tasks.map(({ id }) => id);
  const places = new Map<string, (Place & { page: Page })[]>();
  for (const page of pages) {
    for (const { task, range } of page.facts.claims) if (!ids.includes(task)) places.set(task, [...(places.get(task) ?? []), { page, range }]);
  }
  for (const [task, members] of places) {
    yield {
      ...members[0]!,
      subject: task,
      topic: 'feature',
      message: `The self-serve registry has no task “${task}”.`,
      evidence: [{ class: 'unknown-task', text: `${selfServe.file.path} has ${ids.length} ${ids.length === 1 ? 'task' : 'tasks'}, and none of that name.` }],
      members,
      suggestions: [`Add it to the registry, or write the name of one that it has.${didYouMean(task, ids)}`],
    };
  }
}

/** Topic of the first phrasing that tells one. */
function topicOfRegistered({ task, components }: Registered): Topic {
  const phrasings = Object.entries(task.phrasings).flatMap(([language, texts]) => texts.map((text) => topicOfTask(text, components, language.split('-')[0]!)));
  return phrasings.find((topic) => topic !== null) ?? 'feature';
}

function placeOf({ task }: Registered, { file }: SelfServe): Place {
  return { page: file, range: task.range };
}
