import type { Amount } from '../../content/extract/amounts.ts';
import type { Page } from '../../content/types.ts';
import { findMirrors, type Mirrors } from '../topics/mirrors.ts';
import { versionsOf } from '../topics/places.ts';
import { haveSame } from './same.ts';
import { saidIn, type Said } from './sentence.ts';
import type { Conflict } from './types.ts';

/** One page's word on a limit. */
interface Limit extends Said {
  page: Page;
  amount: Amount;
}

/** More values than this for one thing are values of several things. */
const mostValues = 3;
/** Words of unit and "per" that say together what the number is of: "IP addresses per month". */
const enoughWords = 3;
/** Words that two sentences must share beside a shorter unit, and which part of all their words. */
const fewestShared = 2;
const sharedPart = 0.3;

/**
 * Pages that disagree on a limit: one thing, by the words after the number, told with different numbers. A page that
 * itself tells several is left out, for it tells them apart by something that these words do not hold.
 */
export function limitConflicts(pages: Page[]): Conflict[] {
  const telling = pages.filter((page) => page.facts.amounts.length > 0);
  const mirrors = findMirrors(telling);
  const limits = telling.flatMap((page) => page.facts.amounts.filter(({ kind }) => kind === 'limit').map((amount) => ({ page, amount })));
  const groups = Map.groupBy(limits, ({ page, amount }) => `${page.facts.language} ${amount.unit.join(' ')}/${amount.per}`);
  return [...groups].flatMap(([key, group]) => {
    if (new Set(group.map(({ amount }) => amount.value)).size < 2) return [];
    const single = [...Map.groupBy(group, ({ page }) => page).values()].filter((ofPage) => new Set(ofPage.map(({ amount }) => amount.value)).size === 1).map(([first]) => first!);
    if (new Set(single.map(({ amount }) => amount.value)).size > mostValues) return [];
    const said = single.map((limit): Limit => ({ ...limit, ...saidIn(limit) }));
    const opposed = said.filter((one) => said.some((other) => one.amount.value !== other.amount.value && isOneSubject(one, other, mirrors)));
    if (opposed.every(({ page }) => page.channel !== undefined)) return [];
    opposed.sort((one, other) => one.amount.value - other.amount.value || (one.page.path < other.page.path ? -1 : 1));
    const subject = key.slice(key.indexOf(' ') + 1);
    const statements = opposed.map(({ page, amount, text }) => ({ page, range: amount.sentence, value: String(amount.value), text }));
    return [{ kind: 'limit', subject, name: readable(opposed[0]!, subject), statements }];
  });
}

function isOneSubject(one: Limit, other: Limit, mirrors: Mirrors): boolean {
  if (mirrors.between(one.page, other.page) || !haveSame(versionsOf(one.page), versionsOf(other.page))) return false;
  if (!haveSame(one.qualifiers, other.qualifiers)) return false;
  if (one.amount.unit.length + (one.amount.per === '' ? 0 : 1) >= enoughWords) return true;
  const shared = one.context.filter((word) => other.context.includes(word)).length;
  return shared >= fewestShared && shared >= sharedPart * new Set([...one.context, ...other.context]).size;
}

/** What is counted, as the page writes it. */
function readable({ page, amount }: Limit, subject: string): string {
  const after = page.source.slice(amount.range.end, amount.sentence.end).replace(/\s+/g, ' ');
  const words = /^(?: [\p{L}'’-]+)+/u.exec(after)?.[0].trim().split(' ').slice(0, amount.unit.length + 1).join(' ');
  return words ? `“${words}${amount.per === '' || words.includes(amount.per) ? '' : ` … ${amount.per}`}”` : `“${subject}”`;
}
