import type { Cache } from '../../content/cache.ts';

/** What earlier runs left of a link: when it last led somewhere, or how long it has been failing. A failure answers for no later run. */
export interface Known {
  /** Day of the last run that followed it, as `2027-01-31`. */
  seen: string;
  /** Status of the answer where it led somewhere; null where it failed. */
  status: number | null;
  /** Runs in a row that failed, and the day of the first. */
  failures: number;
  since: string;
}

const file = 'followed.links';
/** Days for which a link is remembered that no page has any more. */
const rememberedDays = 90;

/** What earlier runs left, by address. */
export function readRecord(cache: Cache): Map<string, Known> {
  const bytes = cache.read(file);
  return new Map(bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as [string, Known][]) : []);
}

/** Leaves it for later runs. */
export function writeRecord(cache: Cache, record: ReadonlyMap<string, Known>, today: string): void {
  const kept = [...record].filter(([, { seen }]) => daysSince(seen, today) <= rememberedDays);
  cache.write(file, [Buffer.from(JSON.stringify(kept))]);
}

/** Days from one day to another. */
export function daysSince(day: string, today: string): number {
  return (Date.parse(today) - Date.parse(day)) / (24 * 3600 * 1000);
}
