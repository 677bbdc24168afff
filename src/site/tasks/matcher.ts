import type { Site } from '../types.ts';
import type { ListedTask, TaskIndex, TaskList } from './list.ts';
import { componentKey } from './name.ts';
import type { TaskComponent } from './types.ts';
import { readRequest } from './wording.ts';

/** What a short text of a reader asks for. */
export interface Match {
  /** The task of the tree; null where the tree has none. */
  task: ListedTask | null;
  /** The task in normal form where the text tells one; empty where it tells none. */
  key: string;
}

/** `Re:`, `AW:`, `Odp:`, as mail programs put them before a subject. */
const answerMark = /^\s*(?:\p{L}{1,4}\s*:\s*)+/iu;
/** Numbers of cases and accounts: every ticket has another. */
const caseNumber = /[#№]?\b\d{3,}\b/gu;
/** Longer subjects are mails. */
const longestText = 300;

/**
 * Matches short texts of readers (subjects of tickets) with the tasks of a tree, by the same normal form as pages.
 * @param languages languages that readers write in, the likeliest first
 */
export function createTaskMatcher({ index }: TaskList, languages: readonly string[]): (text: string) => Match {
  return (text) => {
    const subject = text.slice(0, longestText).replace(answerMark, '').replace(caseNumber, ' ').trim();
    const readings = languages.map((language) => readRequest(subject, language));
    for (const components of readings) {
      const task = taskFor(components, index);
      if (task) return { task, key: task.key };
    }
    const told = readings.flat().find(({ verb }) => verb !== '');
    return { task: null, key: told ? componentKey(told) : '' };
  };
}

/** A subject is often the thing alone: “HTTPS for tracked links”. It is taken for a task where only one is about it. */
function taskFor(components: readonly TaskComponent[], index: TaskIndex): ListedTask | null {
  if (components.length === 0) return null;
  return components.some(({ verb }) => verb !== '') ? index.find(components) : index.findByObject(components);
}

/** Languages of the pages and of the registry, the most used first. */
export function languagesOf({ pages, product }: Pick<Site, 'pages' | 'product'>): string[] {
  const counts = new Map<string, number>();
  const told = product.selfServe?.tasks.flatMap(({ phrasings }) => Object.keys(phrasings).map((tag) => tag.split('-')[0]!)) ?? [];
  for (const language of [...pages.map(({ facts }) => facts.language), ...told]) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}
