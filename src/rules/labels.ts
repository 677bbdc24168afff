import { caselessForm } from '../site/labels/forms.ts';
import type { JudgedLabel } from '../site/labels/types.ts';
import type { Edit, Evidence, Place, Report } from './types.ts';

/** A judged label that a rule reports, and the class of evidence that speaks against it. */
export interface LabelFault {
  label: JudgedLabel;
  class: string;
}

/** Groups faults by label, strongest class first, in the order in which the pages have them. */
export function faultsByLabel(faults: LabelFault[], classes: string[]): Map<string, LabelFault[]> {
  const groups = new Map<string, LabelFault[]>();
  for (const fault of faults) {
    const subject = caselessForm(fault.label.text);
    const group = groups.get(subject);
    if (group) group.push(fault);
    else groups.set(subject, [fault]);
  }
  for (const group of groups.values()) group.sort((a, b) => classes.indexOf(a.class) - classes.indexOf(b.class));
  return groups;
}

/** What a rule says of a label. */
type Told = Pick<Report, 'message' | 'suggestions'> & {
  evidence: string;
  /** What belongs in a label's place, where that is known well enough to be written without asking. */
  replacement: ((label: JudgedLabel) => string) | null;
};

/** What the rules on labels say of one label; the places of its strongest class are the members, the others related. */
export function reportLabel(subject: string, faults: LabelFault[], told: Told): Report {
  const [strongest] = faults;
  const labels = faults.filter((fault) => fault.class === strongest!.class).map(({ label }) => label);
  const members = labels.map(placeOf);
  const weaker = faults.filter((fault) => fault.class !== strongest!.class);
  const evidence: Evidence[] = [{ class: strongest!.class, text: told.evidence }];
  return {
    ...members[0]!,
    message: told.message,
    subject,
    evidence,
    members,
    related: weaker.map(({ label }) => ({ ...placeOf(label), message: `“${label.text}” stands here too, and may be this label.` })),
    fixes: told.replacement ? labels.flatMap((label) => fixOf(label, told.replacement!(label))) : [],
    suggestions: told.suggestions,
  };
}

/** Replaces the label and nothing beside it; a label with markup inside is left to the writer. */
function fixOf({ page, reference: { range }, text }: JudgedLabel, replacement: string): Edit[] {
  if (!page.source.startsWith(text, range.start) || range.start + text.length > range.end) return [];
  return [{ page, range: { start: range.start, end: range.start + text.length }, text: replacement }];
}

function placeOf({ page, reference }: JudgedLabel): Place {
  return { page, range: reference.range };
}

/** The label with what the page says it is (`the tab “Configuration”`), or alone where the page does not say. */
export function named({ text, reference }: JudgedLabel): string {
  return reference.role === '' || reference.role === 'item' ? `“${text}”` : `the ${reference.role} “${text}”`;
}

/** Texts of labels as a list in words: “A”, “B” or “C”. */
export function listed(labels: { text: string }[]): string {
  const texts = [...new Set(labels.map(({ text }) => `“${text}”`))];
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Languages in which the classes of the rules on labels were measured. */
const measuredLanguages = ['en'];

/**
 * Whether a label is enough by itself to be found fault with: a verb or noun of an interface makes it one, it is no
 * single word, which is a word of the language too, and its language was measured.
 */
export function isTelling({ page, reference, text }: JudgedLabel): boolean {
  return reference.cue !== 'weak' && reference.cue !== 'none' && /\s/.test(text) && measuredLanguages.includes(page.facts.language);
}
