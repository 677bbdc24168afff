import type { Page } from '../content/types.ts';
import { lexicons } from '../text/lexicon/index.ts';
import { unknownLanguage } from '../text/language.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** Says once which pages are in a language that has no lexicon, and what is not looked for on them; nothing where there is none. */
export function unknownLanguages(pages: readonly Page[]): string[] {
  const unread = pages.filter(({ facts }) => facts.language === unknownLanguage);
  if (unread.length === 0) return [];
  const known = lexicons.map(({ language }) => names.of(language)!).sort().join(', ');
  const [{ path }] = unread as [Page];
  const are = unread.length === 1 ? `${path} is` : `${unread.length} pages (${path} is the first) are`;
  return [`${are} in a language that Waymark has no words of: contacts, labels and limits are not looked for there, links, frontmatter and copies are. It knows ${known}.`];
}
