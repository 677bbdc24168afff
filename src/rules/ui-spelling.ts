import { labelWords, plainForm, spellingForm } from '../site/labels/forms.ts';
import type { JudgedLabel } from '../site/labels/types.ts';
import { faultsByLabel, isTelling, listed, reportLabel, type LabelFault } from './labels.ts';
import type { Rule } from './types.ts';

/** Labels that the interface writes a little differently. */
export const uiSpelling: Rule = {
  meta: {
    id: 'ui/spelling',
    summary: 'A label that differs from the interface in letter case, a space, a hyphen or the plural only.',
    severity: 'warning',
    scope: 'site',
    fixable: true,
    classes: {
      slip: { certainty: 'likely', severity: 'info' },
      loose: { certainty: 'hint', severity: 'info' },
    },
  },
  *check({ labels }) {
    const references = labels.filter(({ veto, reference }) => veto === '' && reference.cue !== 'none');
    const habits = shareOfKinds(references);
    const faults = references.flatMap((label): LabelFault[] => {
      const kind = kindOf(label);
      if (kind === null || !isCued(label)) return [];
      const share = habits.get(kind)!;
      if (share > mostOfAHabit) return [];
      return [{ label, class: share < leastOfAHabit && kind !== 'plural' && references.length >= enoughReferences && isTelling(label) ? 'slip' : 'loose' }];
    });
    for (const [subject, group] of faultsByLabel(faults, Object.keys(this.meta.classes), ({ text }) => spellingForm(text))) {
      const { label } = group[0]!;
      const [only, ...others] = new Set(label.today.map(({ text }) => plainForm(text)));
      yield reportLabel(subject, group, {
        message: `The interface writes ${listed(label.today)}, not “${label.text}”.`,
        evidence: `${label.today[0]!.catalogue} has ${listed(label.today)}; the page differs in ${kindTexts[kindOf(label)!]}.`,
        replacement: others.length === 0 ? () => only! : null,
        suggestions: [`Write ${listed(label.today)}.`],
      });
    }
  },
};

/** How a page's way to write a label differs from the interface's. */
type Kind = 'title' | 'lower' | 'case' | 'space' | 'plural';

const kindTexts: Record<Kind, string> = {
  title: 'capitals that it has at the beginning of its words',
  lower: 'capitals that it lacks',
  case: 'capitals',
  space: 'a space, a hyphen or a sign',
  plural: 'the plural',
};

/**
 * Shares of a tree's references from which on a kind is taken for a slip no more, and above which it is the tree's way to
 * write labels (measured on ten products).
 */
const leastOfAHabit = 0.03;
const mostOfAHabit = 0.05;
/** References below which a tree shows no habit. */
const enoughReferences = 30;

function shareOfKinds(references: JudgedLabel[]): Map<Kind, number> {
  const shares = new Map<Kind, number>();
  for (const label of references) {
    const kind = kindOf(label);
    if (kind) shares.set(kind, (shares.get(kind) ?? 0) + 1 / references.length);
  }
  return shares;
}

function kindOf({ state, text, today }: JudgedLabel): Kind | null {
  if (state === 'case') {
    const written = plainForm(text);
    const theirs = plainForm(today[0]!.text);
    if (written === written.toLowerCase()) return 'lower';
    return capitals(written) > capitals(theirs) && written !== written.toUpperCase() ? 'title' : 'case';
  }
  if (state !== 'spelling') return null;
  return labelWords(text).join('') === labelWords(today[0]!.text).join('') ? 'space' : 'plural';
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

/**
 * A word beside which nothing names an interface is a word of the language in whatever letter case, a word of code is a
 * name, and a link in small letters is a part of its sentence.
 */
function isCued({ reference, text }: JudgedLabel): boolean {
  if (reference.cue === 'weak') return false;
  return !(reference.markup === 'code' && /^\p{Ll}+$/u.test(text)) && !(reference.target !== '' && /^[\P{Lu}]+$/u.test(text));
}
