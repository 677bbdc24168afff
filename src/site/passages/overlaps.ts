/** Words of a page in a row: page by index, words by index, half-open. */
export interface Stretch {
  page: number;
  start: number;
  end: number;
}

/** Part of a stretch that must lie in another for both to be of one passage. */
const sharedPart = 0.5;

/** Pairs of stretches, by index, that have half of the shorter one in common. */
export function overlapping(stretches: Stretch[]): [number, number][] {
  return overlaps(stretches, Math.min);
}

/** Pairs of stretches, by index, that have half of the longer one in common, so that a chain of pairs leads nowhere else. */
export function alikeInLength(stretches: Stretch[]): [number, number][] {
  return overlaps(stretches, Math.max);
}

function overlaps(stretches: Stretch[], measure: (one: number, other: number) => number): [number, number][] {
  const order = stretches.map((_, index) => index).sort((one, other) => compare(stretches[one]!, stretches[other]!));
  const pairs: [number, number][] = [];
  let open: number[] = [];
  for (const index of order) {
    const { page, start, end } = stretches[index]!;
    open = open.filter((other) => stretches[other]!.page === page && stretches[other]!.end > start);
    for (const other of open) {
      const known = stretches[other]!;
      const shared = Math.min(end, known.end) - start;
      if (shared >= sharedPart * measure(end - start, known.end - known.start)) pairs.push([other, index]);
    }
    open.push(index);
  }
  return pairs;
}

function compare(one: Stretch, other: Stretch): number {
  return one.page - other.page || one.start - other.start || one.end - other.end;
}
