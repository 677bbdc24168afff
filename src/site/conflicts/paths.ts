import type { Reference } from '../../content/extract/references.ts';
import type { Page } from '../../content/types.ts';
import { wordsOf } from '../../text/words.ts';
import { menuPathsOn } from '../menu-paths.ts';
import { findMirrors, type Mirrors } from '../topics/mirrors.ts';
import { versionsOf } from '../topics/places.ts';
import { haveSame } from './same.ts';
import type { Conflict, Statement } from './types.ts';

/** A page's way to a place of the interface. */
interface Way extends Statement {
  /** Its labels in lower case, without what is no letter or number; the place comes last. */
  steps: string[];
  versions: string[];
}

/** More ways than this to places of one name lead to several places. */
const mostWays = 3;
/** Pages that must agree on one of the ways: of two that one page each tells, each often leads to a place of its own. */
const agreeing = 2;

/**
 * Pages that lead to one place of the interface by different menu paths, on one of which some agree. A path that leaves
 * out steps of another is the same way; paths that have no word in common before their end are ways through other
 * products, or other places; a page that itself tells several ways knows of both.
 */
export function pathConflicts(pages: Page[]): Conflict[] {
  const mirrors = findMirrors(pages);
  const ways = pages.flatMap(waysOn);
  const groups = Map.groupBy(ways, ({ page, steps }) => `${page.facts.language} ${steps.at(-1)}`);
  return [...groups].flatMap(([key, group]) => {
    const single = [...Map.groupBy(group, ({ page }) => page).values()].filter((ofPage) => ofPage.every((way) => isOneWay(way.steps, ofPage[0]!.steps))).map(([first]) => first!);
    const opposed = single.filter((one) => single.some((other) => disagree(one, other, mirrors)));
    const told = Map.groupBy(opposed, ({ value }) => value);
    if (![...told.values()].some(({ length }) => length >= agreeing) || told.size > mostWays || opposed.every(({ page }) => page.channel !== undefined)) return [];
    opposed.sort((one, other) => compare(one.value, other.value) || compare(one.page.path, other.page.path));
    return [{ kind: 'path', subject: `path: ${key.slice(key.indexOf(' ') + 1)}`, name: `the way to “${opposed[0]!.steps.at(-1)}”`, statements: opposed.map(({ page, range, value, text }) => ({ page, range, value, text })) }];
  });
}

/** Every way that a page tells through an interface that nothing says is another product's. */
function waysOn(page: Page): Way[] {
  const versions = versionsOf(page);
  return menuPathsOn(page)
    .filter((path) => path.every(({ elsewhere, inHeading }) => elsewhere.length === 0 && !inHeading))
    .map((path) => ({ page, range: rangeOf(path), value: path.map(({ text }) => text).join(' > '), text: textOf(page, path), steps: path.map(({ text }) => wordsOf(text.toLowerCase()).join(' ')), versions }))
    .filter(({ steps }) => steps.every((step) => step !== ''));
}

function rangeOf(path: Reference[]): { start: number; end: number } {
  return { start: path[0]!.range.start, end: path.at(-1)!.range.end };
}

/** The line that a path stands in. */
function textOf({ source }: Page, path: Reference[]): string {
  const { start, end } = rangeOf(path);
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', end);
  return source.slice(from, to < 0 ? source.length : to).replace(/\s+/g, ' ').trim();
}

function disagree(one: Way, other: Way, mirrors: Mirrors): boolean {
  if (one.page === other.page || isOneWay(one.steps, other.steps)) return false;
  const theirs = new Set(other.steps.slice(0, -1).flatMap(wordsOf));
  if (!one.steps.slice(0, -1).flatMap(wordsOf).some((word) => theirs.has(word))) return false;
  return !areSections(one.steps, other.steps) && !mirrors.between(one.page, other.page) && haveSame(one.versions, other.versions);
}

/** Whether two sections of one screen each have a place of this name: "Settings > Team > General", "Settings > Site > General". */
function areSections(one: string[], other: string[]): boolean {
  if (one.length !== other.length || wordsOf(one.at(-1)!).length > 1) return false;
  return one.some((step, index) => !wordsOf(step).some((word) => wordsOf(other[index]!).includes(word)));
}

/** Whether one path has the steps of another, in their order, and maybe more. */
function isOneWay(one: string[], other: string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  for (const step of longer) if (step === shorter[at]) at++;
  return at === shorter.length;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
