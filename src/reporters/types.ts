import type { Run } from '../engine/run.ts';

export interface ReportOptions {
  /** Whether hints are listed. */
  hints: boolean;
  /** Whether the time of each part is told. */
  stats: boolean;
  /** Whether the output may hold escape sequences that colour it; only a terminal wants them. */
  colors: boolean;
}

/** One output format: the run as text, and nothing else. */
export type Reporter = (run: Run, options: ReportOptions) => string;
