import { createHash } from 'node:crypto';
import type { SourceFile } from '../content/types.ts';
import { lineStarts, positionAt } from '../content/position.ts';
import { worthOf, type Certainty, type Evidence, type Place, type Report, type Rule, type Severity } from '../rules/types.ts';
import type { Topic } from '../site/tasks/topic.ts';
import type { TopicSettings } from './config-schema.ts';
import type { Decision } from './decisions.ts';
import { highest, type SeverityLookup } from './severity.ts';

/** Where a finding stands; lines and columns from 1, columns in UTF-16 code units. */
export interface Location {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** One place of a page that takes part in a finding. */
export interface Member extends Location {
  path: string;
}

/** Replacement of one range of one page. */
export interface Edit extends Location {
  path: string;
  text: string;
}

/** What a run reports; the JSON format is made of these as they are. */
export interface Finding extends Location {
  rule: string;
  severity: Severity;
  certainty: Certainty;
  /** Relative to the root, with `/`. */
  path: string;
  message: string;
  /** What the finding is about, in normal form. */
  subject: string;
  /** What kind of task it is about; left out by rules that tell none. */
  topic?: Topic;
  /** Who looks after its topic, by the configuration; left out where that is whoever owns the page. */
  owner?: string;
  evidence: Evidence[];
  members: Member[];
  related: { path: string; line: number; message: string }[];
  /** Edits that mend the fault wherever that is safe to do without asking; empty where it is nowhere. */
  fix: Edit[];
  suggestions: string[];
  /** Paths of the pages that evidence joins, two by two; left out where the finding is of no pairs. */
  pairs?: [string, string][];
  /** What the repository remembers of it; left out where that is nothing. */
  decisions?: Decided[];
  /** Hash of rule and subject: the same wherever the finding moves. */
  fingerprint: string;
  /** The rule's page, as a path in the package. */
  docs: string;
}

/** A decision on a place, or a pair of pages, of a finding. */
export interface Decided extends Omit<Decision, 'rule' | 'subject' | 'judged'> {
  /** Whether what was judged has changed since, so that it counts no more. */
  changed: boolean;
}

const certainties: Certainty[] = ['hint', 'likely', 'certain'];

/** Where the lines of a page begin; looked up once a page. */
export type LineIndex = (page: SourceFile) => number[];

export function createLineIndex(): LineIndex {
  const known = new Map<SourceFile, number[]>();
  return (page) => {
    let starts = known.get(page);
    if (!starts) known.set(page, (starts = lineStarts(page.source)));
    return starts;
  };
}

/**
 * The finding that a rule's report stands for; null where the configuration wants to know of none of its places.
 * Places that it does not want to know of are no members.
 * @param topics which topics are off, and who looks after the others
 */
export function toFinding({ meta }: Pick<Rule, 'meta'>, report: Report, severityAt: SeverityLookup, lines: LineIndex, topics: TopicSettings = {}): Finding | null {
  const { topic } = report;
  const owner = topic && topics[topic];
  if (owner === 'off') return null;
  const classes = report.evidence.map((evidence) => worthOf(meta, evidence)).filter((known) => known !== null);
  if (classes.length === 0) throw new Error(`${meta.id} reported without evidence of a class it declares: ${report.message}`);
  const certainty = certainties[Math.max(...classes.map((known) => certainties.indexOf(known.certainty)))]!;
  const cap = highest(classes.filter((known) => known.certainty === certainty).map((known) => known.severity));
  const members: Member[] = [];
  const severities: Severity[] = [];
  for (const place of report.members ?? [report]) {
    const severity = severityAt(meta, place.page.path, { certainty, cap });
    if (severity === 'off') continue;
    severities.push(severity);
    members.push(toMember(place, lines));
  }
  if (members.length === 0) return null;
  return standAt(members, {
    rule: meta.id,
    severity: highest(severities),
    certainty,
    ...toMember(report, lines),
    message: report.message,
    subject: report.subject,
    ...(topic && { topic }),
    ...(owner && { owner }),
    evidence: report.evidence.map(({ class: name, text }) => ({ class: name, text })),
    members,
    related: (report.related ?? []).map((place) => ({ path: place.page.path, line: toMember(place, lines).line, message: place.message })),
    fix: (report.fixes ?? []).map((edit) => ({ ...toMember(edit, lines), text: edit.text })),
    suggestions: report.suggestions,
    ...(report.pairs && { pairs: report.pairs }),
    fingerprint: fingerprintOf(meta.id, report.subject),
    docs: `content/rules/${meta.id}.md`,
  });
}

/** The finding with some of its members only; it stands where it stood, or else at the first of them. */
export function standAt(members: Member[], finding: Finding): Finding {
  const stays = members.some(({ path, line, column }) => path === finding.path && line === finding.line && column === finding.column);
  const paths = new Set(members.map(({ path }) => path));
  const pairs = finding.pairs?.filter((pair) => pair.every((path) => paths.has(path)));
  const left = finding.members.filter((member) => !members.includes(member));
  return {
    ...finding,
    ...(stays ? {} : members[0]),
    members,
    ...(pairs && { pairs }),
    fix: finding.fix.filter((edit) => !left.some((member) => isInside(edit, member))),
  };
}

/**
 * Divides a finding: what counts of it and what does not, each null where it has no member.
 * @param silence why a member does not count, as a sentence; null where it does
 */
export function divide(finding: Finding, silence: (member: Member) => string | null): { kept: Finding | null; taken: Finding | null } {
  const why = new Map(finding.members.map((member) => [member, silence(member)]));
  const kept = finding.members.filter((member) => why.get(member) === null);
  const taken = finding.members.filter((member) => why.get(member) !== null);
  if (taken.length === 0) return { kept: finding, taken: null };
  if (kept.length === 0) return { kept: null, taken: finding };
  const related = taken.map((member) => ({ path: member.path, line: member.line, message: why.get(member)! }));
  return { kept: { ...standAt(kept, finding), related: [...finding.related, ...related] }, taken: standAt(taken, finding) };
}

/** Whether an edit changes nothing outside of a place. */
export function isInside(edit: Member, member: Member): boolean {
  return edit.path === member.path && comparePlaces(edit.line, edit.column, member.line, member.column) >= 0 && comparePlaces(edit.endLine, edit.endColumn, member.endLine, member.endColumn) <= 0;
}

function comparePlaces(line: number, column: number, otherLine: number, otherColumn: number): number {
  return line - otherLine || column - otherColumn;
}

/** The stronger of two certainties. */
export function surer(one: Certainty, other: Certainty): Certainty {
  return certainties.indexOf(one) > certainties.indexOf(other) ? one : other;
}

/** Whether a finding is one that `lint` only counts: worth a look, and nobody asked for more. */
export function isHint({ certainty, severity }: Finding): boolean {
  return certainty === 'hint' && severity === 'info';
}

/** Identity of a finding: a hash of its rule and subject. */
export function fingerprintOf(rule: string, subject: string): string {
  return createHash('sha256').update(`${rule}\n${subject}`).digest('hex').slice(0, 16);
}

function toMember({ page, range }: Place, lines: LineIndex): Member {
  const start = positionAt(lines(page), range.start);
  const end = positionAt(lines(page), range.end);
  return { path: page.path, ...start, endLine: end.line, endColumn: end.column };
}

/** Orders findings by file, then by place, then by rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.subject, b.subject);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
