/** Line and column, both from 1; columns count UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Position of an offset, given the offsets at which lines begin. */
export function positionAt(starts: number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** Offset of a position, given the offsets at which lines begin. */
export function offsetAt(starts: number[], { line, column }: Position): number {
  return starts[line - 1]! + column - 1;
}
