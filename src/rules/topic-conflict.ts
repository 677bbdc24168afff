import type { Conflict, Statement } from '../site/conflicts/index.ts';
import type { Place, Report, Rule } from './types.ts';

/** Pages that tell different values for one thing. */
export const topicConflict: Rule = {
  meta: {
    id: 'topic/conflict',
    summary: 'Pages that tell different values for one thing.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    classes: { limit: { certainty: 'hint', severity: 'info' } },
  },
  *check({ conflicts }) {
    for (const conflict of conflicts) yield report(conflict);
  },
};

function report({ subject, statements }: Conflict): Report {
  const values = [...Map.groupBy(statements, ({ amount }) => amount.value)].map(([value, told]) => `${value} on ${told.map(({ page }) => page.path).join(', ')}`);
  const members = statements.map(placeOf);
  return {
    ...members[0]!,
    message: `Pages disagree on ${readable(statements[0]!, subject)}: ${values.join('; ')}.`,
    subject,
    evidence: statements.map(({ page, text }) => ({ class: 'limit', text: `${page.path}: “${text}”` })),
    members,
    suggestions: [
      'Find out which holds today and write it on each page, or say for which plan, region or version each holds.',
      'Declare the value once in product/facts.yaml; topic/fact then finds every page that tells another.',
    ],
  };
}

/** What is counted, as the page writes it. */
function readable({ page, amount }: Statement, subject: string): string {
  const after = page.source.slice(amount.range.end, amount.sentence.end).replace(/\s+/g, ' ');
  const words = /^(?: [\p{L}'’-]+)+/u.exec(after)?.[0].trim().split(' ').slice(0, amount.unit.length + 1).join(' ');
  return words ? `“${words}${amount.per === '' || words.includes(amount.per) ? '' : ` … ${amount.per}`}”` : `“${subject}”`;
}

function placeOf({ page, amount }: Statement): Place {
  return { page, range: amount.sentence };
}
