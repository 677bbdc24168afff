import { compiledLexicon } from '../../text/lexicon/compile.ts';
import type { JudgedMention, TaskComponent } from './types.ts';

/** What a task is about, so that a team can send it to those who look after it; `feature` is everything else. */
export const topics = ['feature', 'limit', 'account', 'billing', 'sales', 'data'] as const;

export type Topic = (typeof topics)[number];

/** Classes of evidence that tell the topic by themselves. */
const byClass = new Map<string, Topic>([['limit', 'limit'], ['plan-gate', 'sales'], ['plan', 'sales'], ['price', 'sales']]);

/** Canonical verbs that tell it where the object does not. */
const byVerb = new Map<string, Topic>([['increase', 'limit'], ['decrease', 'limit'], ['purchase', 'billing'], ['renew', 'billing'], ['refund', 'billing'], ['export', 'data'], ['migrate', 'data'], ['retain', 'data']]);

/** Topic of a contact: of its task, else of its purpose, else of the team that it names. */
export function topicOf({ class: evidence, mention: { purpose, agent, language }, task }: JudgedMention): Topic {
  const about = task ? topicOfTask(task.text, task.components, language) : purpose ? topicIn(purpose.text, language) : null;
  return byClass.get(evidence) ?? about ?? topicIn(agent.text, language) ?? 'feature';
}

/** Topic of a task; null where neither its words nor its verb tell one. */
export function topicOfTask(text: string, components: readonly TaskComponent[], language: string): Topic | null {
  return topicIn(text, language) ?? components.map(({ verb }) => byVerb.get(verb)).find((topic) => topic !== undefined) ?? null;
}

function topicIn(text: string, language: string): Topic | null {
  const words = compiledLexicon(language)?.topics;
  if (!words) return null;
  return (['limit', 'billing', 'data', 'account', 'sales'] as const).find((topic) => words[topic].isIn(text)) ?? null;
}
