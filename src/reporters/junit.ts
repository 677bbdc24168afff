import type { Finding } from '../engine/finding.ts';
import type { Run } from '../engine/run.ts';
import { fileOf, listed, oneLine } from './text.ts';
import type { ReportOptions } from './types.ts';
import { escapeXml } from './xml.ts';

/**
 * JUnit’s XML, as test reports of build servers read it: a suite for each rule that found something, a case for each
 * finding. What fails the run is a failure; a warning is a case that passes and says what it is.
 */
export function formatJunit(run: Run, { hints }: ReportOptions): string {
  const findings = listed(run, hints);
  const failures = findings.filter(isFailure).length;
  const suites = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => suite(rule, found.map((finding) => testCase(run, finding)), found.filter(isFailure).length));
  // A report without a single case is taken for one that broke.
  if (suites.length === 0) suites.push(suite('waymark', [`    <testcase name="Nothing found" classname="waymark"/>`], 0));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="waymark" tests="${Math.max(1, findings.length)}" failures="${failures}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(name: string, cases: string[], failures: number): string {
  return [`  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`, ...cases, '  </testsuite>'].join('\n');
}

function isFailure({ severity }: Finding): boolean {
  return severity === 'error';
}

function testCase(run: Run, finding: Finding): string {
  const file = fileOf(run, finding.path);
  const name = attribute(`${file}:${finding.line}: ${finding.message}`);
  const text = [`${file}:${finding.line}:${finding.column}`, ...finding.evidence.map((each) => each.text), ...finding.suggestions].map((line) => escapeXml(oneLine(line))).join('\n');
  const body = isFailure(finding)
    ? `<failure type="${finding.rule}" message="${attribute(finding.message)}">${text}</failure>`
    : `<system-out>${finding.severity}: ${text}</system-out>`;
  return `    <testcase name="${name}" classname="${finding.rule}" file="${attribute(file)}" line="${finding.line}">${body}</testcase>`;
}

function attribute(text: string): string {
  return escapeXml(oneLine(text));
}
