import type { Page } from '../../content/types.ts';
import type { Channel, SelfServe } from '../../product/self-serve.ts';
import type { Site } from '../types.ts';
import { normalSentence } from './name.ts';
import type { JudgedMention, Verdict } from './types.ts';

/** What a contact leaves open, measured by the channels of the registry. */
export interface ContactFault {
  /** `no-channel`: neither link nor address. `not-registered`: an address that no channel has. `no-times`: no hours and no response time. */
  kind: 'no-channel' | 'not-registered' | 'no-times';
  /** The address as written; the sentence where it has none. */
  told: string;
  /** The same in normal form. */
  key: string;
  places: JudgedMention[];
}

/** Verdicts of mentions by which a reader is to contact people of the product. */
const contacts: readonly Verdict[] = ['dead-end', 'last-resort', 'assisted', 'contact-page'];

/** Contacts of a tree that leave something open; none where the registry has no channels to measure them by. */
export function contactFaults({ mentions, product: { selfServe }, links }: Pick<Site, 'mentions' | 'product' | 'links'>): ContactFault[] {
  if (!selfServe || selfServe.channels.length === 0) return [];
  const faults = new Map<string, ContactFault>();
  for (const judged of mentions) {
    const { page, mention, verdict } = judged;
    if (!contacts.includes(verdict) || (mention.form !== 'contact' && mention.form !== 'link') || page.facts.showsContact) continue;
    const address = addressOf(judged);
    // A page of the tree can tell everything.
    if (links.out.get(page)?.some(({ link, target }) => link.target === address && target.kind === 'page')) continue;
    const kind = faultOf(address, page, selfServe);
    if (!kind) continue;
    const told = address === '' ? mention.sentence : address;
    const key = `${kind} ${address === '' ? normalSentence(mention) : plain(address)}`;
    const known = faults.get(key);
    if (known) known.places.push(judged);
    else faults.set(key, { kind, told, key, places: [judged] });
  }
  return [...faults.values()];
}

function faultOf(address: string, { source }: Page, { channels }: SelfServe): ContactFault['kind'] | null {
  if (address === '') return 'no-channel';
  const channel = channels.find((each) => plain(each.address) === plain(address));
  if (!channel) return 'not-registered';
  return timesOf(channel).some((text) => source.includes(text)) ? null : 'no-times';
}

/** How a mention gives its contact: a link or a mail address, as written; empty where it gives neither. */
function addressOf({ page, mention: { target, agent, sentenceRange } }: JudgedMention): string {
  if (target !== '' || agent.mailHost === '') return target;
  const addresses = page.source.slice(sentenceRange.start, sentenceRange.end).match(/[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}.-]{1,255}\p{L}/gu) ?? [];
  return addresses.find((address) => address.toLowerCase().endsWith(`@${agent.mailHost}`)) ?? '';
}

/** Hours and response times of a channel, in every language that the registry has them in. */
function timesOf({ hours, response }: Channel): string[] {
  return [hours, ...response.map(({ within }) => within)].flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text)));
}

/** `mailto:Help@postwing.example?subject=x` → `help@postwing.example`. */
function plain(address: string): string {
  return address.toLowerCase().replace(/^(?:mailto|tel):|^https?:\/\//, '').replace(/[?#].*$/, '').replace(/\/$/, '').replace(/\s/g, '');
}
