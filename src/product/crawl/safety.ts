import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { lexicons } from '../../text/lexicon/index.ts';

/** Parts of an address behind which something goes or ends, whatever method asks for it. */
const harmfulAddress = /(?:^|[/_.?=&-])(?:delete|destroy|remove|purge|erase|reset|revoke|cancel|deactivate|disable|unsubscribe|impersonate|log-?out|sign-?out|log-?off)(?:$|[/_.?=&-])/i;

/** Verbs, as the lexicons name them in every language, that a crawl never follows. */
const harmfulVerbs = new Set(['delete', 'remove', 'clear', 'cancel', 'reset', 'disable', 'transfer', 'purchase', 'refund', 'sign', 'approve']);

/**
 * Whether a control may be followed: neither its name nor its address speaks of taking something away.
 * @param language of the interface, whose words count beside English ones; those of every language when left out
 */
export function isHarmless(name: string, address: string, language?: string): boolean {
  if (harmfulAddress.test(address)) return false;
  const spoken = language === undefined ? lexicons : lexicons.filter((each) => each.language === language || each.language === 'en');
  return !spoken.some(({ language }) => compiledLexicon(language)!.verbs.some(({ verb, forms }) => harmfulVerbs.has(verb) && forms.isIn(name.toLowerCase())));
}
