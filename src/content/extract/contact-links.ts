import type { Span } from './blocks.ts';
import { nobody, type ContactPhrase } from './contact-phrases.ts';

/** Addresses of contact pages and support portals; like most addresses they are in English, whatever the page is in. */
const contactAddress = /^(?:mailto|tel):|^(?:https?:)?\/\/(?:support|help|helpdesk|tickets?|servicedesk)\.[^/]+\/(?:[^/?#]+\/)*(?:(?:new-)?(?:requests?|tickets?|cases?)|contact(?:[-_][^/?#]*)?|forms?)(?:\/(?:new|create))?\/?(?:[?#]|$)|\/(?:contact|contact[-_]?(?:us|sales|support)|talk-to-(?:us|sales)|get-in-touch|support-?(?:tickets?|requests?|cases?)?)(?:\/new)?\/?(?:[?#]|$)/i;

/** Whether a link leads to a place where the reader writes to somebody. */
export function isContactLink({ kind, target = '' }: Span): boolean {
  return kind === 'link' && contactAddress.test(target);
}

/** The contact that such a link is. */
export function contactLink({ start, end, target = '' }: Span): ContactPhrase {
  const mailHost = /^mailto:[^@?]*@([^?]+)/i.exec(target)?.[1]?.toLowerCase() ?? '';
  return { form: 'link', start, end, agent: { ...nobody, mailHost } };
}
