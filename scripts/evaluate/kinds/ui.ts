import type { Finding } from '../../../src/index.ts';
import { labelsOf, type LabelOf, type ToldLabel } from '../labels.ts';
import { findingsAt, type Paragraphs } from '../places.ts';
import { findingOutcome, type Row } from '../score.ts';
import type { RowsOf } from './types.ts';

const rules = ['ui/renamed', 'ui/removed', 'ui/unknown', 'ui/path', 'ui/spelling'];

/** Interface labels: a finding is due where one is stale, and one of spelling may be made where only that differs. */
export const uiRows: RowsOf = (all, findings, paragraphs) => {
  const labels = labelsOf('ui', all);
  const found = findingsOn(labels, findings, paragraphs);
  return labels.map((label) => ({
    path: label.path,
    line: label.line,
    subject: label.label,
    expected: label.verdict,
    ...outcome(label.verdict, found.get(label) ?? []),
    unsure: label.unsure,
  }));
};

/** The findings about each label, strongest certainty first. */
export function findingsOn(labels: ToldLabel<'ui'>[], findings: Finding[], paragraphs: Paragraphs): Map<ToldLabel<'ui'>, Finding[]> {
  const ours = findings.filter(({ rule }) => rules.includes(rule));
  return findingsAt(labels, ours, paragraphs, (label, finding) => concerns(label, finding, labels));
}

function outcome(verdict: LabelOf<'ui'>['verdict'], findings: Finding[]): Pick<Row, 'got' | 'certainty' | 'outcome'> {
  const serious = findings.find((finding) => !isSpelling(finding));
  if (verdict === 'stale') return findingOutcome(true, serious);
  const spelling = verdict === 'case' || verdict === 'spelling';
  if (spelling && !serious) return { ...findingOutcome(false, findings[0]), outcome: 'quiet' };
  return findingOutcome(false, serious ?? findings[0]);
}

/** Whether a finding says no more than that letter case, a space, a hyphen or the plural differs. */
function isSpelling({ rule, evidence }: Finding): boolean {
  const classes = evidence.map((each) => each.class).filter((name) => name !== '');
  return rule === 'ui/spelling' || (classes.length > 0 && classes.every((name) => name === 'case' || name === 'spelling'));
}

/** Whether a finding is about a label: by its text, or by a part of it where no other label of the line is meant exactly. */
function concerns(label: LabelOf<'ui'>, { subject, path, line }: Finding, labels: LabelOf<'ui'>[]): boolean {
  const said = normalForm(subject);
  const meant = normalForm(label.label);
  if (said === meant) return true;
  const exact = labels.some((other) => other.path === path && Math.abs(other.line - line) <= 1 && normalForm(other.label) === said);
  if (exact) return false;
  // A path that is wrong says nothing against its single steps.
  if (isPath(said) && !isPath(meant)) return false;
  return holds(said, meant) || holds(meant, said);
}

/** A label without what surrounds it: quotes, code marks, a leading icon, a closing colon; in lower case. */
function normalForm(label: string): string {
  return label
    .toLowerCase()
    .replace(/["'“”‘’`*_]/g, '')
    .replace(/\s*[→›»]\s*/g, ' > ')
    .replace(/\s+/g, ' ')
    .replace(/^[+\s]+|[\s:.…]+$/g, '');
}

function isPath(label: string): boolean {
  return label.includes(' > ');
}

/** Whether whole words of one label stand in a row in the other. */
function holds(whole: string, part: string): boolean {
  return part !== '' && ` ${whole} `.includes(` ${part} `);
}
