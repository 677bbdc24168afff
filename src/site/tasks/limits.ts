import type { Amount } from '../../content/extract/amounts.ts';
import type { Page } from '../../content/types.ts';
import type { Site } from '../types.ts';
import { pageKind } from './page-kind.ts';
import { headingsOf, type HeadingPlace } from './headings.ts';
import { readWording } from './wording.ts';

/** A limit of a plan or quota as a page tells it. */
export interface ToldLimit {
  page: Page;
  amount: Amount;
  /** What is counted, the number and what it holds for, in normal form (`100 api kei/account`). */
  key: string;
  /** The heading whose steps run into it and end before it is told; null where it is told in time, or nothing runs into it. */
  after: HeadingPlace | null;
}

/**
 * The limits of plans and quotas that a tree tells, without those that a contact of the same section is there to raise:
 * the contact itself is the finding.
 */
export function limitsTold({ pages, mentions }: Pick<Site, 'pages' | 'mentions'>): ToldLimit[] {
  const raised = new Set(mentions.filter(({ class: evidence }) => evidence === 'limit').map(({ page, mention }) => sectionKey(page, mention.section)));
  return pages.flatMap((page) => {
    if (page.facts.amounts.length === 0 || pageKind(page) === 'apart') return [];
    const quotas = page.facts.amounts.filter(({ kind, quota, section }) => kind === 'limit' && quota && !raised.has(sectionKey(page, section)));
    return quotas.map((amount) => ({ page, amount, key: `${amount.value} ${amount.unit.join(' ')}/${amount.per}`, after: stepsBefore(page, amount) }));
  });
}

function sectionKey({ path }: Page, section: number): string {
  return `${path}\n${section}`;
}

/** The heading that tells how to make what a limit counts, when its steps begin before the page first speaks of that limit. */
function stepsBefore(page: Page, { unit, range }: Amount): HeadingPlace | null {
  const earlier = page.facts.amounts.some((other) => other.range.start < range.start && unit.every((word) => other.unit.includes(word)));
  if (earlier) return null;
  const { steps, language } = page.facts;
  const before = headingsOf(page).filter(({ section }) => steps.some((step) => step.range.start < range.start && (section < 0 || step.section === section)));
  return before.find(({ text }) => readWording(text, language).some(({ verb, objects }) => verb !== '' && unit.every((word) => objects.includes(word)))) ?? null;
}
