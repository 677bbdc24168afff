// Lints one tree in a process of its own and prints the time of each part and the peak memory: `node parts.ts ROOT [CACHE]`.
import { lint, type Timings } from '../../src/index.ts';

/** What one run took. */
export interface Parts {
  pages: number;
  findings: number;
  hints: number;
  /** Milliseconds. */
  timings: Timings;
  /** Seconds of processor time of the whole process, its start included: what a busy machine distorts least. */
  processor: number;
  /** Peak resident memory in bytes. */
  memory: number;
}

if (import.meta.main) {
  const run = await lint({ root: process.argv[2]!, cache: process.argv[3] });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const parts: Parts = {
    pages: run.site.pages.length,
    findings: run.findings.length,
    hints: run.hints.length,
    timings: run.timings,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    memory: maxRSS * 1024,
  };
  console.log(JSON.stringify(parts));
}
