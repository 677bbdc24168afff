import type { Page } from '../../content/types.ts';
import type { LinkGraph } from '../links.ts';
import { isGuideFor } from './guides.ts';
import { isSameComponent } from './join.ts';
import type { JudgedMention, TaskComponent } from './types.ts';
import { readWording } from './wording.ts';

/**
 * Takes back the dead ends beside which the same section offers the way: steps for just this task, or a link to the
 * guide for it. Steps for anything else excuse nothing.
 */
export function excuseByWays(mentions: readonly JudgedMention[], links: LinkGraph): JudgedMention[] {
  return mentions.map((judged) => {
    const components = judged.verdict === 'dead-end' ? (judged.task?.components.filter(({ objects }) => objects.length > 0) ?? []) : [];
    if (components.length === 0) return judged;
    const reason = tellsSteps(judged, components) ? 'Steps beside it tell how to do it oneself.' : linksGuide(judged, components, links) ? 'The text beside it links to the guide for it.' : '';
    return reason === '' ? judged : { ...judged, verdict: 'last-resort', class: '', reason, task: null };
  });
}

/** A step of the section, other than the one that the contact stands in, that begins with the task. */
function tellsSteps({ page, mention }: JudgedMention, components: TaskComponent[]): boolean {
  const beside = page.facts.steps.filter(({ section, range }) => section === mention.section && !(range.start <= mention.range.start && mention.range.end <= range.end));
  return beside.some(({ text }) => readWording(text, mention.language).some((own) => components.some((component) => isSameComponent(component, own))));
}

function linksGuide({ page, mention }: JudgedMention, components: TaskComponent[], links: LinkGraph): boolean {
  const beside = (links.out.get(page) ?? []).filter(({ link }) => link.section === mention.section);
  const targets = new Set<Page>(beside.flatMap(({ target }) => (target.kind === 'page' && target.page !== page ? [target.page] : [])));
  return [...targets].some((target) => isGuideFor(target, components));
}
