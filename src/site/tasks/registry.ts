import type { Page } from '../../content/types.ts';
import type { RegisteredTask, SelfServe } from '../../product/self-serve.ts';
import { isSameComponent } from './join.ts';
import type { Task, TaskComponent } from './types.ts';
import { readWording } from './wording.ts';

/** A task of the self-serve registry, and what the tree has for it. */
export interface Registered {
  task: RegisteredTask;
  /** Its phrasings in normal form. */
  components: TaskComponent[];
  /** Phrasings that tell no task: nothing can be found by them. */
  unread: string[];
  /** Pages that serve it: the one that the registry names, then those that say so themselves. */
  pages: Page[];
}

/** The tasks of the registry with the pages of the tree that serve them. */
export function registeredTasks(pages: readonly Page[], selfServe: SelfServe | null): Registered[] {
  if (!selfServe) return [];
  const claims = pages.flatMap((page) => page.facts.claims.filter(({ by }) => by === 'resolves').map(({ task }) => ({ task, page })));
  return selfServe.tasks.map((task) => {
    const serving = [...pages.filter(({ path }) => path === task.page), ...claims.filter((claim) => claim.task === task.id).map(({ page }) => page)];
    const phrasings = Object.entries(task.phrasings).flatMap(([language, texts]) => texts.map((text) => ({ text, components: taskIn(text, language) })));
    return {
      task,
      components: phrasings.flatMap(({ components }) => components),
      unread: phrasings.filter(({ components }) => components.length === 0).map(({ text }) => text),
      pages: [...new Set(serving)],
    };
  });
}

/** Regions of a language (`pt-BR`) share its words. */
function taskIn(text: string, language: string): TaskComponent[] {
  return readWording(text, language.split('-')[0]!).filter(({ verb }) => verb !== '');
}

/** The task of the registry that one of these components names; null where none is. */
function findRegistered(registered: readonly Registered[], components: readonly TaskComponent[]): Registered | null {
  return registered.find((each) => each.components.some((own) => components.some((other) => isSameComponent(own, other)))) ?? null;
}

/** Gives each task its entry in the registry; tasks in several languages, or wordings, that share one become one. */
export function register(tasks: readonly Task[], registered: readonly Registered[]): Task[] {
  const known = new Map<Registered, Task>();
  return tasks.flatMap((task) => {
    const entry = findRegistered(registered, componentsOf(task));
    const first = entry && known.get(entry);
    if (first) {
      first.mentions.push(...task.mentions);
      return [];
    }
    const own: Task = { ...task, registered: entry };
    if (entry) known.set(entry, own);
    return [own];
  });
}

function componentsOf({ mentions }: Task): TaskComponent[] {
  return mentions.flatMap(({ task }) => task!.components);
}
