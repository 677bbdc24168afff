import { lexiconOf } from '../../text/lexicon/index.ts';
import { phrases } from '../../text/phrases.ts';
import type { Page } from '../../content/types.ts';

const patterns = new Map<string, RegExp | null>();

function patternFor(language: string): RegExp | null {
  let pattern = patterns.get(language);
  if (pattern === undefined) {
    const lexicon = lexiconOf(language);
    pattern = lexicon ? phrases(lexicon.pages.kinds, lexicon.grammar.boundary, 'g') : null;
    patterns.set(language, pattern);
  }
  return pattern;
}

/** Words of a title that tell what kind of page it is (legacy, FAQ, reference), in lower case and sorted. */
export function kindsOf({ facts: { title, language } }: Page): string[] {
  const pattern = patternFor(language);
  return pattern ? [...new Set((title.match(pattern) ?? []).map((word) => word.toLowerCase()))].sort() : [];
}
