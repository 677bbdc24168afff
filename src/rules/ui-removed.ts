import type { JudgedLabel } from '../site/labels/types.ts';
import { capitalised, faultsByLabel, named, reportLabel, wordCount, type LabelFault } from './labels.ts';
import type { Rule } from './types.ts';

/** Labels that the interface had and has no more. */
export const uiRemoved: Rule = {
  meta: {
    id: 'ui/removed',
    summary: 'A label that the interface no longer has.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    classes: {
      gone: { certainty: 'likely', severity: 'error' },
      word: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ labels }) {
    const faults = labels.flatMap((label): LabelFault[] =>
      label.state === 'removed' && label.veto === '' && label.reference.cue !== 'none' ? [{ label, class: classOf(label) }] : [],
    );
    for (const [subject, group] of faultsByLabel(faults, Object.keys(this.meta.classes))) {
      const { label } = group[0]!;
      const { lastSeen, catalogue, key, renamedTo } = label.past!;
      yield reportLabel(subject, group, {
        message: `${capitalised(named(label))} is gone from the interface.`,
        evidence: `${lastSeen} has “${label.text}”${key === label.text ? '' : ` under the key ${key}`}, ${catalogue} has it nowhere.`,
        replacement: null,
        suggestions: [
          ...(renamedTo === null ? [] : [`See whether “${renamedTo}” came in its place.`]),
          'Follow the steps in the product, and tell them with the labels that it has today.',
        ],
      });
    }
  },
};

function classOf({ reference, text }: JudgedLabel): string {
  return reference.cue === 'weak' || wordCount(text) === 1 ? 'word' : 'gone';
}
