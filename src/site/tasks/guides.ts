import type { Page } from '../../content/types.ts';
import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { readTask } from '../../text/task.ts';
import type { Site } from '../types.ts';
import { isSameComponent } from './join.ts';
import { componentOf } from './name.ts';
import type { Task, TaskComponent } from './types.ts';

/**
 * Pages that tell how to do a task oneself: their title or a heading names it, steps follow, and the page has no dead
 * end for the same task.
 */
export function guidesFor({ pages }: Pick<Site, 'pages'>, task: Task): Page[] {
  const components = task.mentions.flatMap((judged) => judged.task!.components).filter(({ objects }) => objects.length > 0);
  const deadEnds = new Set(task.mentions.map(({ page }) => page));
  return pages.filter((page) => page.facts.steps.length > 0 && !deadEnds.has(page) && tellsTask(page, components));
}

function tellsTask({ facts }: Page, components: TaskComponent[]): boolean {
  if (tells(facts.title, facts.language, components)) return true;
  return facts.headings.some(({ text }, index) => facts.steps.some(({ section }) => section === index) && tells(text, facts.language, components));
}

/** A cheap look for the stems first: few headings hold them all. */
function tells(text: string, language: string, components: TaskComponent[]): boolean {
  const lower = text.toLowerCase();
  const near = components.filter(({ objects }) => objects.every((stem) => lower.includes(stem.slice(0, 4))));
  const words = near.length > 0 ? compiledLexicon(language) : null;
  if (!words) return false;
  const plain = text.replace(/[?？:：]\s*$/u, '');
  const purpose = plain.slice(words.contact.questions.leads(plain));
  return readTask(purpose, words).parts.some((part) => near.some((component) => isSameComponent(component, componentOf(part, words))));
}
