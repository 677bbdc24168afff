import { rules } from '../rules/index.ts';
import type { Certainty, Severity } from '../rules/types.ts';
import type { Site } from '../site/types.ts';
import { compareWeight, isByPerson, tellDecision, type Decision } from './decisions.ts';
import { standAt, surer, type Decided, type Finding, type LineIndex, type Member } from './finding.ts';
import { differInTyposOnly, isStill, judgedOf, typoKey } from './judged.ts';
import type { MemberKeys } from './member-keys.ts';
import { highest, type SeverityLookup } from './severity.ts';
import type { Silenced } from './suppressions.ts';

/** What is judged at once: the places of a finding on one page, or two pages that it says are one. */
export interface Unit {
  paths: string[];
  places: Member[];
  /** As a decision names it. */
  member: string;
}

/** What decisions are applied by. */
export interface Judging {
  site: Site;
  keys: MemberKeys;
  lines: LineIndex;
  severityAt: SeverityLookup;
  /** Whether a decision is one that the judged change itself adds: of errors it decides nothing. */
  isNew: (decision: Decision) => boolean;
}

/** What decisions make of some findings. */
interface Applied<Line> {
  findings: Finding[];
  silenced: Silenced[];
  /** The decisions that are about something that was found. */
  used: Set<Line>;
  /** What contradicts what: the decision that counts, and one that says otherwise. */
  conflicts: [Line, Line][];
}

/** The units of a finding: its pages one by one, or the pairs that evidence joins. */
export function unitsOf({ members, pairs }: Finding, keys: MemberKeys): Unit[] {
  const byPath = Map.groupBy(members, ({ path }) => path);
  const units = pairs ?? Array.from(byPath.keys(), (path) => [path]);
  const distinct = new Map(units.map((paths) => [nameOf(paths), paths.toSorted()]));
  return Array.from(distinct.values(), (paths) => unitOf(paths, byPath, keys));
}

function unitOf(paths: string[], byPath: ReadonlyMap<string, Member[]>, keys: MemberKeys): Unit {
  return { paths, places: paths.flatMap((path) => byPath.get(path)!), member: paths.map(keys.keyOf).sort().join(' ') };
}

function nameOf(paths: readonly string[]): string {
  return paths.toSorted().join('\n');
}

/**
 * The units of a finding, each with the decisions that name it by the names that its pages have or had; pairs of its
 * pages are units too where no evidence joins them and somebody decided on them.
 */
function unitsWithDecisions<Line extends Decision>(finding: Finding, about: readonly Line[], keys: MemberKeys): [Unit, Line[]][] {
  const byPath = Map.groupBy(finding.members, ({ path }) => path);
  const byKey = new Map(Array.from(byPath.keys(), (path) => [keys.keyOf(path), path]));
  const named = (name: string) => byKey.get(name) ?? (keys.isPresent(name) ? undefined : [...byPath.keys()].find((path) => keys.formerKeys(path).includes(name)));
  const units = new Map(unitsOf(finding, keys).map((unit): [string, [Unit, Line[]]] => [nameOf(unit.paths), [unit, []]]));
  for (const decision of about) {
    const paths = decision.member.split(' ').map(named).filter((path) => path !== undefined);
    const isWhole = paths.length === decision.member.split(' ').length && new Set(paths).size === (finding.pairs ? 2 : 1);
    if (!isWhole) continue;
    const known = units.get(nameOf(paths));
    if (known) known[1].push(decision);
    else units.set(nameOf(paths), [unitOf(paths.toSorted(), byPath, keys), [decision]]);
  }
  return [...units.values()];
}

/** What was decided of one unit. */
interface Judged<Line> {
  unit: Unit;
  /** The decision that counts; of those that what was judged has left behind, the last, for telling. */
  decision: Line | null;
  changed: boolean;
}

/**
 * Lets decisions count: what is fine is left out, what is a fault gets more certain, and what changed since it was
 * judged stays as it is, with the old decision beside it. A finding whose units were decided differently becomes several.
 */
export function applyDecisions<Line extends Decision>(findings: Finding[], decisions: readonly Line[], judging: Judging): Applied<Line> {
  const aboutOf = bySubject(findings, decisions);
  const applied: Applied<Line> = { findings: [], silenced: [], used: new Set(), conflicts: [] };
  for (const finding of findings) {
    const about = aboutOf(finding);
    if (about.length > 0) applyTo(finding, about, judging, applied);
    else applied.findings.push(finding);
  }
  return applied;
}

/** Looks up the decisions on a subject; where it has none, those on a subject of no finding that a mended typo may have been. */
function bySubject<Line extends Decision>(findings: Finding[], decisions: readonly Line[]): (finding: Finding) => Line[] {
  const keyOf = ({ rule, subject }: Pick<Decision, 'rule' | 'subject'>) => `${rule}\n${subject}`;
  const known = Map.groupBy(decisions, keyOf);
  const found = new Set(findings.map(keyOf));
  const looseKeyOf = ({ rule, subject }: Pick<Decision, 'rule' | 'subject'>) => `${rule}\n${typoKey(subject)}`;
  const left = Map.groupBy([...known].filter(([key]) => !found.has(key)).flatMap(([, lines]) => lines), looseKeyOf);
  return (finding) => known.get(keyOf(finding)) ?? (left.get(looseKeyOf(finding)) ?? []).filter(({ subject }) => differInTyposOnly(subject, finding.subject));
}

function applyTo<Line extends Decision>(finding: Finding, about: Line[], judging: Judging, applied: Applied<Line>): void {
  const judged = unitsWithDecisions(finding, about, judging.keys).map(([unit, own]) => judgeUnit(unit, own, finding, judging, applied));
  const groups = Map.groupBy(judged, (each) => outcomeOf(each, finding, judging));
  const fine = groups.get('fine') ?? [];
  if (fine.length > 0) applied.silenced.push({ finding: portion(finding, fine), by: 'decision', reason: told(fine).join('; ') });
  const remarks = fine.flatMap(({ unit, decision }) => unit.places.slice(0, 1).map(({ path, line }) => ({ path, line, message: `Judged ${tellDecision(decision!)}` })));
  for (const outcome of ['person', 'other', 'open'] as const) {
    const group = groups.get(outcome);
    if (!group) continue;
    const part = groups.size === 1 ? withDecisions(finding, group) : portion(finding, group);
    const left = { ...part, related: [...part.related, ...remarks] };
    const raised = outcome === 'open' ? left : raise(left, outcome === 'person', group, judging);
    if (raised) applied.findings.push(raised);
  }
}

function judgeUnit<Line extends Decision>(unit: Unit, own: Line[], finding: Finding, { site, lines, isNew }: Judging, applied: Applied<Line>): Judged<Line> {
  if (own.length === 0) return { unit, decision: null, changed: false };
  for (const decision of own) applied.used.add(decision);
  const now = judgedOf(finding, unit.places, site, lines);
  const valid = own.filter(({ judged }) => isStill(judged, now));
  // No change takes back a fault that is one on the base, and nobody but a person one that a person found.
  const faults = valid.filter(({ verdict }) => verdict === 'fault');
  const mayTakeBack = (fine: Line, fault: Line) => (!isNew(fine) || isNew(fault)) && (isByPerson(fine) || !isByPerson(fault));
  const heard = valid.filter((decision) => decision.verdict === 'fault' || faults.every((fault) => mayTakeBack(decision, fault)));
  const [first] = (valid.length > 0 ? heard : own).toSorted(compareWeight);
  const other = valid.find(({ verdict }) => verdict !== first!.verdict);
  if (other) applied.conflicts.push([first!, other]);
  return { unit, decision: first!, changed: valid.length === 0 };
}

/** What becomes of a unit: left out, made certain by a person or likely by somebody else, or left as it is. */
function outcomeOf({ decision, changed }: Judged<Decision>, { certainty, severity }: Finding, { isNew }: Judging): 'fine' | 'person' | 'other' | 'open' {
  if (!decision || changed) return 'open';
  const byPerson = isByPerson(decision);
  if (decision.verdict === 'fault') return byPerson ? 'person' : 'other';
  if (severity === 'error' && isNew(decision)) return 'open';
  return byPerson || certainty === 'hint' ? 'fine' : 'open';
}

/** The part of a finding that some units are; pairs that were judged fine elsewhere are none of it. */
function portion(finding: Finding, group: Judged<Decision>[]): Finding {
  const places = new Set(group.flatMap(({ unit }) => unit.places));
  const part = standAt(finding.members.filter((member) => places.has(member)), finding);
  const pairs = finding.pairs && group.map(({ unit }) => unit.paths as [string, string]);
  return withDecisions({ ...part, ...(pairs && { pairs }) }, group);
}

function withDecisions(finding: Finding, group: Judged<Decision>[]): Finding {
  const decisions = group.flatMap(({ decision, changed, unit }): Decided[] => {
    if (!decision) return [];
    const { verdict, reason, by, date } = decision;
    return [{ member: unit.member, verdict, reason, by, date, changed }];
  });
  if (decisions.length === 0) return finding;
  const evidence = group.flatMap(({ decision, changed }) => (decision ? [`Judged ${tellDecision(decision)}${changed ? ' (what was judged has changed since)' : ''}`] : []));
  return { ...finding, evidence: [...finding.evidence, ...[...new Set(evidence)].map((text) => ({ class: '', text }))], decisions };
}

/** A finding as certain as a fault is that somebody decided on; null where the configuration wants to know of none. */
function raise(finding: Finding, byPerson: boolean, group: Judged<Decision>[], { severityAt, isNew }: Judging): Finding | null {
  const { meta } = rules.find(({ meta: { id } }) => id === finding.rule)!;
  const judged: Certainty = byPerson ? 'certain' : 'likely';
  const certainty = surer(finding.certainty, judged);
  if (certainty === finding.certainty) return finding;
  const onBase = group.every(({ decision }) => !isNew(decision!));
  const cap: Severity = byPerson && onBase ? 'error' : 'warning';
  const found = finding.members.map(({ path }) => severityAt(meta, path, { certainty, cap })).filter((severity) => severity !== 'off');
  if (found.length === 0) return null;
  const severity = highest(found);
  return { ...finding, certainty, severity: !onBase && severity === 'error' ? 'warning' : severity };
}

function told(group: Judged<Decision>[]): string[] {
  return [...new Set(group.map(({ decision }) => tellDecision(decision!)))];
}
