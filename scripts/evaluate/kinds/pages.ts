import type { Finding } from '../../../src/index.ts';
import { labelsOf } from '../labels.ts';
import { findingOnPair } from '../places.ts';
import { findingOutcome, type Row } from '../score.ts';
import type { RowsOf } from './types.ts';

/** Pairs of pages: a `topic/duplicate` that holds both is due for duplicates, and for no other pair. */
export const pairRows: RowsOf = (labels, findings) =>
  labelsOf('pair', labels).map((label) => ({
    ...pairRow(label, 'topic/duplicate', findings, label.verdict === 'duplicate'),
    expected: label.verdict,
  }));

/** Pairs that share a passage; what a passage between other pairs is worth, no label says. */
export const copiedRows: RowsOf = (labels, findings) =>
  labelsOf('pair', labels)
    .filter(({ verdict }) => verdict === 'copied')
    .map((label) => ({ ...pairRow(label, 'topic/copied-passage', findings, true), expected: 'copied' }));

/** Pairs that disagree on a fact. */
export const conflictRows: RowsOf = (labels, findings) =>
  labelsOf('conflict', labels).map((label) => ({
    ...pairRow(label, 'topic/conflict', findings, true),
    subject: `${label.subject} (${label.b})`,
    expected: 'conflict',
  }));

function pairRow({ a, b, unsure }: { a: string; b: string; unsure: boolean }, rule: string, findings: Finding[], due: boolean): Omit<Row, 'expected'> {
  const found = findingOnPair(a, b, findings.filter((finding) => finding.rule === rule));
  return { path: a, line: 1, subject: b, ...findingOutcome(due, found), unsure };
}
