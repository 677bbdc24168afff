import type { Page } from '../../content/types.ts';
import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { readTask } from '../../text/task.ts';
import { isSameComponent } from './join.ts';
import { componentOf } from './name.ts';
import type { Task, TaskComponent } from './types.ts';

/** A title, or a heading with steps under it. */
interface GuideHeading {
  page: Page;
  text: string;
  lower: string;
}

/** Finds the pages that tell how to do a task oneself. */
export type GuideFinder = (task: Task) => Page[];

/**
 * Guides of a tree by task: pages whose title or a heading names it and steps follow, and that have no dead end for the
 * same task.
 */
export function createGuideFinder(pages: readonly Page[]): GuideFinder {
  const headings = pages.flatMap(headingsWithSteps);
  return (task) => {
    const components = task.mentions.flatMap((judged) => judged.task!.components).filter(({ objects }) => objects.length > 0);
    const deadEnds = new Set(task.mentions.map(({ page }) => page));
    const found = headings.filter((heading) => !deadEnds.has(heading.page) && tells(heading, components));
    return [...new Set(found.map(({ page }) => page))];
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
  const words = near.length > 0 ? compiledLexicon(page.facts.language) : null;
  if (!words) return false;
  const plain = text.replace(/[?？:：]\s*$/u, '');
  const purpose = plain.slice(words.contact.questions.leads(plain));
  return readTask(purpose, words).parts.some((part) => near.some((component) => isSameComponent(component, componentOf(part, words))));
}
