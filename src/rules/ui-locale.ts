import { faultsByLabel, listed, reportLabel, type LabelFault } from './labels.ts';
import type { Rule } from './types.ts';

/** Labels that a page tells in another language than the reader's interface shows. */
export const uiLocale: Rule = {
  meta: {
    id: 'ui/locale',
    summary: 'A label in another language than the interface has it in for the readers of the page.',
    severity: 'warning',
    scope: 'site',
    fixable: true,
    classes: {
      translated: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ labels }) {
    const faults = labels.flatMap((label): LabelFault[] => (label.state === 'foreign' && label.veto === '' && label.reference.cue !== 'weak' ? [{ label, class: 'translated' }] : []));
    for (const [subject, group] of faultsByLabel(faults, Object.keys(this.meta.classes), (label) => `${label.page.facts.language}: ${label.text.toLowerCase()}`)) {
      const { label } = group[0]!;
      const texts = new Set(label.today.map(({ text }) => text));
      yield reportLabel(subject, group, {
        message: `Readers of this page see ${listed(label.today.slice(0, 3))}, not “${label.text}”.`,
        evidence: `${label.today[0]!.catalogue} has ${listed(label.today.slice(0, 3))} under the key ${label.today[0]!.key}, for which another language has “${label.text}”.`,
        replacement: texts.size === 1 ? ({ today }) => today[0]!.text : null,
        suggestions: [`Write ${listed(label.today.slice(0, 3))}.`],
      });
    }
  },
};
