// When this browser was last asked whether its reader would recommend the product: the only thing that is kept longer
// than a visit.

const key = 'waymark:asked';
const DAYS_BETWEEN = 90;

/**
 * Whether to ask.
 * @param rate share of readers who are asked: 0 to 1
 * @param now milliseconds
 * @param chance at random: 0 to 1
 */
export function mayAsk(rate: number, now: number, chance: number): boolean {
  if (chance >= rate) return false;
  try {
    const last = Date.parse(localStorage.getItem(key) ?? '');
    return Number.isNaN(last) || now - last >= DAYS_BETWEEN * 86_400_000;
  } catch {
    return false; // Where nothing can be kept, the question would come again and again.
  }
}

/** Keeps the day. */
export function noteAsked(now: number): void {
  try {
    localStorage.setItem(key, new Date(now).toISOString().slice(0, 10));
  } catch {
    // It was switched off in the meantime.
  }
}
