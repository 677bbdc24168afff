import type { Page } from '../content/types.ts';
import { createGuideFinder, type GuideFinder } from '../site/tasks/guides.ts';
import { groupDeadEnds, type DeadEndGroup } from '../site/tasks/groups.ts';
import type { JudgedMention, Task } from '../site/tasks/types.ts';
import { siteAddress } from '../site/links.ts';
import type { Site } from '../site/types.ts';
import { relativePath } from './missing-targets.ts';
import type { Edit, Place, Report, Rule } from './types.ts';

/** Tasks that the reader can finish only through support, sales or an account manager. */
export const helpDeadEnd: Rule = {
  meta: {
    id: 'help/dead-end',
    summary: 'A task that the reader can finish only through support, sales or an account manager.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    classes: {
      purpose: { certainty: 'likely', severity: 'error' },
      need: { certainty: 'likely', severity: 'error' },
      limit: { certainty: 'likely', severity: 'warning' },
      'plan-gate': { certainty: 'likely', severity: 'warning' },
      inability: { certainty: 'hint', severity: 'info' },
      plan: { certainty: 'hint', severity: 'info' },
      price: { certainty: 'hint', severity: 'info' },
      'on-request': { certainty: 'hint', severity: 'info' },
      through: { certainty: 'hint', severity: 'info' },
      'team-acts': { certainty: 'hint', severity: 'info' },
      'after-failure': { certainty: 'hint', severity: 'info' },
      'task-in-question': { certainty: 'hint', severity: 'info' },
      'task-in-heading': { certainty: 'hint', severity: 'info' },
      'task-in-list': { certainty: 'hint', severity: 'info' },
      'task-in-row': { certainty: 'hint', severity: 'info' },
      'task-in-link': { certainty: 'hint', severity: 'info' },
      'task-in-item': { certainty: 'hint', severity: 'info' },
      switch: { certainty: 'hint', severity: 'info' },
      'other-purpose-before': { certainty: 'hint', severity: 'info' },
      'other-purpose-after': { certainty: 'hint', severity: 'info' },
    },
  },
  *check(site) {
    const guidesFor = createGuideFinder(site.headings);
    for (const group of groupDeadEnds(site)) {
      // A person does it by decision: the registry says why, how soon and until when.
      if (group.task?.registered?.task.assisted) continue;
      yield group.task ? reportTask(site, group.task, guidesFor) : reportSentence(group);
    }
  },
};

function reportTask(site: Site, task: Task, guidesFor: GuideFinder): Report {
  const guides = guidesFor(task);
  const guide = guides[0];
  const route = task.registered?.task.route;
  const where = placesInWords(task.mentions);
  return {
    ...report(task.mentions),
    subject: task.key,
    message: guide
      ? `${where} in a contact to ${task.text}; “${guide.facts.title}” tells another way and is not named there.`
      : route
        ? `${where} in a contact to ${task.text}; the reader can do it at ${route}, and no page says so.`
        : `${where} in a contact to ${task.text}; no page tells how to do it oneself.`,
    related: guides.map((page) => ({ page, range: page.facts.titleRange, message: 'This page seems to tell how to do it oneself.' })),
    ...(guide ? { fixes: task.mentions.flatMap((judged) => linkTo(site, guide, judged)) } : {}),
    suggestions: [...suggestions(task.mentions, guide), ...stepsSoFar(task.mentions)],
  };
}

/** Names the guide in brackets at the end of the sentence; none where the sentence is no running text. */
function linkTo(site: Site, guide: Page, { page, mention }: JudgedMention): Edit[] {
  const { start, end } = mention.sentenceRange;
  const stop = /[.!。！]$/u.exec(page.source.slice(start, end));
  if (mention.place !== 'text' || !stop || /[[\]|]/.test(guide.facts.title)) return [];
  return [{ page, range: { start: end - 1, end: end - 1 }, text: ` ([${guide.facts.title}](${addressFor(site, page, guide)}))` }];
}

/** The address of a page in the manner that most of the tree's links have: by file, or by address. */
function addressFor({ links }: Site, from: Page, to: Page): string {
  const found = (isWanted: (key: string) => boolean) => [...links.tallies].reduce((sum, [key, tally]) => sum + (isWanted(key) ? tally.found : 0), 0);
  return found((key) => key === 'link file') > found((key) => key.startsWith('link /')) ? relativePath(from.path, to.path) : siteAddress(links, to);
}

function reportSentence({ subject, mentions }: DeadEndGroup): Report {
  return {
    ...report(mentions),
    subject,
    message: `${placesInWords(mentions)} in a contact: “${shortened(mentions[0]!.mention.sentence)}”`,
    suggestions: suggestions(mentions, undefined),
  };
}

/** What all reports have: the first place, every place, and one piece of evidence for each class. */
function report(mentions: JudgedMention[]): Place & Pick<Report, 'members' | 'evidence'> {
  const classes = new Map<string, JudgedMention>();
  for (const judged of mentions) if (!classes.has(judged.class)) classes.set(judged.class, judged);
  return {
    ...placeOf(mentions[0]!),
    members: mentions.map(placeOf),
    evidence: [...classes].map(([name, { mention, reason }]) => ({ class: name, text: `“${shortened(mention.sentence)}” ${reason}` })),
  };
}

function placeOf({ page, mention }: JudgedMention): Place {
  return { page, range: mention.range };
}

/** "Three guides end", "This page ends in two places". */
function placesInWords(mentions: JudgedMention[]): string {
  const pages = new Set(mentions.map(({ page }) => page)).size;
  if (pages > 1) return `${pages} pages end`;
  return mentions.length > 1 ? `This page ends in ${mentions.length} places` : 'This page ends';
}

function suggestions(mentions: JudgedMention[], guide: Page | undefined): string[] {
  if (guide) return [`Link to ${guide.path} in place of the contact, or as the first way.`];
  const gated = mentions.every((judged) => judged.class === 'plan-gate' || judged.class === 'price');
  return gated
    ? ['Say what the plan costs and how to change to it, or link to the page that does.']
    : ['Tell how the reader can do it; where the product has no way yet, the gap is in the product: record it there and say here what happens after the contact and how long it takes.'];
}

/** The steps that the first page tells before it hands over: with them the reader is nearly there. */
function stepsSoFar([first]: JudgedMention[]): string[] {
  const { page, mention } = first!;
  const steps = page.facts.steps.filter(({ section, range }) => section === mention.section && range.start < mention.range.start).length;
  return steps > 0 ? [`The page tells ${steps} ${steps === 1 ? 'step' : 'steps'} before it hands over: finish them here.`] : [];
}

function shortened(sentence: string): string {
  return sentence.length <= 120 ? sentence : `${sentence.slice(0, 119).trimEnd()}…`;
}
