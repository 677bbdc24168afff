import type { Page } from '../../content/types.ts';
import type { HeadingFinder } from './headings.ts';
import type { Task } from './types.ts';

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
    const found = headings(components).filter(({ page, steps }) => steps && !deadEnds.has(page));
    return [...new Set([...registered, ...found.map(({ page }) => page)])];
  };
}
