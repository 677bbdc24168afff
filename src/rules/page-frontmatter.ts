import { reportProblems } from './page-problems.ts';
import type { Rule } from './types.ts';

/** Pages whose frontmatter is no valid YAML, or has a value of the wrong kind. */
export const pageFrontmatter: Rule = {
  meta: {
    id: 'page/frontmatter',
    summary: 'Frontmatter that cannot be read, or a value of the wrong kind in it.',
    severity: 'error',
    scope: 'page',
    fixable: false,
    classes: { frontmatter: { certainty: 'certain', severity: 'error' } },
  },
  check: (site) => reportProblems(site, 'frontmatter', 'The site cannot read this frontmatter as it is meant.', 'Correct the frontmatter at this place.'),
};
