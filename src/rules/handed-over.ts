import { factText, type Fact } from '../product/facts.ts';
import { groupDeadEnds, type DeadEndGroup } from '../site/tasks/groups.ts';
import { topicOf } from '../site/tasks/topic.ts';
import type { JudgedMention } from '../site/tasks/types.ts';
import { wayUpFrom, type WayUp } from '../site/tasks/way-up.ts';
import type { Site } from '../site/types.ts';
import { shortened } from '../text/shortened.ts';
import type { Place, Report, RuleMeta } from './types.ts';

/** Dead ends whose class of evidence is one of a rule's, without those that a person does by decision. */
export function handedOver(site: Site, { classes }: RuleMeta): DeadEndGroup[] {
  const groups = groupDeadEnds(site, ({ class: evidence }) => Object.hasOwn(classes, evidence));
  // The registry says why, how soon and until when.
  return groups.filter(({ task }) => !task?.registered?.task.assisted);
}

/** What a rule says of contacts that stand in the place of something that the page could tell. */
interface Told {
  /** What they stand for, between the places and the sentence: `in a talk where a price belongs`. */
  as: string;
  /** What to do, beside the ways up that tree and product have. */
  next: (hasWayUp: boolean) => string[];
}

/** Reports contacts of a rule's classes, each group with the way up that tree and product have. */
export function* reportHandedOver(site: Site, meta: RuleMeta, tell: (first: JudgedMention) => Told): Iterable<Report> {
  for (const { subject, mentions } of handedOver(site, meta)) {
    const first = mentions[0]!;
    const { related, suggestions } = wayUpFor(site, first);
    const { as, next } = tell(first);
    yield {
      ...reportOf(mentions),
      subject,
      message: `${placesInWords(mentions)} ${as}: “${shortened(first.mention.sentence)}”`,
      related,
      suggestions: [...suggestions, ...next(suggestions.length > 0)],
    };
  }
}

/** What reports on dead ends have in common: the first place, its topic, every place, and one piece of evidence for each class and language. */
export function reportOf(mentions: JudgedMention[]): Place & Pick<Report, 'members' | 'evidence' | 'topic'> {
  const classes = new Map<string, JudgedMention>();
  for (const judged of mentions) {
    const key = `${judged.class} ${judged.mention.language}`;
    if (!classes.has(key)) classes.set(key, judged);
  }
  return {
    ...placeOf(mentions[0]!),
    topic: topicOf(mentions[0]!),
    members: mentions.map(placeOf),
    evidence: [...classes.values()].map(({ class: name, mention, reason }) => ({ class: name, text: `“${shortened(mention.sentence)}” ${reason}`, language: mention.language })),
  };
}

function placeOf({ page, mention }: JudgedMention): Place {
  return { page, range: mention.range };
}

/** "3 pages end", "This page ends in 2 places". */
export function placesInWords(mentions: readonly JudgedMention[]): string {
  const pages = new Set(mentions.map(({ page }) => page)).size;
  if (pages > 1) return `${pages} pages end`;
  return mentions.length > 1 ? `This page ends in ${mentions.length} places` : 'This page ends';
}

/** The end of a report. */
type InWords = Required<Pick<Report, 'related' | 'suggestions'>>;

/** Where tree and product files have a way to a higher plan, to more, or the price that is missing: as the end of a report. */
function wayUpFor(site: Site, { page, mention: { sentence, previous, heading, language } }: JudgedMention): InWords {
  return inWords(wayUpFrom(site, [sentence, previous.text, heading.text, page.facts.title].join('\n'), language));
}

/** The same for a text at hand. */
export function inWords({ guides, route, facts }: WayUp): InWords {
  const [guide] = guides;
  return {
    related: guides.map((page) => ({ page, range: page.facts.titleRange, message: 'This page tells how to go to a higher plan.' })),
    suggestions: [
      ...facts.map(factInWords),
      ...(guide ? [`Link to ${guide.path}, which tells how to go to a higher plan.`] : []),
      ...(route !== null ? [`The reader goes to a higher plan at ${route}: link to it.`] : []),
    ],
  };
}

/** What a fact says, and how a page shows it. */
function factInWords(fact: Fact): string {
  const { id, kind, unit, per, scope, raise } = fact;
  const value = `${factText(fact)}${kind === 'limit' ? ` ${unit}` : ''}${per === '' ? '' : ` per ${per}`}${scope === '' ? '' : ` on ${scope}`}`;
  const way = raise ? `, and the way to more: “${raise.label}” (${raise.to})` : '';
  return `The fact “${id}” says ${value}${way}. Show it: <${kind === 'limit' ? 'Limit' : 'Price'} id="${id}" />.`;
}
