import type { Frontmatter } from '../frontmatter.ts';
import type { Range } from '../types.ts';
import type { TreeFacts } from './reading.ts';

/** A task of the self-serve registry that a page names. */
export interface TaskClaim {
  /** Id in the registry, as written. */
  task: string;
  /** `resolves`: the page's frontmatter says that it tells how to do it. `contact`: `<Contact task>` shows every way to it. */
  by: 'resolves' | 'contact';
  range: Range;
}

/** The tasks that a page's frontmatter says it resolves. */
export function claimsOf({ resolves = [] }: Frontmatter, written: TreeFacts['frontmatter']): TaskClaim[] {
  if (!written) return [];
  const key = Math.max(0, written.source.search(/^["']?resolves["']?\s*[:=]/m));
  return [resolves].flat().map((task) => {
    const found = written.source.indexOf(task, key);
    const start = written.offset + (found < 0 ? key : found);
    return { task, by: 'resolves', range: { start, end: start + task.length } };
  });
}
