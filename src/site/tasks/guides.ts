import type { Page } from '../../content/types.ts';
import { changesContract } from './contract.ts';
import { headingsOf, type HeadingFinder, type HeadingPlace } from './headings.ts';
import { isSameComponent } from './join.ts';
import type { Task, TaskComponent } from './types.ts';
import { readWording } from './wording.ts';

/** Finds the pages that tell how to do a task oneself. */
export type GuideFinder = (task: Task) => Page[];

/**
 * Guides of a tree by task: the pages that the registry has for it, then pages whose title or a heading names it and
 * steps follow, and that have no dead end for the same task.
 */
export function createGuideFinder(headings: HeadingFinder): GuideFinder {
  return (task) => {
    const registered = task.registered?.pages ?? [];
    const components = task.mentions.flatMap((judged) => judged.task!.components).filter(({ objects }) => objects.length > 0);
    const deadEnds = new Set(task.mentions.map(({ page }) => page));
    const found = headings(components).filter((heading) => !deadEnds.has(heading.page) && isGuide(heading, components));
    return [...new Set([...registered, ...found.map(({ page }) => page)])];
  };
}

/** Whether a page tells how to do a task oneself. */
export function isGuideFor(page: Page, components: TaskComponent[]): boolean {
  return headingsOf(page).some((heading) => isGuide(heading, components));
}

/** A heading with steps that tells just the task. */
function isGuide({ page, text, steps }: HeadingPlace, components: TaskComponent[]): boolean {
  const { language } = page.facts;
  return steps && readWording(text, language).some((own) => components.some((component) => isSameComponent(component, own) || changesContract(component, own, language)));
}
