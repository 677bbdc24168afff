import type { JudgedLabel } from '../site/labels/types.ts';
import { caselessForm } from '../site/labels/forms.ts';
import { faultsByLabel, isTelling, listed, reportLabel, type LabelFault } from './labels.ts';
import type { Rule } from './types.ts';

/** Pages that name one label that nothing is like, from which on it is worth a look. */
const enoughPages = 3;

/** Labels of today that a finding names at most. */
const mostNamed = 3;

/** Labels that the interface does not have, as far as its catalogues go. */
export const uiUnknown: Rule = {
  meta: {
    id: 'ui/unknown',
    summary: 'A label that the interface does not have.',
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
      const candidates = label.today.slice(0, mostNamed);
      const only = strongest === 'slip' ? label.today[0]!.text : null;
      yield reportLabel(subject, group, {
        message: `The interface has no label “${label.text}”${candidates.length === 0 ? '' : `; it has ${listed(candidates)}`}.`,
        evidence: evidenceOf(label),
        replacement: only === null ? null : ({ today }) => today[0]!.text,
        suggestions: [...candidates.map(({ text }) => `Write “${text}”, if that is meant.`), ...(only === null ? ['Look it up in the product, and write the label as it stands there.'] : [])],
      });
    }
  },
};

function evidenceOf({ state, today, reference }: JudgedLabel): string {
  const candidates = today.slice(0, mostNamed);
  const likeness = { slip: 'differs in letters, articles or the order of words', part: 'contains it', close: 'shares words with it' }[state as 'slip' | 'part' | 'close'];
  const taken = `It is taken for a label, because ${cueTexts[reference.cue]}.`;
  return today.length === 0 ? `No catalogue has anything like it. ${taken}` : `${listed(candidates)} in ${today[0]!.catalogue} ${likeness}. ${taken}`;
}

const cueTexts: Record<JudgedLabel['reference']['cue'], string> = {
  verb: 'a verb of operating an interface stands before it',
  noun: 'it stands with a noun of an interface',
  path: 'it is a step of a menu path',
  weak: 'the words beside it are said of labels too',
  none: 'it is set off from the text',
};

/** A slip decides where one label can be meant. */
function slipClass(label: JudgedLabel): string {
  return label.today.length === 1 && isTelling(label) ? 'slip' : 'slip-word';
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
