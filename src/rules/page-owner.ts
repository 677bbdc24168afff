import type { Rule } from './types.ts';

/** Share of pages with an owner from which on one without is an oversight. */
const usual = 0.5;

/** Pages that nobody owns, in a tree whose pages have owners. */
export const pageOwner: Rule = {
  meta: {
    id: 'page/owner',
    summary: 'A page that nobody owns, where the others have an owner.',
    severity: 'warning',
    scope: 'page',
    fixable: false,
    classes: { unowned: { certainty: 'certain', severity: 'warning' } },
  },
  *check({ pages, owners }) {
    if (owners.size < pages.length * usual) return;
    const share = `${owners.size} of ${pages.length} pages of this tree have an owner.`;
    for (const page of pages) {
      if (owners.has(page)) continue;
      yield {
        page,
        range: page.facts.titleRange,
        subject: 'a page without an owner',
        message: 'Nobody owns this page.',
        evidence: [{ class: 'unowned', text: `Neither its frontmatter nor CODEOWNERS names an owner; ${share}` }],
        suggestions: ['Add “owner: …” to its frontmatter, or a line for its folder to CODEOWNERS.'],
      };
    }
  },
};
