import type { Page } from '../../content/types.ts';
import { isSameComponent } from './join.ts';
import type { Task, TaskComponent } from './types.ts';
import { readWording } from './wording.ts';

/** A title, or a heading with steps under it. */
interface GuideHeading {
  page: Page;
  text: string;
  lower: string;
}

/** Finds the pages that tell how to do a task oneself. */
export type GuideFinder = (task: Task) => Page[];

/**
 * Guides of a tree by task: the pages that the registry has for it, then pages whose title or a heading names it and
 * steps follow, and that have no dead end for the same task.
 */
export function createGuideFinder(pages: readonly Page[]): GuideFinder {
  const headings = pages.flatMap(headingsWithSteps);
  return (task) => {
    const registered = task.registered?.pages ?? [];
    const components = task.mentions.flatMap((judged) => judged.task!.components).filter(({ objects }) => objects.length > 0);
    const deadEnds = new Set(task.mentions.map(({ page }) => page));
    const found = headings.filter((heading) => !deadEnds.has(heading.page) && tells(heading, components));
    return [...new Set([...registered, ...found.map(({ page }) => page)])];
  };
}

function headingsWithSteps(page: Page): GuideHeading[] {
  const { title, headings, steps } = page.facts;
  if (steps.length === 0) return [];
  const sections = new Set(steps.map(({ section }) => section));
  const texts = [title, ...headings.filter((_, index) => sections.has(index)).map(({ text }) => text)];
  return texts.map((text) => ({ page, text, lower: text.toLowerCase() }));
}

/** A cheap look for the stems first: few headings hold them all. */
function tells({ page, text, lower }: GuideHeading, components: TaskComponent[]): boolean {
  const near = components.filter(({ objects }) => objects.every((stem) => lower.includes(stem.slice(0, 4))));
  return near.length > 0 && readWording(text, page.facts.language).some((own) => near.some((component) => isSameComponent(component, own)));
}
