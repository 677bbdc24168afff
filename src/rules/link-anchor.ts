import { closest } from 'fastest-levenshtein';
import type { Page } from '../content/types.ts';
import type { ResolvedLink, Target } from '../site/links.ts';
import type { Site } from '../site/types.ts';
import { linksLead, placeOf, retarget } from './missing-targets.ts';
import type { Report, Rule } from './types.ts';

type AnchoredLink = ResolvedLink & { target: Extract<Target, { kind: 'page' }> };

/** Links to a heading or id that the page does not have. */
export const linkAnchor: Rule = {
  meta: {
    id: 'link/anchor',
    summary: 'A link to a heading or id that its page does not have.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    classes: {
      missing: { certainty: 'certain', severity: 'error' },
      letters: { certainty: 'likely', severity: 'warning' },
      open: { certainty: 'hint', severity: 'info' },
      'other-slug': { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    for (const [subject, links] of unmatchedAnchors(site)) yield reportAnchor(site, subject, links);
  },
};

function unmatchedAnchors({ links }: Site): Map<string, AnchoredLink[]> {
  const bySubject = new Map<string, AnchoredLink[]>();
  for (const resolved of links.out.values()) {
    for (const each of resolved) {
      if (!isUnmatched(each)) continue;
      const subject = `${each.target.page.path}#${each.target.anchor}`;
      const others = bySubject.get(subject);
      if (others) others.push(each);
      else bySubject.set(subject, [each]);
    }
  }
  return bySubject;
}

function isUnmatched(resolved: ResolvedLink): resolved is AnchoredLink {
  const { target } = resolved;
  return target.kind === 'page' && target.match !== 'whole' && target.match !== 'exact';
}

function reportAnchor(site: Site, subject: string, links: AnchoredLink[]): Report {
  const first = links[0]!;
  const { page, anchor, match } = first.target;
  const candidate = closestAnchor(page, anchor);
  // Ids that differ in a letter may be two headings (“clicked”, “blocked”).
  const clear = candidate !== null && (match === 'letters' || match === 'otherSlug');
  const fixes = clear ? links.map((each) => retarget(each, each.link.target.replace(/#.*$/s, `#${candidate}`))) : [];
  return {
    ...placeOf(first),
    subject,
    message: `${linksLead(links, 'link', 'lead')} to “#${anchor}”, which ${page === first.from ? 'this page' : page.path} does not have.`,
    evidence: [site.links.otherSlugs ? otherSlugs : evidenceOf(match)],
    members: links.map(placeOf),
    suggestions: [candidate === null ? 'Link to the page alone.' : `Write “#${candidate}”${clear ? '' : ', if that is what is meant'}.`],
    fixes: fixes.filter((edit) => edit !== undefined),
  };
}

const otherSlugs = { class: 'other-slug', text: 'Most links of this tree show that its site makes ids by other rules.' };

function evidenceOf(match: AnchoredLink['target']['match']): { class: string; text: string } {
  switch (match) {
    case 'letters':
      return { class: 'letters', text: 'An id of the page differs in letter case only; browsers tell the two apart.' };
    case 'otherSlug':
      return { class: 'other-slug', text: 'A heading of the page would have this id by the rules of another site generator.' };
    case 'open':
      return { class: 'open', text: 'No heading or id of the page is called so; its components or includes may bring one.' };
    default:
      return { class: 'missing', text: 'No heading and no id of the page is called so.' };
  }
}

function closestAnchor({ facts }: Page, anchor: string): string | null {
  return facts.anchors.length > 0 ? closest(anchor, facts.anchors) : null;
}
