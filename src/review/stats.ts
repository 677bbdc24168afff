import type { Config } from '../engine/config.ts';
import { isByPerson } from '../engine/decisions.ts';
import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { withClasses } from '../engine/severity.ts';
import { rules } from '../rules/index.ts';
import type { Certainty } from '../rules/types.ts';

/** How persons judged what one class of evidence found here. */
export interface ClassStats {
  rule: string;
  class: string;
  /** What the class counts for now. */
  certainty: Certainty;
  fault: number;
  fine: number;
}

/** A certainty that a class should have here, by what persons decided. */
export interface ClassProposal extends ClassStats {
  to: 'hint' | 'likely';
}

/** Decisions below which nothing is proposed. */
const fewest = 20;
/** Share of faults from which a hint is worth more, and below which what is more is only a hint. */
const raiseFrom = 0.9;
const lowerBelow = 0.8;

/** Counts the decisions of persons that still hold, by rule and class; an agent's or a model's prove nothing here. */
export function classStats(run: Pick<Run, 'findings' | 'hints' | 'silenced'>, config: Config): ClassStats[] {
  const decided = [...run.findings, ...run.hints, ...run.silenced.filter(({ by }) => by === 'decision').map(({ finding }) => finding)];
  const stats = new Map<string, ClassStats>();
  for (const finding of decided) {
    const verdicts = (finding.decisions ?? []).filter((decided) => isByPerson(decided) && !decided.changed).map(({ verdict }) => verdict);
    if (verdicts.length === 0) continue;
    for (const { name, certainty } of decisiveClasses(finding, config)) {
      const key = `${finding.rule} ${name}`;
      const known = stats.get(key) ?? { rule: finding.rule, class: name, certainty, fault: 0, fine: 0 };
      for (const verdict of verdicts) known[verdict]++;
      stats.set(key, known);
    }
  }
  return [...stats.values()].toSorted((a, b) => b.fault + b.fine - (a.fault + a.fine) || (`${a.rule} ${a.class}` < `${b.rule} ${b.class}` ? -1 : 1));
}

/** What to change: a hint that was right here nine times in ten, and what is more than a hint and was right less than four times in five. */
export function proposalsFor(stats: readonly ClassStats[]): ClassProposal[] {
  return stats.flatMap((each): ClassProposal[] => {
    const share = each.fault / (each.fault + each.fine);
    if (each.fault + each.fine < fewest) return [];
    if (each.certainty === 'hint') return share >= raiseFrom ? [{ ...each, to: 'likely' }] : [];
    return share < lowerBelow ? [{ ...each, to: 'hint' }] : [];
  });
}

const order: Certainty[] = ['hint', 'likely', 'certain'];

/** The classes of a finding that its certainty comes from: what stands beside a stronger one proves nothing of itself. */
function decisiveClasses({ rule: id, evidence }: Finding, config: Config): { name: string; certainty: Certainty }[] {
  const { classes } = withClasses(rules.find(({ meta }) => meta.id === id)!.meta, config);
  const known = [...new Set(evidence.map(({ class: name }) => name))].filter((name) => Object.hasOwn(classes, name)).map((name) => ({ name, certainty: classes[name]!.certainty }));
  const strongest = Math.max(...known.map(({ certainty }) => order.indexOf(certainty)));
  return known.filter(({ certainty }) => order.indexOf(certainty) === strongest);
}
