import { type BrokenLink, findCandidate, linksLead, missingClasses, missingClassOf, missingOptions, missingTargets, placeOf, retarget, rewrite } from './missing-targets.ts';
import type { Site } from '../site/types.ts';
import type { Edit, Report, Rule } from './types.ts';

/** Links to pages and files that do not exist. */
export const linkBroken: Rule = {
  meta: {
    id: 'link/broken',
    summary: 'A link to a page or file that does not exist.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    options: missingOptions,
    classes: { ...missingClasses, empty: { certainty: 'likely', severity: 'warning' } },
  },
  *check(site, { options }) {
    for (const [subject, links] of missingTargets(site, 'link', options)) yield reportMissing(site, subject, links);
    yield* emptyLinks(site);
  },
};

function reportMissing(site: Site, subject: string, links: BrokenLink[]): Report {
  const first = links[0]!;
  const classes = new Set(links.map((link) => missingClassOf(site, link)));
  const candidate = findCandidate(site, first, [...classes].some((name) => missingClasses[name].certainty !== 'hint'));
  const address = candidate && rewrite(site, first, candidate.page);
  const external = forgottenScheme(first);
  return {
    ...placeOf(first),
    subject,
    message: `${linksLead(links, 'link', 'lead')} to ${subject}, ${first.target.form === 'absolute' ? 'an address without a page' : 'which does not exist'}.`,
    evidence: [...classes].map((name) => ({ class: name, text: evidenceTexts[name] })),
    members: links.map(placeOf),
    suggestions: [
      external
        ? `Write “${external}”, if another site is meant.`
        : candidate
        ? `Link to “${candidate.page.facts.title}” (${address}), if that is what is meant.`
        : 'Link to the page that tells this now, or take the link out.',
    ],
    fixes: mendable(site, links).map((link) => fixOf(site, link)).filter((edit) => edit !== undefined),
  };
}

/** Links of a finding that may be rewritten: beside links that are broken for sure, what is only a hint stays as it is. */
function mendable(site: Site, links: BrokenLink[]): BrokenLink[] {
  const sure = links.filter((link) => missingClasses[missingClassOf(site, link)].certainty !== 'hint');
  return sure.length > 0 ? sure : links;
}

function fixOf(site: Site, link: BrokenLink): Edit | undefined {
  const external = forgottenScheme(link);
  if (external) return retarget(link, external);
  const candidate = findCandidate(site, link, false);
  return candidate?.clear ? retarget(link, rewrite(site, link, candidate.page)) : undefined;
}

/** The address of another site that was written without its scheme (`example.com/page`); null for any other target. */
function forgottenScheme({ link, target }: BrokenLink): string | null {
  return target.form !== 'absolute' && /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|app|ai|co|edu|gov|eu|de)(?:[/?#]|$)/i.test(link.target) ? `https://${link.target}` : null;
}

const evidenceTexts = {
  missing: 'No page and no file of the tree has this path, with or without ending.',
  address: 'Other addresses in this folder lead to pages, this one does not.',
  letters: 'A page has this path in other letter case; most web servers tell the two apart.',
  'unknown-address': 'No page of the tree has this address; something outside of the tree may.',
  'unknown-form': 'What such a link is relative to is not known: it stands in a part of other pages, or most links written like it lead nowhere in the tree.',
  outside: 'The path leads above the folder that is linted.',
  ignored: 'Git ignores this path; a build may make what it leads to.',
  configured: 'The site’s configuration names this address; something beside the pages may make it.',
};

function* emptyLinks({ pages, links }: Site): Iterable<Report> {
  for (const page of pages) {
    for (const resolved of links.out.get(page) ?? []) {
      const { link, target } = resolved;
      if (link.kind !== 'link' || target.kind !== 'missing' || target.form !== 'empty') continue;
      yield {
        ...placeOf(resolved),
        subject: `no target: ${link.text}`,
        message: `The link “${link.text}” has no target.`,
        evidence: [{ class: 'empty', text: 'Nothing is written where the address belongs.' }],
        suggestions: ['Write the address, or take the link off the text.'],
      };
    }
  }
}
