import { labelsOf } from '../labels.ts';
import { findingsAt } from '../places.ts';
import { findingOutcome } from '../score.ts';
import type { RowsOf } from './types.ts';

/** Limits of a plan or quota: a finding is due where no way up is told. */
export const limitRows: RowsOf = (all, findings, paragraphs) => {
  const labels = labelsOf('limit', all);
  const found = findingsAt(labels, findings.filter(({ rule }) => rule === 'help/limit'), paragraphs);
  return labels.map((label) => ({
    path: label.path,
    line: label.line,
    expected: label.verdict,
    ...findingOutcome(label.verdict === 'no-path', found.get(label)?.[0]),
    unsure: label.unsure,
  }));
};
