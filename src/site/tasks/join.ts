import { componentKey } from './name.ts';
import type { JudgedMention, Task, TaskComponent } from './types.ts';

/** Share of the stems of two objects that must be common: from here on two careful readers saw one task. */
const leastOverlap = 0.7;

/**
 * Joins the dead ends of a tree that are about one task: those that share a component, that is the verb and the same
 * object or nearly so.
 */
export function joinTasks(mentions: JudgedMention[]): Task[] {
  const groups: { components: TaskComponent[]; mentions: JudgedMention[] }[] = [];
  for (const mention of mentions) {
    if (!mention.task) continue;
    const { components } = mention.task;
    const joined = groups.filter((group) => {
      const samePage = group.mentions.some(({ page }) => page === mention.page);
      return group.components.some((own) => components.some((other) => isSameComponent(own, other) || (samePage && isPart(own, other))));
    });
    const [first, ...rest] = joined;
    if (!first) {
      groups.push({ components: [...components], mentions: [mention] });
      continue;
    }
    first.components.push(...components);
    first.mentions.push(mention);
    for (const other of rest) {
      first.components.push(...other.components);
      first.mentions.push(...other.mentions);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map(({ components, mentions: members }) => {
    const key = mostFrequent(components.map(componentKey));
    return { key, text: wordingOf(key, members), mentions: members, registered: null };
  });
}

/** Whether two components name one task: the same verb, and objects equal or all but equal. */
export function isSameComponent(a: TaskComponent, b: TaskComponent): boolean {
  if (a.verb !== b.verb || a.objects.length === 0 || b.objects.length === 0) return false;
  const common = a.objects.filter((object) => b.objects.includes(object)).length;
  return common / (a.objects.length + b.objects.length - common) >= leastOverlap;
}

/** Of two that a page tells with one verb, the shorter is the longer in fewer words: "add events to your account", "add events". */
function isPart(a: TaskComponent, b: TaskComponent): boolean {
  if (a.verb !== b.verb || a.objects.length === 0 || b.objects.length === 0) return false;
  const [fewer, more] = a.objects.length < b.objects.length ? [a, b] : [b, a];
  return fewer.objects.every((object) => more.objects.includes(object));
}

/** The wording that the tree uses most, of the mentions that tell just this task; the first of them for a tie. */
function wordingOf(key: string, mentions: JudgedMention[]): string {
  const exact = mentions.filter(({ task }) => task!.components.length === 1 && componentKey(task!.components[0]!) === key);
  return mostFrequent((exact.length > 0 ? exact : mentions).map(({ task }) => task!.text));
}

function mostFrequent(values: string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
