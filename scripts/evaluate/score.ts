import type { Finding } from '../../src/index.ts';
import type { Certainty } from '../../src/rules/types.ts';

/** One label beside what the run said of it. */
export interface Row {
  /** Page of the label; the label file for what stands on no page. */
  path: string;
  line: number;
  /** What the row is about where its place does not say it: label, task, second page, phrase, query. */
  subject?: string;
  /** What the careful reader said. */
  expected: string;
  /** What the run said: a rule, a verdict, a page; null for nothing. */
  got: string | null;
  /** Certainty of the finding; null where the row does not rest on one. */
  certainty: Certainty | null;
  /** `quiet`: nothing was to be said, and nothing was. */
  outcome: 'right' | 'missed' | 'wrong' | 'quiet';
  /** Two careful readers differed or could: counted neither way. */
  unsure: boolean;
}

/** What was counted; a figure that a kind has no use for is left out, and null is one that nothing stands behind. */
export interface Figures {
  right?: number;
  missed?: number;
  wrong?: number;
  precision?: number | null;
  recall?: number | null;
  accuracy?: number | null;
  /** Mean of 1 / rank of the first right page, 0 where none is among the first ten. */
  mrr?: number;
  /** Share of queries whose first result is right. */
  success1?: number;
  mrrTypo?: number;
  success1Typo?: number;
}

/** Figures and the rows behind them. */
export interface Score extends Figures {
  rows: Row[];
}

/** What is known of one kind of label. */
export interface KindReport extends Score {
  /** The same with hints among the findings; left out where hints make no difference. */
  hints?: Score;
  /** Lines to print below the figures. */
  notes?: string[];
}

/** What a row says when a finding is (not) due at its place. */
export function findingOutcome(due: boolean, finding: Finding | undefined): Pick<Row, 'got' | 'certainty' | 'outcome'> {
  return {
    got: finding?.rule ?? null,
    certainty: finding?.certainty ?? null,
    outcome: due ? (finding ? 'right' : 'missed') : finding ? 'wrong' : 'quiet',
  };
}

/** Counts rows that rest on findings: precision over what was reported, recall over what was due. */
export function scoreFindings(rows: Row[]): Score {
  const { right, missed, wrong } = count(rows);
  return { right, missed, wrong, precision: share(right, right + wrong), recall: share(right, right + missed), rows };
}

/** Counts rows that are due and that nothing can be wrongly found beside: recall alone. */
export function scoreRecall(rows: Row[]): Score {
  const { right, missed } = count(rows);
  return { right, missed, recall: share(right, right + missed), rows };
}

/** Counts rows that each have one right answer. */
export function scoreVerdicts(rows: Row[]): Score {
  const { right, wrong } = count(rows);
  return { right, wrong, accuracy: share(right, right + wrong), rows };
}

function count(rows: Row[]): Record<Row['outcome'], number> {
  const counts = { right: 0, missed: 0, wrong: 0, quiet: 0 };
  for (const { outcome, unsure } of rows) if (!unsure) counts[outcome]++;
  return counts;
}

/** A share from 0 to 1, null of nothing. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
