import type { Range } from '../types.ts';

/** A place where a page shows a fact by its id: `{fact.api-keys}` or `<Fact id="api-keys" />`. */
export interface FactUse {
  id: string;
  range: Range;
}

const use = /\{\s*fact\.([a-z0-9-]+)\s*\}/g;

/** The facts that a piece of the source shows as `{fact.ID}`. */
export function factUsesIn(source: string, { start, end }: Range): FactUse[] {
  const text = source.slice(start, end);
  if (!text.includes('fact.')) return [];
  return Array.from(text.matchAll(use), (match) => ({ id: match[1]!, range: { start: start + match.index, end: start + match.index + match[0].length } }));
}
