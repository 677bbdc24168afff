/** Longest run of words that one name may be replaced by. */
const longestName = 3;
/** Edits after which two pages are no near copies and the diff is given up. */
const mostEdits = 1500;

/** One name put in the place of another, again and again, as in pages made from one template. */
export interface Replacement {
  /** Word hashes on the first and on the second page. */
  from: number[];
  to: number[];
  times: number;
}

/**
 * The replacement that turns one page's words into the other's most often; null where none occurs twice. Needs no list
 * of names and no language.
 */
export function systematicReplacement(a: Uint32Array, b: Uint32Array): Replacement | null {
  const counts = new Map<string, Replacement>();
  for (const { from, to } of replacedRuns(a, b)) {
    const key = `${from.join(' ')}>${to.join(' ')}`;
    const known = counts.get(key);
    if (known) known.times++;
    else counts.set(key, { from, to, times: 1 });
  }
  const best = [...counts.values()].reduce<Replacement | null>((best, one) => (best && best.times >= one.times ? best : one), null);
  return best && best.times > 1 ? best : null;
}

/** Short runs of words that stand in each other's place between words that both texts share. */
function replacedRuns(a: Uint32Array, b: Uint32Array): { from: number[]; to: number[] }[] {
  const runs: { from: number[]; to: number[] }[] = [];
  let i = 0;
  let j = 0;
  for (const [x, y] of [...commonPairs(a, b), [a.length, b.length] as const]) {
    const removed = x - i;
    const added = y - j;
    if (removed > 0 && added > 0 && removed <= longestName && added <= longestName) {
      runs.push({ from: [...a.subarray(i, x)], to: [...b.subarray(j, y)] });
    }
    i = x + 1;
    j = y + 1;
  }
  return runs;
}

/**
 * Pairs of indexes of a longest common subsequence, ascending (Myers 1986, greedy); none where the texts differ in more
 * than `mostEdits` words.
 */
function commonPairs(a: Uint32Array, b: Uint32Array): [number, number][] {
  const limit = Math.min(mostEdits, a.length + b.length);
  const offset = limit + 1;
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && reach[offset + diagonal - 1]! < reach[offset + diagonal + 1]!);
      let x = down ? reach[offset + diagonal + 1]! : reach[offset + diagonal - 1]! + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      reach[offset + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
}

/** Follows Myers' trace from the end to the beginning and collects the words that were kept. */
function walkBack(trace: Int32Array[], endX: number, endY: number): [number, number][] {
  const pairs: [number, number][] = [];
  let x = endX;
  let y = endY;
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const reach = trace[edits]!;
    const at = (diagonal: number) => reach[diagonal + edits + 1]!;
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const fromX = down ? at(diagonal + 1) : at(diagonal - 1);
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
    const startX = down ? fromX : fromX + 1;
    while (x > startX) pairs.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  while (x > 0) pairs.push([--x, --y]);
  return pairs.reverse();
}
