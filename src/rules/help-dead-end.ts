import type { Page } from '../content/types.ts';
import { createGuideFinder, type GuideFinder } from '../site/tasks/guides.ts';
import type { DeadEndGroup } from '../site/tasks/groups.ts';
import type { JudgedMention, Task } from '../site/tasks/types.ts';
import { siteAddress } from '../site/links.ts';
import type { Site } from '../site/types.ts';
import { shortened } from '../text/shortened.ts';
import { handedOver, placesInWords, reportOf } from './handed-over.ts';
import { relativePath } from './missing-targets.ts';
import type { Edit, Report, Rule } from './types.ts';

/** Tasks that the reader can finish only through support, sales or an account manager. */
export const helpDeadEnd: Rule = {
  meta: {
    id: 'help/dead-end',
    summary: 'A task that the reader can finish only through support, sales or an account manager.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    classes: {
      purpose: { certainty: 'likely', severity: 'error', languages: { de: 'error', en: 'error', es: 'warning', fr: 'error', pt: 'error', zh: 'error' } },
      need: { certainty: 'likely', severity: 'error', languages: { en: 'error' } },
      inability: { certainty: 'hint', severity: 'info' },
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
    for (const group of handedOver(site, this.meta)) {
      yield group.task ? reportTask(site, group.task, group.mentions, guidesFor) : reportSentence(group);
    }
  },
};

function reportTask(site: Site, task: Task, mentions: JudgedMention[], guidesFor: GuideFinder): Report {
  const guides = guidesFor(task);
  const guide = guides[0];
  const route = task.registered?.task.route;
  const where = placesInWords(mentions);
  return {
    ...reportOf(mentions),
    subject: task.key,
    message: guide
      ? `${where} in a contact to ${task.text}; “${guide.facts.title}” tells another way and is not named there.`
      : route
        ? `${where} in a contact to ${task.text}; the reader can do it at ${route}, and no page says so.`
        : `${where} in a contact to ${task.text}; no page tells how to do it oneself.`,
    related: guides.map((page) => ({ page, range: page.facts.titleRange, message: 'This page seems to tell how to do it oneself.' })),
    ...(guide ? { fixes: mentions.flatMap((judged) => linkTo(site, guide, judged)) } : {}),
    suggestions: [...suggestions(guide), ...stepsSoFar(mentions)],
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
    ...reportOf(mentions),
    subject,
    message: `${placesInWords(mentions)} in a contact: “${shortened(mentions[0]!.mention.sentence)}”`,
    suggestions: suggestions(undefined),
  };
}

function suggestions(guide: Page | undefined): string[] {
  if (guide) return [`Link to ${guide.path} in place of the contact, or as the first way.`];
  return ['Tell how the reader can do it; where the product has no way yet, the gap is in the product: record it there and say here what happens after the contact and how long it takes.'];
}

/** The steps that the first page tells before it hands over: with them the reader is nearly there. */
function stepsSoFar([first]: JudgedMention[]): string[] {
  const { page, mention } = first!;
  const steps = page.facts.steps.filter(({ section, range }) => section === mention.section && range.start < mention.range.start).length;
  return steps > 0 ? [`The page tells ${steps} ${steps === 1 ? 'step' : 'steps'} before it hands over: finish them here.`] : [];
}
