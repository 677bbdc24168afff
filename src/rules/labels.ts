import { caselessForm } from '../site/labels/forms.ts';
import type { JudgedLabel } from '../site/labels/types.ts';
import type { Edit, Evidence, Place, Report } from './types.ts';

/** A judged label that a rule reports, and the class of evidence that speaks against it. */
export interface LabelFault {
  label: JudgedLabel;
  class: string;
}

/**
 * Groups faults by label, strongest class first, in the order in which the pages have them.
 * @param formOf what is one label, however it is written
 */
export function faultsByLabel(faults: LabelFault[], classes: string[], formOf: (label: JudgedLabel) => string = ({ text }) => caselessForm(text)): Map<string, LabelFault[]> {
  const groups = new Map<string, LabelFault[]>();
  for (const fault of faults) {
    const subject = formOf(fault.label);
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

/** What the rules on labels say of one label; the places that treat it as a label are the members, the others related. */
export function reportLabel(subject: string, faults: LabelFault[], told: Told): Report {
  const [strongest] = faults;
  // A name that one place shows to be a label of ours is one wherever a place treats it as a label.
  const [labels, others] = partition(faults, (fault) => fault.class === strongest!.class || fault.label.reference.cue !== 'none');
  const members = labels.map(placeOf);
  const evidence: Evidence[] = [{ class: strongest!.class, text: told.evidence }];
  return {
    ...members[0]!,
    message: told.message,
    subject,
    evidence,
    members,
    related: others.map((label) => ({ ...placeOf(label), message: `“${label.text}” stands here too, and may be this label.` })),
    fixes: told.replacement ? labels.flatMap((label) => fixOf(label, told.replacement!(label))) : [],
    suggestions: told.suggestions,
  };
}

function partition(faults: LabelFault[], belongs: (fault: LabelFault) => boolean): [JudgedLabel[], JudgedLabel[]] {
  const inside: JudgedLabel[] = [];
  const outside: JudgedLabel[] = [];
  for (const fault of faults) (belongs(fault) ? inside : outside).push(fault.label);
  return [inside, outside];
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
 * single word, which is a word of the language too, something sets it off, and its language was measured.
 */
export function isTelling(label: JudgedLabel): boolean {
  const { reference, text } = label;
  const isSetOff = reference.markup !== 'plain' || reference.path >= 0;
  return isSetOff && reference.cue !== 'weak' && reference.cue !== 'none' && /\s/.test(text) && isMeasured(label);
}

/**
 * Whether a label that the interface had is enough by itself: as above, or with words beside it that are said of much
 * else too, where it is set off and written as a label.
 */
export function isTellingOfPast(label: JudgedLabel): boolean {
  const { reference, text } = label;
  return isTelling(label) || (reference.cue === 'weak' && reference.markup !== 'italic' && reference.markup !== 'plain' && /^\p{Lu}.*\s/u.test(text) && isMeasured(label));
}

/** Whether the classes were measured in the language of the label's page. */
function isMeasured({ page }: JudgedLabel): boolean {
  return measuredLanguages.includes(page.facts.language);
}
