import { z } from 'zod';
import { pathMatcher } from '../content/glob.ts';
import { reviewedOn, reviewRange } from './reviewed.ts';
import type { Rule } from './types.ts';

const days = z.number().int().positive();
const options = z.strictObject({
  days: days.default(365).describe('Days from one review to the next.'),
  folders: z.record(z.string(), days).default({}).describe('Other numbers of days by patterns of paths, relative to the linted folder; the last that fits counts.'),
});

const day = 24 * 3600 * 1000;

/** Pages whose last review, by their own frontmatter, is too long ago. */
export const pageOverdue: Rule = {
  meta: {
    id: 'page/overdue',
    summary: 'A page whose last review is longer ago than it may be.',
    severity: 'warning',
    scope: 'page',
    fixable: false,
    options,
    classes: { overdue: { certainty: 'certain', severity: 'warning' } },
  },
  *check({ pages, owners }, context) {
    const { days: usual, folders } = options.parse(context.options ?? {});
    const special = Object.entries(folders).map(([pattern, own]) => ({ fits: pathMatcher([pattern]), own }));
    for (const page of pages) {
      const reviewed = reviewedOn(page);
      if (reviewed === null) continue;
      const allowed = special.findLast(({ fits }) => fits(page.path))?.own ?? usual;
      const since = Math.floor((Date.parse(context.today) - Date.parse(reviewed)) / day);
      if (since <= allowed) continue;
      const asked = owners.get(page)?.join(', ');
      yield {
        page,
        range: reviewRange(page),
        subject: 'overdue for review',
        message: `This page was last reviewed on ${reviewed}, ${since} days ago; ${allowed} are allowed.`,
        evidence: [{ class: 'overdue', text: `Its frontmatter says so (reviewed: ${reviewed}).` }],
        suggestions: [`Compare it with the product, mend what has changed, and write the day behind “reviewed:”.${asked ? ` It belongs to ${asked}.` : ''}`],
      };
    }
  },
};
