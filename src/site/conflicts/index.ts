import type { Amount } from '../../content/extract/amounts.ts';
import type { Page } from '../../content/types.ts';
import { comparedPages } from '../topics/editions.ts';
import { findMirrors, type Mirrors } from '../topics/mirrors.ts';
import { isDated, versionsOf } from '../topics/places.ts';
import { saidIn, type Said } from './sentence.ts';

/** One page's word on a value. */
export interface Statement extends Said {
  page: Page;
  amount: Amount;
}

/** Pages that tell different values for one thing. */
export interface Conflict {
  /** What the values are of, in normal form (`ip address/month`). */
  subject: string;
  /** By value, then by path. */
  statements: Statement[];
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
export function findConflicts(all: Page[]): Conflict[] {
  const pages = comparedPages(all).pages.filter((page) => page.facts.amounts.length > 0 && !page.facts.text.generated && !isDated(page));
  const mirrors = findMirrors(pages);
  const statements = pages.flatMap((page) => page.facts.amounts.filter(({ kind }) => kind === 'limit').map((amount) => ({ page, amount })));
  const groups = Map.groupBy(statements, ({ page, amount }) => `${page.facts.language} ${amount.unit.join(' ')}/${amount.per}`);
  return [...groups].flatMap(([key, group]) => {
    if (new Set(group.map(({ amount }) => amount.value)).size < 2) return [];
    const single = [...Map.groupBy(group, ({ page }) => page).values()].filter((ofPage) => new Set(ofPage.map(({ amount }) => amount.value)).size === 1).map(([first]) => first!);
    if (new Set(single.map(({ amount }) => amount.value)).size > mostValues) return [];
    const said = single.map((statement): Statement => ({ ...statement, ...saidIn(statement) }));
    const opposed = said.filter((one) => said.some((other) => one.amount.value !== other.amount.value && isOneSubject(one, other, mirrors)));
    if (opposed.every(({ page }) => page.channel !== undefined)) return [];
    opposed.sort((one, other) => one.amount.value - other.amount.value || (one.page.path < other.page.path ? -1 : 1));
    return [{ subject: key.slice(key.indexOf(' ') + 1), statements: opposed }];
  });
}

function isOneSubject(one: Statement, other: Statement, mirrors: Mirrors): boolean {
  if (mirrors.between(one.page, other.page) || !areEqual(versionsOf(one.page), versionsOf(other.page))) return false;
  if (!areEqual(one.qualifiers, other.qualifiers)) return false;
  if (one.amount.unit.length + (one.amount.per === '' ? 0 : 1) >= enoughWords) return true;
  const shared = one.context.filter((word) => other.context.includes(word)).length;
  return shared >= fewestShared && shared >= sharedPart * new Set([...one.context, ...other.context]).size;
}

function areEqual(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}
