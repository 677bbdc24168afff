import type { ContactMention } from '../../content/extract/contacts.ts';
import type { Page } from '../../content/types.ts';
import type { Product } from '../../product/types.ts';
import { escapeRegExp } from '../../text/escape.ts';
import { vendorsIn } from '../../text/vendors.ts';

/** Whose people a mention is about. */
export type Party = 'ours' | 'readers' | 'others';

/** Hosts where companies of every kind keep their forms, chats and calendars: they tell nothing of whose they are. */
const commonHosts = /(?:^|\.)(?:github|gitlab|discord|slack|typeform|calendly|hubspot|zendesk|intercom|airtable|notion|tally|savvycal|telegram|twitter|linkedin|google|forms|cal|atlassian|freshdesk|gmail)\.(?:com|gg|gle|so|site|me|net|io)$/;

/** Whose support or sales a mention means, from the name before the team, the possessive, the link and the address. */
export function partyOf(page: Page, mention: ContactMention, { names, domains }: Product): Party {
  const { agent } = mention;
  if (agent.kind === 'own') return 'readers';
  if (agent.kind === 'other') return 'others';
  const named = isProductName(agent.name, names);
  if (named) return 'ours';
  if (agent.name !== '' && (vendorsIn(agent.name).length > 0 || !isCommonWord(agent.name, page))) return 'others';
  if (agent.owner === 'ours' || agent.kind === 'us') return 'ours';
  if (agent.owner === 'theirs' && agent.kind !== 'person') return 'others';
  if (agent.mailHost !== '' && !isOwnHost(agent.mailHost, names, domains)) return 'others';
  if (agent.owner === 'yours' && agent.kind === 'team') return 'readers';
  if (agent.kind === 'person' && ofVendor(page, mention, names)) return 'others';
  return leadsAway(page, mention, names, domains) ? 'others' : 'ours';
}

/** Whether a name means the product: one holds the other, word by word. */
function isProductName(name: string, names: string[]): boolean {
  const words = nameWords(name);
  return words.length > 0 && names.some((own) => {
    const ownWords = nameWords(own);
    return ownWords.every((word) => words.includes(word)) || words.every((word) => ownWords.includes(word));
  });
}

/** Whether a host is one of the domains, below one, or spells the product's name. */
function isOwnHost(host: string, names: string[], domains: string[]): boolean {
  const bare = host.toLowerCase().replace(/^www\./, '');
  if (domains.some((domain) => bare === domain || bare.endsWith(`.${domain}`))) return true;
  // `documen.so` spells Documenso, `acme-support.example` begins with Acme.
  const spelled = bare.replace(/[^\p{L}\p{N}]/gu, '');
  return names.some((name) => spelled.includes(nameWords(name).join('')));
}

function nameWords(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** `support.acme.co.uk` → `acme`: the longest label before the ending. */
function hostLabel(host: string): string {
  const labels = host.split('.').slice(0, -1);
  const last = labels.at(-1) ?? '';
  return (last.length <= 3 && labels.length > 1 ? labels.at(-2)! : last).replaceAll('-', '');
}

/** "Growth" before "team" is a word of the language where the page writes it small elsewhere. */
function isCommonWord(name: string, { source }: Page): boolean {
  return name.split(' ').every((word) => new RegExp(`(?<![\\p{L}\\p{N}./@-])${escapeRegExp(word.toLowerCase())}(?![\\p{L}\\p{N}./@-])`, 'u').test(source) && word !== word.toLowerCase());
}

/** A link to a host that is not the product's and whose name the text around it speaks of. */
function leadsAway(page: Page, mention: ContactMention, names: string[], domains: string[]): boolean {
  const host = /^(?:https?:)?\/\/([^/?#:]+)/i.exec(mention.target)?.[1]?.toLowerCase();
  if (!host || commonHosts.test(host) || isOwnHost(host, names, domains)) return false;
  const label = hostLabel(host);
  const around = `${mention.sentence} ${mention.previous.text} ${mention.heading.text} ${page.facts.title}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return label.length > 2 && around.includes(label);
}

/** "In Looker, contact your account representative": the vendor stands in the sentence, the heading or the title. */
function ofVendor(page: Page, mention: ContactMention, names: string[]): boolean {
  if (names.some((name) => mention.sentence.includes(name))) return false;
  const around = `${mention.sentence} | ${mention.heading.text} | ${page.facts.title}`;
  return vendorsIn(around).some((vendor) => !isProductName(vendor, names));
}
