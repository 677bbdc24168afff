import type { Page } from '../../content/types.ts';
import { normalSentence } from '../tasks/name.ts';
import type { JudgedMention, Task } from '../tasks/types.ts';

/** A task on more pages than this is a sentence that the tree repeats, and joins nothing. */
const pagesPerTask = 6;
/** Words that a task's object must have: "increase limits" and "enable Enterprise" join pages on anything. */
const objectWords = 2;
/** Part of the page after which a task is what the page comes to, and no remark on the way. */
const endOfGuide = 0.5;

/**
 * The tasks that pairs of guides end in by handing them over to somebody, by `a * pages.length + b` with `a` below `b`.
 * Guides in different words for one task have nothing else in common that a comparison of texts could see.
 */
export function tasksByPair(pages: Page[], tasks: Task[]): Map<number, Task[]> {
  const indexOf = new Map(pages.map((page, index) => [page, index]));
  const served = new Map<number, Task[]>();
  for (const task of tasks) {
    const sentences = new Map<number, Set<string>>();
    for (const judged of task.mentions.filter(endsGuide)) {
      const index = indexOf.get(judged.page);
      if (index !== undefined) sentences.set(index, (sentences.get(index) ?? new Set()).add(normalSentence(judged.mention)));
    }
    const on = [...sentences.keys()].sort((a, b) => a - b);
    if (on.length > pagesPerTask) continue;
    for (const [at, a] of on.entries()) {
      for (const b of on.slice(at + 1)) {
        // One sentence on two pages is a call-out that was pasted, and not two guides that come to the same.
        if ([...sentences.get(a)!].every((sentence) => sentences.get(b)!.has(sentence))) continue;
        const key = a * pages.length + b;
        served.set(key, [...(served.get(key) ?? []), task]);
      }
    }
  }
  return served;
}

function endsGuide({ verdict, task, mention, page }: JudgedMention): boolean {
  if (verdict !== 'dead-end' || !task?.components.some(({ objects }) => objects.length >= objectWords)) return false;
  return mention.range.start >= page.source.length * endOfGuide;
}
