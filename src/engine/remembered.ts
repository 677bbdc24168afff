import type { Baseline } from './baseline.ts';
import type { Config } from './config.ts';
import { applyDecisions, unitsOf, type Judging } from './decided.ts';
import { decisionsName, tellDecision, type PlacedDecision } from './decisions.ts';
import type { Finding } from './finding.ts';
import { cutHistory } from './member-keys.ts';
import type { Silenced } from './suppressions.ts';

/** What decisions left of findings, and what there is to say of the decisions. */
export interface Remembered {
  findings: Finding[];
  silenced: Silenced[];
  notices: string[];
  /** Decisions whose finding is gone. */
  gone: PlacedDecision[];
}

/** What else a decision may meet. */
interface Others {
  /** What the pages suppress. */
  suppressed: Silenced[];
  baseline: Baseline | null;
  /** Whether a decision's finding would be found if it were there: its rule is on, and its pages belong to the tree. */
  isJudged: (decision: PlacedDecision) => boolean;
}

/** Lets the decisions of a repository count, and says where they contradict each other or stand for nothing. */
export function remembered(findings: Finding[], decisions: PlacedDecision[], judging: Judging, config: Config, { suppressed, baseline, isJudged }: Others): Remembered {
  if (decisions.length === 0) return { findings, silenced: [], notices: [], gone: [] };
  const name = decisionsName(config);
  const applied = applyDecisions(findings, decisions, judging);
  const alsoSuppressed = applyDecisions(suppressed.map(({ finding }) => finding), decisions, judging).used;
  const gone = decisions.filter((decision) => !applied.used.has(decision) && !alsoSuppressed.has(decision) && isJudged(decision));
  const decided = [...applied.silenced.map(({ finding }) => finding), ...applied.findings.filter((finding) => finding.decisions?.some(({ changed }) => !changed))];
  const alsoKnown = baseline ? decided.filter((finding) => isKnown(finding, baseline, judging)).length : 0;
  return {
    findings: applied.findings,
    silenced: applied.silenced,
    gone,
    notices: [
      ...cutHistory(judging.keys, name),
      ...applied.conflicts.map(([first, other]) => `${name}:${first.line} and ${name}:${other.line} contradict each other on ${first.rule}, “${first.subject}” in ${first.member}; what counts is ${tellDecision(first)}.`),
      ...twice(alsoSuppressed.size, 'suppressed in the pages', name),
      ...twice(alsoKnown, `in ${baseline?.file}`, name),
      ...(gone.length > 0 ? [`${gone.length === 1 ? 'One decision' : `${gone.length} decisions`} of ${name} ${gone.length === 1 ? 'is' : 'are'} about nothing that is found any more; “waymark decisions prune” takes ${gone.length === 1 ? 'it' : 'them'} out.`] : []),
    ],
  };
}

function isKnown(finding: Finding, { lines }: Baseline, { keys }: Judging): boolean {
  return unitsOf(finding, keys).some(({ paths }) => paths.some((path) => lines.has(`${finding.fingerprint} ${keys.keyOf(path)}`)));
}

function twice(number: number, where: string, name: string): string[] {
  return number === 0 ? [] : [`${number === 1 ? 'What one decision' : `What ${number} decisions`} of ${name} ${number === 1 ? 'is' : 'are'} about is ${where} too; one of the two is enough.`];
}
