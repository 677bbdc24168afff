import type { Page } from '../content/types.ts';
import { addressKey } from '../site/addresses.ts';
import { type ResolvedLink, siteAddress } from '../site/links.ts';
import { normalizePath } from '../site/paths.ts';
import type { Site } from '../site/types.ts';
import { linksLead, placeOf, retarget } from './missing-targets.ts';
import type { Rule } from './types.ts';

/** Links to addresses that the site sends elsewhere. */
export const linkRedirected: Rule = {
  meta: {
    id: 'link/redirected',
    summary: 'A link to an address that the site sends elsewhere.',
    severity: 'warning',
    scope: 'site',
    fixable: true,
    classes: {
      formerly: { certainty: 'certain', severity: 'warning' },
      configured: { certainty: 'likely', severity: 'warning' },
    },
  },
  *check(site) {
    const byAddress = Map.groupBy(redirectedLinks(site), ({ address }) => address);
    for (const [address, links] of byAddress) {
      const { link: first, to, evidence } = links[0]!;
      const resolved = links.map(({ link }) => link);
      yield {
        ...placeOf(first),
        subject: address,
        message: `${linksLead(resolved, 'link', 'lead')} to ${address}, which the site sends to ${to}.`,
        evidence: [evidence],
        members: resolved.map(placeOf),
        suggestions: [`Write “${to}”.`],
        fixes: resolved.map((each) => retarget(each, to + fragmentOf(each))).filter((edit) => edit !== undefined),
      };
    }
  },
};

interface Redirected {
  link: ResolvedLink;
  /** The address that is written, with leading slash. */
  address: string;
  /** The address that it is sent to. */
  to: string;
  evidence: { class: string; text: string };
}

function* redirectedLinks(site: Site): Iterable<Redirected> {
  for (const links of site.links.out.values()) {
    for (const link of links) {
      const { target, parsed } = link;
      // Where only a pattern fits, or no target is told, there is nothing better to write.
      if (target.kind === 'redirected' && target.to) {
        yield { link, address: `/${target.address}`, to: target.to, evidence: { class: 'configured', text: 'The site’s configuration has a redirect for it.' } };
      }
      if (target.kind === 'page' && parsed.kind === 'internal' && parsed.base === 'absolute' && isFormer(site, target.page, parsed.path)) {
        const address = `/${normalizePath(parsed.path)}`;
        yield { link, address, to: siteAddress(site.links, target.page), evidence: { class: 'formerly', text: `${target.page.path} says that this was its address before.` } };
      }
    }
  }
}

/** Whether an address is one that a page had before, and none that it has today. */
function isFormer({ links }: Site, page: Page, path: string): boolean {
  const address = addressKey(path);
  const { formerly, aliases, redirect_from } = page.facts.frontmatter as Record<string, unknown>;
  const before = [formerly, aliases, redirect_from].flat().filter((name) => typeof name === 'string');
  return before.some((name) => addressKey(name) === address) && addressKey(siteAddress(links, page)) !== address && addressKey(page.route) !== address;
}

function fragmentOf({ link }: ResolvedLink): string {
  return /#.*$/s.exec(link.target)?.[0] ?? '';
}
