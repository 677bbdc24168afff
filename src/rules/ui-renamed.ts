import type { JudgedLabel } from '../site/labels/types.ts';
import { capitalised, faultsByLabel, isTelling, isTellingOfPast, named, reportLabel, type LabelFault } from './labels.ts';
import type { Rule } from './types.ts';

/** Labels that the interface shows under another name today. */
export const uiRenamed: Rule = {
  meta: {
    id: 'ui/renamed',
    summary: 'A label that the interface shows under another name today.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    classes: {
      key: { certainty: 'likely', severity: 'error' },
      place: { certainty: 'likely', severity: 'error' },
      weak: { certainty: 'likely', severity: 'warning' },
      word: { certainty: 'hint', severity: 'info' },
      bare: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ labels }) {
    const faults = labels.flatMap((label): LabelFault[] => (label.state === 'renamed' && label.veto === '' ? [{ label, class: classOf(label) }] : []));
    for (const [subject, group] of faultsByLabel(faults, Object.keys(this.meta.classes))) {
      const { label, class: strongest } = group[0]!;
      const { renamedTo } = label.past!;
      const told = strongest === 'bare' ? `If ${named(label)} is a label, it` : capitalised(named(label));
      yield reportLabel(subject, group, {
        message: `${told} is called “${renamedTo}” in the interface today.`,
        evidence: evidenceOf(label),
        replacement: strongest !== 'bare' && label.past!.renamedBy === 'key' ? ({ past }) => past!.renamedTo! : null,
        suggestions: [`Write “${renamedTo}”.`],
      });
    }
  },
};

function classOf(label: JudgedLabel): string {
  if (label.reference.cue === 'none') return 'bare';
  if (isTelling(label)) return label.past!.renamedBy === 'key' ? 'key' : 'place';
  return isTellingOfPast(label) ? 'weak' : 'word';
}

function evidenceOf({ past, text }: JudgedLabel): string {
  const { lastSeen, catalogue, key, renamedBy, renamedTo } = past!;
  if (renamedBy === 'key') return `${lastSeen} has “${text}” under the key ${key}, ${catalogue} has “${renamedTo}” there.`;
  return `${lastSeen} has “${text}”; ${catalogue} does not, and in the same source file “${renamedTo}” came instead.`;
}
