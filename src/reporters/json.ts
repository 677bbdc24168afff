import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { listed, toJson } from './text.ts';
import type { ReportOptions } from './types.ts';

/** The JSON format; its schema is `schema/report.json`. */
export interface JsonReport {
  version: 1;
  root: string;
  /** Number of pages read. */
  pages: number;
  findings: Finding[];
  /** Number of hints of the run, listed or not. */
  hints: number;
  /** What is to be said of the run as a whole. */
  notices: string[];
  /** Milliseconds by part of the run. */
  timings?: Run['timings'];
}

/** The run as JSON, for programs. */
export function formatJson(run: Run, { hints, stats }: Pick<ReportOptions, 'hints' | 'stats'>): string {
  const report: JsonReport = {
    version: 1,
    root: run.root,
    pages: run.site.pages.length,
    findings: listed(run, hints),
    hints: run.hints.length,
    notices: run.notices,
    ...(stats ? { timings: run.timings } : {}),
  };
  return toJson(report);
}
