import type { Site } from '../types.ts';
import { normalSentence } from './name.ts';
import type { JudgedMention, Task } from './types.ts';

/** Dead ends that are one fault: one task, or one sentence that stands in several places. */
export interface DeadEndGroup {
  /** Key of the task, else the sentence in normal form. */
  subject: string;
  /** The task, where all places are about one. */
  task: Task | null;
  mentions: JudgedMention[];
}

/**
 * Groups the dead ends of a tree. A sentence repeated on many pages ("This feature is in beta, contact us to enable
 * it") is one fault, even where its object differs from page to page or is not told.
 * @param isWanted leaves others out
 */
export function groupDeadEnds({ mentions, tasks }: Pick<Site, 'mentions' | 'tasks'>, isWanted: (judged: JudgedMention) => boolean = () => true): DeadEndGroup[] {
  const groups: DeadEndGroup[] = [];
  const bySentence = new Map<string, DeadEndGroup>();
  const add = (members: JudgedMention[], task: Task | null) => {
    const sentences = members.map(({ mention }) => normalSentence(mention));
    const known = sentences.map((sentence) => bySentence.get(sentence)).find((group) => group !== undefined);
    const group = known ?? { subject: task?.key ?? sentences[0]!, task, mentions: [] };
    if (known) {
      known.subject = sentences[0]!;
      known.task = null;
    } else groups.push(group);
    group.mentions.push(...members);
    for (const sentence of sentences) bySentence.set(sentence, group);
  };
  for (const task of tasks) {
    const members = task.mentions.filter(isWanted);
    if (members.length > 0) add(members, task);
  }
  for (const judged of mentions) {
    if (judged.verdict !== 'dead-end' || judged.task || !isWanted(judged)) continue;
    const group = bySentence.get(normalSentence(judged.mention));
    if (group) group.mentions.push(judged);
    else add([judged], null);
  }
  return groups;
}
