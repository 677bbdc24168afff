import type { ContactMention } from '../../content/extract/contacts.ts';
import { compiledLexicon } from '../../text/lexicon/compile.ts';

/** The plan that a mention or its surroundings name, in their words; “a plan” where they only say that there is one. */
export function planIn({ sentence, previous, heading, language }: ContactMention): string {
  const contact = compiledLexicon(language)?.contact;
  for (const text of [sentence, previous.text, heading.text]) {
    const found = contact?.plans.find(text);
    if (found) return `“${text.slice(found.start, found.end)}”`;
  }
  return 'a plan';
}
