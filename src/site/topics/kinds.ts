import { compiledLexicon } from '../../text/lexicon/compile.ts';
import type { Profile } from './profile.ts';

/** Words that tell what kind of page it is (legacy, FAQ, reference), by its title and file name, in lower case. */
export function kindsOf({ page, slug }: Profile): string[] {
  const kinds = compiledLexicon(page.facts.language)?.pages.kinds;
  if (!kinds) return [];
  const names = [page.facts.title, slug.map(({ text }) => text).join(' ')];
  const words = names.flatMap((name) => kinds.findAll(name).map(({ start, end }) => name.slice(start, end).toLowerCase()));
  return [...new Set(words)];
}

/** Whether a word alone tells the kind of a page and not its subject. */
export function isKindWord(word: string, language: string): boolean {
  return compiledLexicon(language)?.pages.kinds.is(word) ?? false;
}
