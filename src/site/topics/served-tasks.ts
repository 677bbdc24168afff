import type { Page } from '../../content/types.ts';
import { normalSentence } from '../tasks/name.ts';
import type { JudgedMention, Task } from '../tasks/types.ts';

/** A task on more pages than this is a sentence that the tree repeats, and joins nothing. */
export const pagesPerTask = 6;
/** Words that a task's object must have: "increase limits" and "enable Enterprise" join pages on anything. */
export const objectWords = 2;
/** Part of the page after which a task is what the page comes to, and no remark on the way. */
const endOfGuide = 0.5;

/** Two guides, by index with `a` below `b`, that both hand a task over to somebody. */
export interface HandedOver {
  a: number;
  b: number;
  task: Task;
}

/**
 * The tasks that pairs of guides end in by handing them over. Guides in different words for one task have nothing else in
 * common that a comparison of texts could see.
 */
export function handedOver(pages: Page[], tasks: Task[]): HandedOver[] {
  const indexOf = new Map(pages.map((page, index) => [page, index]));
  return tasks.flatMap((task) => {
    const sentences = new Map<number, Set<string>>();
    for (const judged of task.mentions.filter(endsGuide)) {
      const index = indexOf.get(judged.page);
      if (index !== undefined) sentences.set(index, (sentences.get(index) ?? new Set()).add(normalSentence(judged.mention)));
    }
    const on = [...sentences.keys()].sort((a, b) => a - b);
    if (on.length > pagesPerTask) return [];
    // One sentence on two pages is a call-out that was pasted, and not two guides that come to the same.
    const isPasted = (a: number, b: number) => [...sentences.get(a)!].every((sentence) => sentences.get(b)!.has(sentence));
    return on.flatMap((a, at) => on.slice(at + 1).filter((b) => !isPasted(a, b)).map((b) => ({ a, b, task })));
  });
}

function endsGuide({ verdict, task, mention, page }: JudgedMention): boolean {
  if (verdict !== 'dead-end' || !task?.components.some(({ objects }) => objects.length >= objectWords)) return false;
  return mention.range.start >= page.source.length * endOfGuide;
}
