import type { LinkGraph, ResolvedLink } from './links.ts';

/** What the server of a link to another site answered. */
export interface ExternalAnswer {
  /** Status of HTTP; 0 where no answer came. */
  status: number;
  /** Why no answer came, in words; empty with one. */
  error: string;
  /** How many runs in a row it failed, this one included; 0 where it did not fail. */
  failures: number;
  /** The day of the first of these, as `2027-01-31`. */
  since: string;
}

/** Answers by address; addresses that nobody followed are not in it. */
export type ExternalAnswers = ReadonlyMap<string, ExternalAnswer>;

/**
 * The address of another site that a link target writes, without its fragment; null for any other target, and for a
 * template that only the site's build can fill.
 */
function externalAddress(target: string): string | null {
  const written = target.trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(written) || /[{}<>$]|%7b/i.test(written)) return null;
  const url = URL.parse(written);
  if (!url) return null;
  url.hash = '';
  return url.href;
}

/** Every link and image that leads to another site, by address. */
export function externalLinks({ out }: LinkGraph): Map<string, ResolvedLink[]> {
  const byAddress = new Map<string, ResolvedLink[]>();
  for (const links of out.values()) {
    for (const each of links) {
      const address = each.target.kind === 'elsewhere' ? externalAddress(each.link.target) : null;
      if (address === null) continue;
      const others = byAddress.get(address);
      if (others) others.push(each);
      else byAddress.set(address, [each]);
    }
  }
  return byAddress;
}
