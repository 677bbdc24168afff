import type { PathMatcher } from '../../content/glob.ts';
import type { Site } from '../../site/types.ts';
import type { Proposal } from '../proposals.ts';
import type { Question } from './question.ts';

/**
 * Whether a question would tell something of a page that must not be sent: the page takes part in the finding, or is named
 * in what is asked.
 */
export function createPrivacy(site: Site, isPrivate: PathMatcher): (proposal: Proposal, question: Question) => boolean {
  const pages = [...site.pages, ...site.channels].filter(({ path }) => isPrivate(path));
  const names = pages.flatMap(({ path, facts: { title } }) => [path, ...(title === '' ? [] : [`“${title}”`])]);
  return ({ finding: { members, related } }, { user }) => [...members, ...related].some(({ path }) => isPrivate(path)) || names.some((name) => user.includes(name));
}
