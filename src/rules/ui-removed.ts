import { capitalised, faultsByLabel, isTelling, isTellingOfPast, listed, named, reportLabel, type LabelFault } from './labels.ts';
import type { JudgedLabel } from '../site/labels/types.ts';
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
      weak: { certainty: 'likely', severity: 'warning' },
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
      const candidates = renamedTo === null ? label.today : [{ text: renamedTo }];
      yield reportLabel(subject, group, {
        message: `${capitalised(named(label))} is gone from the interface.`,
        evidence: `${lastSeen} has “${label.text}”${key === label.text ? '' : ` under the key ${key}`}, ${catalogue} has it nowhere.`,
        replacement: null,
        suggestions: [
          ...(candidates.length === 0 ? [] : [`See whether ${listed(candidates)} came in its place.`]),
          'Follow the steps in the product, and tell them with the labels that it has today.',
        ],
      });
    }
  },
};

/** One word is a word of the language too. */
function classOf(label: JudgedLabel): string {
  if (isTelling(label)) return 'gone';
  return isTellingOfPast(label) ? 'weak' : 'word';
}
