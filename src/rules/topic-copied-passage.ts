import type { Page } from '../content/types.ts';
import { nameOfPassage, rangeOfPassage } from '../site/passages/places.ts';
import type { Passage, PassagePlace } from '../site/passages/types.ts';
import { capitalised } from './labels.ts';
import type { Report, Rule } from './types.ts';

/** Text that stands on several pages and belongs into one place. */
export const topicCopiedPassage: Rule = {
  meta: {
    id: 'topic/copied-passage',
    summary: 'A passage that stands on several pages.',
    severity: 'warning',
    scope: 'site',
    fixable: false,
    classes: {
      passage: { certainty: 'hint', severity: 'info' },
      linked: { certainty: 'hint', severity: 'info' },
      inside: { certainty: 'hint', severity: 'info' },
      boilerplate: { certainty: 'hint', severity: 'info' },
      variants: { certainty: 'hint', severity: 'info' },
      mirror: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ passages }) {
    const seen = new Map<string, number>();
    for (const passage of passages) {
      const name = nameOfPassage(longest(passage));
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      yield report(passage, times === 1 ? name : `${name} (${times})`);
    }
  },
};

function report(passage: Passage, subject: string): Report {
  const { kind, places, words } = passage;
  const members = places.map((place) => ({ page: place.page, range: rangeOfPassage(place) }));
  const pages = `${places.length} pages`;
  const { message, evidence, cure } = told[kind]({ pages, words, first: places[0]!.page, others: places.slice(1).map(({ page }) => page.path) });
  return {
    ...members[0]!,
    message,
    subject,
    evidence: [{ class: kind, text: `${evidence} “… ${subject.replace(/ \(\d+\)$/, '')} …”` }],
    members,
    suggestions: cure,
  };
}

interface Told {
  message: string;
  evidence: string;
  cure: string[];
}

interface Facts {
  /** Number of pages, in words. */
  pages: string;
  words: number;
  first: Page;
  others: string[];
}

const once = 'write it once, in a file of _snippets that each of the pages shows with <Include>';

const told: Record<Passage['kind'], (facts: Facts) => Told> = {
  passage: (facts) => ({
    message: `A passage of ${facts.words} words stands on ${facts.pages}.`,
    evidence: 'Word for word the same:',
    cure: [`${capitalised(once)}, or keep it on one page and link there from the others.`],
  }),
  linked: (facts) => ({
    message: `A passage of ${facts.words} words stands on ${facts.pages} that link to each other.`,
    evidence: 'Word for word the same, beside a link to where it stands too:',
    cure: ['Keep it on the page that the others link to, and leave the link in its place.', `Where readers need it on each page, ${once}.`],
  }),
  inside: (facts) => ({
    message: `Nearly all of ${facts.first.path} (${facts.first.words.length} words) stands on ${facts.others.length === 1 ? facts.others[0] : `${facts.others.length} other pages`} too.`,
    evidence: `${facts.words} words are the same:`,
    cure: [
      `Merge ${facts.first.path} into ${facts.others[0]} and redirect it (“formerly: ${facts.first.route}” in the frontmatter), or link to it from there instead of repeating it.`,
      `Where both are needed, ${once}.`,
    ],
  }),
  boilerplate: (facts) => ({
    message: `The same ${facts.words} words stand on ${facts.pages}.`,
    evidence: 'Boilerplate, word for word the same:',
    cure: [`${capitalised(once)}, so that one change reaches all of them.`],
  }),
  mirror: (facts) => ({
    message: `Two folders hold the same pages side by side; ${facts.pages} of them share passages, up to ${facts.words} words each.`,
    evidence: 'One of the passages:',
    cure: [`Where both are to say the same, ${once}.`],
  }),
  variants: (facts) => ({
    message: `${facts.pages} are variants of one text; their longest common passage has ${facts.words} words.`,
    evidence: 'A template, filled in differently:',
    cure: [`Where the variants are to stay, ${once}, and keep on each page what is its own.`],
  }),
};

function longest({ places }: Passage): PassagePlace {
  return places.reduce((best, place) => (place.end - place.start > best.end - best.start ? place : best));
}
