import type { Page } from '../content/types.ts';
import type { Missing, ResolvedLink } from './links.ts';

/** Fewer pages than this, linked to in other letters, are slips. */
const slips = 3;

/**
 * Whether a site serves addresses in any letter case, as Hugo does with file names in capitals: the tree shows it when
 * more pages with capitals in their path are linked to in other letters than in their own.
 */
export function foldsLetterCase(links: Iterable<ResolvedLink>): boolean {
  const exact = new Set<Page>();
  const folded = new Set<Page>();
  for (const { target } of links) {
    if (target.kind === 'page' && hasCapitals(target.page)) exact.add(target.page);
    if (target.kind === 'missing' && target.sameLetters && hasCapitals(target.sameLetters)) folded.add(target.sameLetters);
  }
  return folded.size >= slips && folded.size > exact.size;
}

/** Missing targets whose page differs in letter case only. */
export function isFolded(target: ResolvedLink['target']): target is Missing & { sameLetters: Page } {
  return target.kind === 'missing' && target.sameLetters !== undefined;
}

function hasCapitals({ path }: Page): boolean {
  return /\p{Lu}/u.test(path.replace(/(?:README|INDEX)?\.\w+$/, ''));
}
