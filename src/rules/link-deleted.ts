import type { GonePage } from '../site/gone.ts';
import type { Report, Rule } from './types.ts';

/** Pages that were deleted or renamed since a base, without a redirect; finds something only where a run is told a base. */
export const linkDeleted: Rule = {
  meta: {
    id: 'link/deleted',
    summary: 'A page that was deleted or renamed without a redirect; found where a change is judged against its base.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    classes: {
      deleted: { certainty: 'certain', severity: 'error' },
      'no-redirects': { certainty: 'likely', severity: 'warning' },
    },
  },
  isIdle: ({ gone }) => gone === null,
  *check({ gone, links }) {
    for (const page of gone ?? []) yield reportGone(page, links.tellsRedirects);
  },
};

function reportGone({ before, now, address }: GonePage, tellsRedirects: boolean): Report {
  const what = now ? `This page stood at ${before.path} before` : `“${before.facts.title}” is deleted`;
  const page = now ?? before;
  return {
    page,
    range: page.facts.titleRange,
    subject: address,
    message: `${what}, and nothing sends its address ${address} elsewhere.`,
    evidence: [
      tellsRedirects
        ? { class: 'deleted', text: 'The site has redirects, and none for this address; no page names it under “formerly”.' }
        : { class: 'no-redirects', text: 'No page names this address under “formerly”, and no file of the site that is known to hold redirects has any.' },
    ],
    suggestions: [now ? `Add “formerly: ${address}” to its frontmatter, or a redirect to the site’s configuration.` : `Add “formerly: ${address}” to the page that tells this now, or a redirect to the site’s configuration.`],
  };
}
