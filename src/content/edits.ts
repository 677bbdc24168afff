import type { Range } from './types.ts';

/** A piece of text in place of a range of a source; an empty range inserts. */
export interface Edit {
  range: Range;
  text: string;
}

/** The source with all edits made, none of which may overlap; of two at one place the first goes first. */
export function withEdits(source: string, edits: Edit[]): string {
  const ordered = edits.map((edit, index) => ({ ...edit, index })).sort((a, b) => a.range.start - b.range.start || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { range, text } of ordered) {
    if (range.start < at) throw new Error(`Two edits overlap at ${range.start}.`);
    result += source.slice(at, range.start) + text;
    at = range.end;
  }
  return result + source.slice(at);
}
