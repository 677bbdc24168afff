import { reportProblems } from './page-problems.ts';
import type { Rule } from './types.ts';

/** Pages that cannot be read as the Markdown or MDX they claim to be. */
export const pageSyntax: Rule = {
  meta: {
    id: 'page/syntax',
    summary: 'A page that is no valid text, Markdown or MDX.',
    severity: 'error',
    scope: 'page',
    fixable: false,
    classes: { syntax: { certainty: 'certain', severity: 'error' } },
  },
  check: (site) => reportProblems(site, 'syntax', 'The site cannot render this page.', 'Correct the page at this place.'),
};
