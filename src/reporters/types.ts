export interface ReportOptions {
  /** Whether hints are listed. */
  hints: boolean;
  /** Whether the time of each part is told. */
  stats: boolean;
}
