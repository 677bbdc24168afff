import { caselessForm } from '../site/labels/forms.ts';
import { menuPathsOf, type MenuPath } from '../site/labels/paths.ts';
import type { JudgedLabel } from '../site/labels/types.ts';
import type { Place, Report, Rule } from './types.ts';

/** Menu paths whose steps exist, but not one below the other. */
export const uiPath: Rule = {
  meta: {
    id: 'ui/path',
    summary: 'A menu path whose steps exist, but not in this order.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    classes: {
      place: { certainty: 'hint', severity: 'info' },
      sibling: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ labels }) {
    const turns = menuPathsOf(labels).flatMap(turnsOf).filter(({ from, to }) => from.veto === '' && to.veto === '');
    const ways = waysTo(turns);
    const reported = new Map<string, Report>();
    for (const turn of turns) {
      const broken = brokenBy(turn, ways);
      if (!broken) continue;
      const subject = pathText([turn.from, turn.to]).toLowerCase();
      const known = reported.get(subject);
      if (known) known.members!.push(placeOf(turn));
      else reported.set(subject, { ...placeOf(turn), subject, ...broken, members: [placeOf(turn)] });
    }
    yield* reported.values();
  },
};

/** Two steps of a path, one below the other. */
interface Turn {
  from: JudgedLabel;
  to: JudgedLabel;
  path: MenuPath;
}

function turnsOf(path: MenuPath): Turn[] {
  return path.slice(1).flatMap((to, index) => {
    const from = path[index]!;
    return isThere(from) && isThere(to) ? [{ from, to, path }] : [];
  });
}

function isThere({ state }: JudgedLabel): boolean {
  return state === 'known' || state === 'case' || state === 'spelling';
}

type Told = Pick<Report, 'message' | 'evidence' | 'suggestions'>;

function brokenBy(turn: Turn, ways: Ways): Told | null {
  return misplaced(turn) ?? strayed(turn, ways);
}

/** A step that the live interface shows, and never below the step before it. */
function misplaced({ from, to }: Turn): Told | null {
  const places = to.today.flatMap((label) => label.places ?? []);
  const above = caselessForm(from.text);
  if (places.length === 0 || !from.today.some((label) => label.places) || places.some(({ path }) => path.some((step) => caselessForm(step) === above))) return null;
  const way = [...new Set(places.map(({ path }) => [...path, to.today[0]!.text].join(' > ')))];
  return {
    message: `“${to.text}” is not below “${from.text}” in the interface; it is at ${way[0]}.`,
    evidence: [{ class: 'place', text: `The interface map has “${to.text}” at ${way.slice(0, 3).join(', ')}.` }],
    suggestions: [`Write the path as ${way[0]}.`],
  };
}

/** Steps that lead to a label, by its normal form: how each page writes the step, and the pages. */
type Ways = Map<string, Map<string, { text: string; pages: Set<string> }>>;

function waysTo(turns: Turn[]): Ways {
  const ways: Ways = new Map();
  for (const { from, to } of turns) {
    const target = caselessForm(to.text);
    let steps = ways.get(target);
    if (!steps) ways.set(target, (steps = new Map()));
    const above = caselessForm(from.text);
    const step = steps.get(above);
    if (step) step.pages.add(to.page.path);
    else steps.set(above, { text: from.text, pages: new Set([to.page.path]) });
  }
  return ways;
}

/** Pages that must agree on the way to a label, and their share of all that tell one, before one page is wrong. */
const enoughPages = 3;
const mostPages = 0.75;

/** A step that one page alone has above a label, where nearly all other pages have another. */
function strayed({ from, to }: Turn, ways: Ways): Told | null {
  const steps = ways.get(caselessForm(to.text))!;
  const own = steps.get(caselessForm(from.text))!;
  if (own.pages.size > 1) return null;
  const total = [...steps.values()].reduce((sum, { pages }) => sum + pages.size, 0);
  const usual = [...steps.values()].find(({ pages }) => pages.size >= enoughPages && pages.size >= total * mostPages);
  if (!usual) return null;
  return {
    message: `This page alone looks for “${to.text}” below “${from.text}”; ${usual.pages.size} pages look below “${usual.text}”.`,
    evidence: [{ class: 'sibling', text: `The path “${usual.text} > ${to.text}” stands in ${[...usual.pages].slice(0, 3).join(', ')}.` }],
    suggestions: [`See in the product which path is right; if it is the usual one, write “${usual.text} > ${to.text}”.`],
  };
}

function placeOf({ from, to }: Turn): Place {
  return { page: to.page, range: { start: from.reference.range.start, end: to.reference.range.end } };
}

function pathText(path: MenuPath): string {
  return path.map(({ text }) => text).join(' > ');
}
