import { contactFaults, type ContactFault } from '../site/tasks/channels.ts';
import { topicOf } from '../site/tasks/topic.ts';
import { shortened } from '../text/shortened.ts';
import type { Rule } from './types.ts';

/** Contacts that leave open where, when and how soon somebody answers, or that the registry does not know. */
export const helpContact: Rule = {
  meta: {
    id: 'help/contact',
    summary: 'A contact without channel, hours or response time, or one that the self-serve registry does not know.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: {
      'not-registered': { certainty: 'hint', severity: 'info' },
      'no-channel': { certainty: 'hint', severity: 'info' },
      'no-times': { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    for (const { kind, told, key, places } of contactFaults(site)) {
      const { message, seen, next } = words[kind];
      const members = places.map(({ page, mention }) => ({ page, range: mention.range }));
      yield { ...members[0]!, members, subject: key, topic: topicOf(places[0]!), message: message(shortened(told)), evidence: [{ class: kind, text: seen }], suggestions: [next] };
    }
  },
};

const words: Record<ContactFault['kind'], { message: (told: string) => string; seen: string; next: string }> = {
  'not-registered': {
    message: (address) => `The self-serve registry has no channel “${address}”.`,
    seen: 'None of its channels has this address.',
    next: 'Write the address of a channel that it has, or add this one with its hours and response times.',
  },
  'no-channel': {
    message: (sentence) => `This contact has no address, no hours and no response time: “${sentence}”`,
    seen: 'The sentence has neither link nor address, and the page no <Contact />.',
    next: 'Link to the channel, or show it with <Contact />, which tells address, hours and response times.',
  },
  'no-times': {
    message: (address) => `“${address}” is given without hours and response time.`,
    seen: 'The registry has both, and the page tells neither.',
    next: 'Say when somebody answers and how soon, or show the channel with <Contact />.',
  },
};
