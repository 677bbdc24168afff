import type { Page } from '../../content/types.ts';
import type { Site } from '../types.ts';
import { headingsOf, type HeadingPlace } from './headings.ts';
import { isSameComponent } from './join.ts';
import { componentKey } from './name.ts';
import type { Registered } from './registry.ts';
import type { JudgedMention, TaskComponent } from './types.ts';
import { readWording } from './wording.ts';

/** A task of the tree, served or not: everything that pages and the registry say of it. */
export interface ListedTask {
  /** Identity: verb and sorted stems, or the id in the registry for a task that no page tells. */
  key: string;
  /** The wording to show. */
  text: string;
  components: TaskComponent[];
  /** Places that hand it over to a person. */
  mentions: JudgedMention[];
  /** Headings with steps that tell how to do it. */
  guides: HeadingPlace[];
  registered: Registered | null;
}

/** Tasks by component: those with the same verb are looked through, and no others. */
export class TaskIndex {
  private readonly byVerb = new Map<string, { component: TaskComponent; task: ListedTask }[]>();

  add(task: ListedTask, components: readonly TaskComponent[]): void {
    for (const component of components) {
      const known = this.byVerb.get(component.verb);
      if (known) known.push({ component, task });
      else this.byVerb.set(component.verb, [{ component, task }]);
    }
  }

  /** The task that one of these components names. */
  find(components: readonly TaskComponent[]): ListedTask | null {
    for (const wanted of components) {
      const found = this.byVerb.get(wanted.verb)?.find(({ component }) => isSameComponent(component, wanted));
      if (found) return found.task;
    }
    return null;
  }

  /** The one task whose object these components name, whatever is done to it; null where several are. */
  findByObject(components: readonly TaskComponent[]): ListedTask | null {
    const found = new Set<ListedTask>();
    for (const [verb, known] of this.byVerb) {
      for (const { component, task } of known) if (components.some(({ objects }) => isSameComponent(component, { verb, objects }))) found.add(task);
    }
    return found.size === 1 ? [...found][0]! : null;
  }
}

/** Tasks with an index to find them by what a text says. */
export interface TaskList {
  tasks: ListedTask[];
  index: TaskIndex;
}

/** The tasks that somebody has to answer for: those of the registry, and those that pages hand over to a person. */
export function tasksToAnswer({ tasks, registered, headings }: Pick<Site, 'tasks' | 'registered' | 'headings'>): TaskList {
  const list: TaskList = { tasks: [], index: new TaskIndex() };
  for (const entry of registered) {
    const [first] = Object.values(entry.task.phrasings).flat();
    add({ key: entry.task.id, text: first ?? entry.task.id, components: [...entry.components], mentions: [], guides: [], registered: entry }, list);
  }
  for (const { key, text, mentions, registered: entry } of tasks) {
    const components = mentions.flatMap((mention) => mention.task!.components);
    const known = entry && list.tasks.find((task) => task.registered === entry);
    if (known) {
      known.mentions.push(...mentions);
      known.components.push(...components);
      list.index.add(known, components);
    } else add({ key, text, components, mentions, guides: [], registered: null }, list);
  }
  for (const task of list.tasks) task.guides = headings(task.components).filter(({ steps }) => steps);
  return list;
}

/** All tasks of a tree: those to answer for, and those that a heading with steps tells. */
export function listTasks(site: Pick<Site, 'pages' | 'tasks' | 'registered' | 'headings'>): TaskList {
  const list = tasksToAnswer(site);
  for (const guide of site.pages.flatMap(headingsOf)) {
    if (!guide.steps) continue;
    const components = readWording(guide.text, guide.page.facts.language).filter(({ verb }) => verb !== '');
    if (components.length === 0) continue;
    const known = list.index.find(components);
    if (!known) add({ key: componentKey(components[0]!), text: guide.text, components, mentions: [], guides: [guide], registered: null }, list);
    else if (known.guides.every(({ page, section }) => page !== guide.page || section !== guide.section)) known.guides.push(guide);
  }
  return list;
}

function add(task: ListedTask, { tasks, index }: TaskList): void {
  tasks.push(task);
  index.add(task, task.components);
}

/** Pages that tell how to do a task oneself, without those that hand the same task over. */
export function servingPages({ guides, mentions, registered }: ListedTask): Page[] {
  const handing = new Set(mentions.map(({ page }) => page));
  return [...new Set([...(registered?.pages ?? []), ...guides.map(({ page }) => page).filter((page) => !handing.has(page))])];
}

/** How readers get a task done. `unlinked`: some pages hand it over to a person although another page serves it. */
export type TaskState = 'served' | 'unlinked' | 'gap' | 'assisted' | 'unserved';

export function stateOf(task: ListedTask): TaskState {
  if (task.registered?.task.assisted) return 'assisted';
  const served = servingPages(task).length > 0 || (task.registered?.task.route ?? null) !== null;
  if (task.mentions.length > 0) return served ? 'unlinked' : 'gap';
  return served || task.guides.length > 0 ? 'served' : 'unserved';
}

/** Everything that the tree and the registry call a task, without repetitions. */
export function wordingsOf({ text, mentions, guides, registered }: ListedTask): string[] {
  return [...new Set([text, ...mentions.map(({ task }) => task!.text), ...guides.map((guide) => guide.text), ...Object.values(registered?.task.phrasings ?? {}).flat()])];
}
