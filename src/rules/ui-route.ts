import { lostLinks, type LostLink } from '../site/product-links.ts';
import type { Place, Report, Rule } from './types.ts';

/** Links into the product to a screen that it does not have. */
export const uiRoute: Rule = {
  meta: {
    id: 'ui/route',
    summary: 'A link into the product whose screen is gone.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    classes: {
      gone: { certainty: 'certain', severity: 'error' },
      unseen: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ pages, product }) {
    for (const links of Map.groupBy(lostLinks(pages, product), ({ route }) => route).values()) yield reportRoute(links);
  },
};

function reportRoute(links: LostLink[]): Report {
  const { route, past, today } = links[0]!;
  const shared = { ...placeOf(links[0]!), subject: route, members: links.map(placeOf) };
  if (!past) {
    return {
      ...shared,
      message: `No crawl has seen a screen at ${route}.`,
      evidence: [{ class: 'unseen', text: 'The interface map has the screens that a crawl found; this route is none of them.' }],
      suggestions: ['Follow the link. If it leads to a screen, crawl the product again with more pages, or from there.'],
    };
  }
  return {
    ...shared,
    message: `The screen “${past.title}” is gone from ${route}${today === '' ? '' : `; it is at ${today} today`}.`,
    evidence: [{ class: 'gone', text: `A crawl saw it there, and the one of ${past.until} asked for the address and got no screen of its own.` }],
    fixes: today === '' ? [] : links.flatMap((link) => editOf(link, today)),
    suggestions: today === '' ? ['Find where the function is today, and lead there, or take the link out.'] : [`Lead to ${today}.`],
  };
}

/** Replaces the address, where the page writes it as it was read. */
function editOf({ page, link: { range, target } }: LostLink, today: string): NonNullable<Report['fixes']> {
  const at = page.source.lastIndexOf(target, range.end);
  return at < range.start ? [] : [{ page, range: { start: at, end: at + target.length }, text: today }];
}

function placeOf({ page, link: { range } }: LostLink): Place {
  return { page, range };
}
