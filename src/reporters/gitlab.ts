import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { fileOf, listed, oneLine, toJson } from './text.ts';
import type { ReportOptions } from './types.ts';

/** GitLab’s Code Quality report, a subset of Code Climate’s. */
export function formatGitlab(run: Run, { hints }: ReportOptions): string {
  const seen = new Map<string, number>();
  return toJson(
    listed(run, hints).map((finding) => ({
      description: oneLine([finding.message, ...finding.suggestions].join(' ')),
      check_name: finding.rule,
      fingerprint: uniqueFingerprint(finding, seen),
      severity: severities[finding.severity],
      location: { path: fileOf(run, finding.path), lines: { begin: finding.line, end: finding.endLine } },
    })),
  );
}

const severities = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab drops an entry whose fingerprint another has; places of one subject count up. */
function uniqueFingerprint({ fingerprint }: Finding, seen: Map<string, number>): string {
  const place = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, place);
  return place === 1 ? fingerprint : `${fingerprint}-${place}`;
}
