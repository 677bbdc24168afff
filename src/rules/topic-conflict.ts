import type { Conflict, Statement } from '../site/conflicts/types.ts';
import type { Place, Report, Rule } from './types.ts';

/** Pages that tell different values for one thing. */
export const topicConflict: Rule = {
  meta: {
    id: 'topic/conflict',
    summary: 'Pages that tell different values for one thing.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    classes: { limit: { certainty: 'hint', severity: 'info' }, path: { certainty: 'hint', severity: 'info' } },
  },
  *check({ conflicts }) {
    for (const conflict of conflicts) yield report(conflict);
  },
};

function report({ kind, subject, name, statements }: Conflict): Report {
  const values = [...Map.groupBy(statements, ({ value }) => value)].map(([value, told]) => `${value} on ${told.map(({ page }) => page.path).join(', ')}`);
  const members = statements.map(placeOf);
  return {
    ...members[0]!,
    message: `Pages disagree on ${name}: ${values.join('; ')}.`,
    subject,
    evidence: statements.map(({ page, text }) => ({ class: kind, text: `${page.path}: “${text}”` })),
    members,
    suggestions: cures[kind],
  };
}

const cures: Record<Conflict['kind'], string[]> = {
  limit: [
    'Find out which holds today and write it on each page, or say for which plan, region or version each holds.',
    'Declare the value once in product/facts.yaml; topic/fact then finds every page that tells another.',
  ],
  path: [
    'Walk both ways in the product, and write the one that leads there on each page; where both do, name the one that readers see first.',
    'With a map of the interface in product/ui-map.json, ui/path finds every path that leads nowhere.',
  ],
};

function placeOf({ page, range }: Statement): Place {
  return { page, range };
}
