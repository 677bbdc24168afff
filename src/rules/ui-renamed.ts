import type { JudgedLabel } from '../site/labels/types.ts';
import { capitalised, faultsByLabel, listed, named, reportLabel, wordCount, type LabelFault } from './labels.ts';
import type { Rule } from './types.ts';

/** Reports labels that the interface has given another text. */
export const uiRenamed: Rule = {
  meta: {
    id: 'ui/renamed',
    summary: 'A label has another text in the interface today.',
    severity: 'error',
    scope: 'site',
    fixable: true,
    classes: {
      key: { certainty: 'likely', severity: 'error' },
      place: { certainty: 'likely', severity: 'error' },
      likeness: { certainty: 'hint', severity: 'info' },
      word: { certainty: 'hint', severity: 'info' },
      bare: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ labels }) {
    const faults = labels.flatMap((label): LabelFault[] => (label.state === 'renamed' && label.veto === '' ? [{ label, class: classOf(label) }] : []));
    for (const [subject, group] of faultsByLabel(faults, Object.keys(this.meta.classes))) {
      const { label, class: strongest } = group[0]!;
      const past = label.past!;
      const today = past.renamedTo!;
      const sure = strongest === 'key' || strongest === 'place';
      yield reportLabel(subject, group, {
        message: sure
          ? `${capitalised(named(label))} is called “${today}” in the interface today.`
          : `${capitalised(named(label))} is gone from the interface; it may be called “${today}” today.`,
        evidence: evidenceOf(label),
        replacement: sure ? today : null,
        suggestions: [sure ? `Write “${today}”.` : `Look it up in the product, and write ${listed([{ text: today }, ...label.today])}.`],
      });
    }
  },
};

function classOf({ past, reference, text }: JudgedLabel): string {
  if (reference.cue === 'none') return 'bare';
  if (past!.renamedBy === 'likeness') return 'likeness';
  if (reference.cue === 'weak' || wordCount(text) === 1) return 'word';
  return past!.renamedBy!;
}

function evidenceOf({ past, text }: JudgedLabel): string {
  const { lastSeen, catalogue, key, renamedBy, renamedTo } = past!;
  if (renamedBy === 'key') return `${lastSeen} had “${text}” under the key ${key}; ${catalogue} has “${renamedTo}” there.`;
  return `${lastSeen} had “${text}”; ${catalogue} has “${renamedTo}” in the same source file.`;
}
