import { labelsOf } from '../labels.ts';
import { findingsAt } from '../places.ts';
import { findingOutcome } from '../score.ts';
import type { RowsOf } from './types.ts';

// A plan, limit or price whose only way is a person is told by a rule of its own: any counts.
const rules = ['help/dead-end', 'help/plan-gate', 'help/limit', 'help/price'];

/** Places that mention a contact: a finding is due at each dead end and at no other. */
export const supportRows: RowsOf = (all, findings, paragraphs) => {
  const labels = labelsOf('support', all);
  const found = findingsAt(labels, findings.filter(({ rule }) => rules.includes(rule)), paragraphs);
  return labels.map((label) => ({
    path: label.path,
    line: label.line,
    ...(label.task === undefined ? {} : { subject: label.task }),
    expected: label.verdict,
    ...findingOutcome(label.verdict === 'dead-end', found.get(label)?.[0]),
    unsure: label.unsure,
  }));
};
