import type { JudgedLabel } from '../site/labels/types.ts';
import { caselessForm } from '../site/labels/forms.ts';
import { capitalised, faultsByLabel, listed, named, reportLabel, wordCount, type LabelFault } from './labels.ts';
import type { Rule } from './types.ts';

/** Pages that name one label that nothing is like, from which on it is worth a look. */
const enoughPages = 3;

/** Reports labels that the interface does not have, as far as its catalogues go. */
export const uiUnknown: Rule = {
  meta: {
    id: 'ui/unknown',
    summary: 'A label does not stand in the interface, but one like it does.',
    severity: 'warning',
    scope: 'site',
    fixable: true,
    classes: {
      slip: { certainty: 'likely', severity: 'warning' },
      'slip-word': { certainty: 'hint', severity: 'info' },
      part: { certainty: 'hint', severity: 'info' },
      close: { certainty: 'hint', severity: 'info' },
      unknown: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ labels }) {
    const wanted = unknownWorthALook(labels);
    const faults = labels.flatMap((label): LabelFault[] => {
      if (label.veto !== '' || label.reference.cue === 'none') return [];
      if (label.state === 'slip') return [{ label, class: slipClass(label) }];
      if (label.state === 'part') return [{ label, class: 'part' }];
      if (label.state === 'close' && label.reference.cue !== 'weak') return [{ label, class: 'close' }];
      return label.state === 'unknown' && wanted.has(label) ? [{ label, class: 'unknown' }] : [];
    });
    for (const [subject, group] of faultsByLabel(faults, Object.keys(this.meta.classes))) {
      const { label, class: strongest } = group[0]!;
      const only = strongest === 'slip' ? label.today[0]!.text : null;
      yield reportLabel(subject, group, {
        message: label.today.length === 0 ? `${capitalised(named(label))} does not stand in the interface.` : `${capitalised(named(label))} does not stand in the interface; ${listed(label.today)} does.`,
        evidence: label.today.length === 0 ? `No catalogue has a label like “${label.text}”.` : `${label.today[0]!.catalogue} has ${listed(label.today)}, but not “${label.text}”.`,
        replacement: only,
        suggestions: [only === null ? 'Look it up in the product, and write the label as it stands there.' : `Write “${only}”, if that is meant.`],
      });
    }
  },
};

/** A slip decides where two words at least name a control, and one label can be meant. */
function slipClass({ reference, text, today }: JudgedLabel): string {
  return today.length === 1 && reference.cue !== 'weak' && wordCount(text) > 1 ? 'slip' : 'slip-word';
}

/** Labels that nothing is like, where several pages have one, or one stands in a section with a label that is gone. */
function unknownWorthALook(labels: JudgedLabel[]): Set<JudgedLabel> {
  const pages = new Map<string, Set<string>>();
  const staleSections = new Set<string>();
  for (const { state, veto, reference, page, text } of labels) {
    if (veto !== '' || reference.cue === 'none') continue;
    if (state === 'renamed' || state === 'removed') staleSections.add(`${page.path}\n${reference.section}`);
    if (state !== 'unknown') continue;
    const form = caselessForm(text);
    const paths = pages.get(form);
    if (paths) paths.add(page.path);
    else pages.set(form, new Set([page.path]));
  }
  return new Set(
    labels.filter(
      ({ state, reference, page, text }) =>
        state === 'unknown' && ((pages.get(caselessForm(text))?.size ?? 0) >= enoughPages || staleSections.has(`${page.path}\n${reference.section}`)),
    ),
  );
}
