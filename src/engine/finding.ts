import { createHash } from 'node:crypto';
import type { SourceFile } from '../content/types.ts';
import { lineStarts, positionAt } from '../content/position.ts';
import type { Certainty, Evidence, Place, Report, Rule, Severity } from '../rules/types.ts';

/** One line of a page that takes part in a finding. */
export interface Member {
  path: string;
  line: number;
}

/** Where a finding stands; lines and columns from 1. */
export interface Location {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
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
  evidence: Evidence[];
  members: Member[];
  related: (Member & { message: string })[];
  /** Edits that mend the fault wherever that is safe to do without asking; empty where it is nowhere. */
  fix: Edit[];
  suggestions: string[];
  /** Hash of rule and subject: the same wherever the finding moves. */
  fingerprint: string;
  /** The rule's page, as a path in the package. */
  docs: string;
}

const severities: Severity[] = ['info', 'warning', 'error'];
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
 * The finding that a rule's report stands for.
 * @param configured severity that the configuration gives the rule, if any
 */
export function toFinding({ meta }: Rule, report: Report, configured: Severity | undefined, lines: LineIndex): Finding {
  const classes = report.evidence.map((evidence) => meta.classes[evidence.class]).filter((known) => known !== undefined);
  if (classes.length === 0) throw new Error(`${meta.id} reported without evidence of a class it declares: ${report.message}`);
  const certainty = highest(certainties, classes.map((known) => known.certainty));
  const cap = highest(severities, classes.filter((known) => known.certainty === certainty).map((known) => known.severity));
  return {
    rule: meta.id,
    severity: lowest(severities, [configured ?? meta.severity, cap]),
    certainty,
    path: report.page.path,
    ...locate(report, lines),
    message: report.message,
    subject: report.subject,
    evidence: report.evidence,
    members: (report.members ?? [report]).map((place) => toMember(place, lines)),
    related: (report.related ?? []).map((place) => ({ ...toMember(place, lines), message: place.message })),
    fix: (report.fixes ?? []).map((edit) => ({ path: edit.page.path, ...locate(edit, lines), text: edit.text })),
    suggestions: report.suggestions,
    fingerprint: createHash('sha256').update(`${meta.id}\n${report.subject}`).digest('hex').slice(0, 16),
    docs: `content/rules/${meta.id}.md`,
  };
}

function toMember({ page, range }: Place, lines: LineIndex): Member {
  return { path: page.path, line: positionAt(lines(page), range.start).line };
}

function locate({ page, range }: Place, lines: LineIndex): Location {
  const start = positionAt(lines(page), range.start);
  const end = positionAt(lines(page), range.end);
  return { ...start, endLine: end.line, endColumn: end.column };
}

function highest<T>(order: T[], values: T[]): T {
  return order[Math.max(...values.map((value) => order.indexOf(value)))]!;
}

function lowest<T>(order: T[], values: T[]): T {
  return order[Math.min(...values.map((value) => order.indexOf(value)))]!;
}

/** Orders findings by file, then by place, then by rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.subject, b.subject);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
