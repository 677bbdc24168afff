import type { ResolvedLink } from './links.ts';

/** Fewer ids than this in other forms are slips. */
const slips = 5;

/**
 * Whether a tree's own links show that its site makes ids by other rules than ours: with half as many distinct fragments
 * in another form (letter case, hyphens) as exact ones. Seen on 22 public trees: the one with other rules had 31 to 12,
 * the others 97 to 261 at most.
 */
export function makesOtherSlugs(links: Iterable<ResolvedLink>): boolean {
  const exact = new Set<string>();
  const other = new Set<string>();
  for (const { target } of links) {
    if (target.kind !== 'page') continue;
    const fragment = `${target.page.path}#${target.anchor}`;
    if (target.match === 'exact') exact.add(fragment);
    else if (target.match === 'letters' || target.match === 'otherSlug') other.add(fragment);
  }
  return other.size >= slips && other.size * 2 > exact.size;
}
