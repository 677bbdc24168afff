import type { Page } from '../content/types.ts';
import { rules } from '../rules/index.ts';
import { worthOf } from '../rules/types.ts';
import { groupDeadEnds } from '../site/tasks/groups.ts';
import { journeyOf, waysOf } from '../site/tasks/journey.ts';
import { servingPages, stateOf, type ListedTask, type TaskList, type TaskState } from '../site/tasks/list.ts';
import { languagesOf } from '../site/tasks/matcher.ts';
import { topicOf, topicOfTask, type Topic } from '../site/tasks/topic.ts';
import type { JudgedMention } from '../site/tasks/types.ts';
import type { Site } from '../site/types.ts';
import { defaultLanguage } from '../text/language.ts';
import type { TopicSettings } from './config-schema.ts';

/** What readers said: how many could not solve it, and how many wrote in. */
export interface Demand {
  /** Readers who could not solve what they came for, by page; null where no feedback is given. */
  feedback: Map<Page, number> | null;
  /** Tickets by task; null where none are given. */
  tickets: TicketCounts | null;
}

export interface TicketCounts {
  /** Tickets read. */
  total: number;
  byTask: Map<ListedTask, number>;
  /** Tickets whose task no page tells, by the task in normal form, with the first subject. */
  untold: Map<string, { text: string; tickets: number }>;
}

/**
 * `gap`, `unserved`, `unlinked`: as in the list of tasks. `assisted`: a person does it by decision; `expired`: the day of
 * that decision has passed. `answered`: readers write in although a page answers it. `untold`: they write in, and no page
 * speaks of it.
 */
export type GapState = Exclude<TaskState, 'served'> | 'expired' | 'answered' | 'untold';

/** One task that only people can do, or that people write in for. */
export interface Gap {
  /** Identity: the task in normal form, its id in the registry, or the sentence of a contact that tells none. */
  key: string;
  task: string;
  state: GapState;
  topic: Topic;
  /** Whether no class of evidence behind it is more than a hint. */
  hint: boolean;
  /** Pages that hand it over. */
  pages: string[];
  /** Ways through the documentation that end at a person. */
  ways: number;
  /** Readers of these pages who could not solve what they came for; null where no feedback is given. */
  readers: number | null;
  /** Tickets about it; null where none are given. */
  tickets: number | null;
  /** The page that serves it or comes closest; empty where none does. */
  closest: string;
  owner: string;
  /** Last day of the exception; empty where there is none. */
  expires: string;
}

/**
 * Everything that only people can do, and what people write in for, the most wanted first.
 * @param topics which topics are off, and who looks after the others
 */
export function findGaps(site: Site, list: TaskList, { feedback, tickets }: Demand, today: string, topics: TopicSettings = {}): Gap[] {
  const gaps = list.tasks.map((task) => gapOf(task, site, list, { feedback, tickets }, today)).filter((gap) => gap !== null);
  for (const { subject, task, mentions } of groupDeadEnds(site)) {
    if (!task) gaps.push({ ...counted(mentions, site, feedback), key: subject, task: mentions[0]!.mention.sentence, state: 'gap', topic: topicOf(mentions[0]!), ways: mentions.length, tickets: tickets && 0, closest: '', expires: '' });
  }
  for (const [key, { text, tickets: number }] of tickets?.untold ?? []) {
    gaps.push({ key, task: text, state: 'untold', topic: languagesOf(site).map((language) => topicOfTask(text, [], language)).find((topic) => topic !== null) ?? 'feature', hint: false, pages: [], ways: 0, readers: feedback && 0, tickets: number, closest: '', owner: '', expires: '' });
  }
  const wanted = ({ tickets: asked, readers }: Gap) => (asked ?? 0) + (readers ?? 0);
  return gaps.filter(({ topic }) => topics[topic] !== 'off').map((gap) => sentTo(gap, topics)).sort((a, b) => wanted(b) - wanted(a) || b.ways - a.ways || b.pages.length - a.pages.length || (a.key < b.key ? -1 : 1));
}

function gapOf(task: ListedTask, site: Site, { tasks }: TaskList, { feedback, tickets }: Demand, today: string): Gap | null {
  const asked = tickets?.byTask.get(task) ?? 0;
  const state = stateOf(task);
  if (state === 'served' && asked === 0) return null;
  const assisted = task.registered?.task.assisted;
  const ways = waysOf(journeyOf(task, site)).filter(({ end }) => end.kind === 'person');
  return {
    ...counted(task.mentions, site, feedback),
    key: task.key,
    task: task.text,
    state: state === 'served' ? 'answered' : assisted && assisted.expires < today ? 'expired' : state,
    topic: topicOfListed(task),
    hint: task.mentions.length > 0 && task.mentions.every(isHint) && !task.registered,
    ways: ways.length,
    tickets: tickets && asked,
    closest: closestTo(task, tasks),
    ...(assisted ? { owner: assisted.owner } : {}),
    expires: assisted?.expires ?? '',
  };
}

/** Who looks after a decision looks after its gap; of any other, who looks after its topic. */
function sentTo(gap: Gap, topics: TopicSettings): Gap {
  const owner = topics[gap.topic];
  return owner === undefined || gap.expires !== '' ? gap : { ...gap, owner };
}

function topicOfListed({ mentions: [first], text, components, guides: [guide] }: ListedTask): Topic {
  if (first) return topicOf(first);
  return topicOfTask(text, components, guide?.page.facts.language ?? defaultLanguage) ?? 'feature';
}

function counted(mentions: readonly JudgedMention[], { owners }: Site, feedback: Demand['feedback']): Pick<Gap, 'pages' | 'readers' | 'owner' | 'hint'> {
  const pages = [...new Set(mentions.map(({ page }) => page))];
  return {
    pages: pages.map(({ path }) => path),
    readers: feedback && pages.reduce((sum, page) => sum + (feedback.get(page) ?? 0), 0),
    owner: [...new Set(pages.flatMap((page) => owners.get(page) ?? []))].join(', '),
    hint: mentions.every(isHint),
  };
}

function isHint({ class: evidence, mention: { language } }: JudgedMention): boolean {
  return rules.every(({ meta }) => !meta.id.startsWith('help/') || (worthOf(meta, { class: evidence, language })?.certainty ?? 'hint') === 'hint');
}

/** The page that serves the task, else one that serves another task about the same thing. */
function closestTo(task: ListedTask, tasks: readonly ListedTask[]): string {
  const [serving] = servingPages(task);
  if (serving) return serving.path;
  const objects = new Set(task.components.flatMap((component) => component.objects));
  let best = { share: 0.5, path: '' };
  for (const other of tasks) {
    const [page] = other === task ? [] : servingPages(other);
    if (!page) continue;
    for (const { objects: told } of other.components) {
      const common = told.filter((stem) => objects.has(stem)).length;
      const share = common / (told.length + objects.size - common);
      if (share > best.share) best = { share, path: page.path };
    }
  }
  return best.path;
}
