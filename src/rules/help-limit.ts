import { limitsTold, type ToldLimit } from '../site/tasks/limits.ts';
import { wayUpFrom } from '../site/tasks/way-up.ts';
import type { Site } from '../site/types.ts';
import { shortened } from '../text/shortened.ts';
import { inWords, reportHandedOver } from './handed-over.ts';
import type { Evidence, Report, Rule } from './types.ts';

/** Limits of a plan or quota with no way up beside them, and those told only after the steps that run into them. */
export const helpLimit: Rule = {
  meta: {
    id: 'help/limit',
    summary: 'A limit of a plan with no way to more beside it, or told only after the steps that run into it.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: {
      limit: { certainty: 'hint', severity: 'info' },
      'no-way-up': { certainty: 'hint', severity: 'info' },
      'told-late': { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    const next = 'Say which plan has more and how to change to it; where the product has no way yet, say what happens after the contact and how long it takes.';
    yield* reportHandedOver(site, this.meta, () => ({ as: 'in a contact as the only way past a limit', next: (hasWayUp) => (hasWayUp ? [] : [next]) }));
    const wanting = limitsTold(site).filter(({ amount, after }) => !amount.wayUp || after);
    for (const [subject, limits] of Map.groupBy(wanting, ({ key }) => key)) yield reportLimit(site, subject, limits);
  },
};

/** One limit, wherever it is told in this way. */
function reportLimit(site: Site, subject: string, limits: ToldLimit[]): Report {
  const late = limits.find(({ after }) => after !== null);
  const bare = limits.find(({ amount }) => !amount.wayUp);
  const { page, amount } = late ?? bare!;
  const told = sentenceOf(late ?? bare!);
  const evidence: Evidence[] = [
    ...(bare ? [{ class: 'no-way-up', text: `“${sentenceOf(bare)}” The text beside it names no plan, no price and no way to more.` }] : []),
    ...(late ? [{ class: 'told-late', text: `“${late.after!.text}” has steps, and this stands after them.` }] : []),
  ];
  const { related, suggestions } = bare ? inWords(wayUpFrom(site, `${sentenceOf(bare)}\n${bare.page.facts.title}`, bare.page.facts.language)) : { related: [], suggestions: [] };
  return {
    page,
    range: amount.range,
    subject,
    topic: 'limit',
    message: late ? `The steps of “${late.after!.text}” run into a limit that is told only after them: “${told}”` : `A limit with no way to more beside it: “${told}”`,
    evidence,
    members: limits.map((limit) => ({ page: limit.page, range: limit.amount.range })),
    related,
    suggestions: [
      ...(late ? ['Tell the limit before the steps.'] : []),
      ...suggestions,
      ...(bare && suggestions.length === 0 ? ['Say which plan has more and how to change to it, or that nobody can have more, and why.'] : []),
    ],
  };
}

function sentenceOf({ page, amount: { sentence } }: ToldLimit): string {
  return shortened(page.source.slice(sentence.start, sentence.end).replace(/\s+/g, ' '));
}
