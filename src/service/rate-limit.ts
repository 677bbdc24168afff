const WINDOW_MS = 60_000;
/** Addresses that are counted at the same time, at most; beyond, all others share one count. */
const MOST_ADDRESSES = 100_000;

/**
 * Counts requests by address within a minute, in memory: each instance counts for itself, and nothing is written down.
 * @returns for an address, the seconds that it has to wait; 0 where it may go on
 */
export function createRateLimit(perMinute: number, now: () => number): (address: string) => number {
  const counts = new Map<string, number>();
  let begun = now();
  return (address) => {
    if (now() - begun >= WINDOW_MS) {
      counts.clear();
      begun = now();
    }
    const key = counts.size < MOST_ADDRESSES || counts.has(address) ? address : '';
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > perMinute ? Math.ceil((begun + WINDOW_MS - now()) / 1000) : 0;
  };
}
