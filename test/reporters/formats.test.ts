import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { lint, type Run } from '../../src/engine/run.ts';
import { formatAgent } from '../../src/reporters/agent.ts';
import { formatGithub } from '../../src/reporters/github.ts';
import { formatGitlab } from '../../src/reporters/gitlab.ts';
import { formatJunit } from '../../src/reporters/junit.ts';
import { formatMarkdown, marker } from '../../src/reporters/markdown.ts';
import { formatRdjson } from '../../src/reporters/rdjson.ts';
import { writeTree } from '../content/tree.ts';

const options = { hints: false, stats: false, colors: false };
const run = await lint({ root: 'examples/postwing' });

/** A run on one page. */
async function runOn(source: string, file = 'a.md'): Promise<Run> {
  return lint({ root: writeTree({ [file]: source }) });
}

describe('GitHub’s annotations', () => {
  test('name file, line and rule, and carry evidence and next step on lines of their own', () => {
    const [first] = formatGithub(run, options).split('\n');
    const { severity, path, line, endLine, column, endColumn, rule, message, evidence, suggestions } = run.findings[0]!;
    const text = [message, ...evidence.map((each) => each.text), ...suggestions].join('%0A');
    expect(first).toBe(`::${severity} file=examples/postwing/${path},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn},title=${rule}::${text}`);
  });

  test('escape what ends a property or a command', async () => {
    const [first] = formatGithub(await runOn('---\ntitle: A\n---\n\n[b](100%.md)\n', 'a,b:c.md'), options).split('\n');
    expect(first).toContain('a%2Cb%3Ac.md,line=5');
    expect(first).toContain('100%25.md');
  });
});

test('GitLab gets one entry a finding, each with a fingerprint of its own', async () => {
  const twice = await runOn('---\ntitle: A\n---\n\n[b]() and [b]()\n');
  const entries = JSON.parse(formatGitlab(twice, options)) as { fingerprint: string; check_name: string; location: { lines: { begin: number } } }[];
  expect(entries).toHaveLength(2);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  expect(entries[0]).toMatchObject({ fingerprint: twice.findings[0]!.fingerprint, check_name: 'link/broken', severity: 'minor', location: { lines: { begin: 5, end: 5 } } });
});

describe('JUnit', () => {
  const elements = (xml: string): Record<string, string>[] => {
    const found: Record<string, string>[] = [];
    const parser = new Parser({ onopentag: (element, attributes) => found.push({ element, ...attributes }) }, { xmlMode: true });
    parser.end(xml);
    return found;
  };

  test('has a case for each finding; errors fail, warnings do not', () => {
    const found = elements(formatJunit(run, options));
    const errors = run.findings.filter(({ severity }) => severity === 'error').length;
    expect(found.filter(({ element }) => element === 'testcase')).toHaveLength(run.findings.length);
    expect(found.filter(({ element }) => element === 'failure')).toHaveLength(errors);
    expect(found[0]).toMatchObject({ element: 'testsuites', tests: String(run.findings.length), failures: String(errors) });
  });

  test('has one case that passes where nothing was found', async () => {
    const found = elements(formatJunit(await runOn('# A\n\nText.\n'), options));
    expect(found.map(({ element }) => element)).toEqual(['testsuites', 'testsuite', 'testcase']);
  });
});

test('rdjson counts columns in bytes, and carries the edits of a fix', async () => {
  const { diagnostics } = JSON.parse(formatRdjson(await runOn('---\ntitle: A\n---\n\nGrüße [b](gone.md)\n'), options)) as { diagnostics: { location: { range: object } }[] };
  expect(diagnostics[0]!.location.range).toEqual({ start: { line: 5, column: 9 }, end: { line: 5, column: 21 } });
  expect(formatRdjson(run, options)).toContain('"suggestions"');
});

describe('a comment on a pull request', () => {
  test('begins with its marker and is the same for the same run', async () => {
    const text = formatMarkdown(run, options);
    expect(text.startsWith(`${marker}\n`)).toBe(true);
    expect(formatMarkdown(await lint({ root: 'examples/postwing' }), options)).toBe(text);
  });

  test('tells what is found in text that marks nothing up', async () => {
    const text = formatMarkdown(await runOn('---\ntitle: A\n---\n\n[b](<*gone*_a_.md>)\n'), options);
    expect(text).toContain('\\*gone\\*\\_a\\_.md');
  });

  test('stays within what a comment can hold, and says what is left out', async () => {
    const links = Array.from({ length: 900 }, (_, index) => `[link ${index}]()`).join('\n');
    const text = formatMarkdown(await runOn(`---\ntitle: A\n---\n\n${links}\n`), options);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… and \d+ findings more than a comment can hold/);
  });
});

test('the compact format has a line for each finding, with the next step and the fingerprint', () => {
  const lines = formatAgent(run, options).trimEnd().split('\n');
  expect(lines).toHaveLength(run.findings.length + 1);
  for (const [index, { suggestions, fingerprint }] of run.findings.entries()) {
    expect(lines[index]).toContain(`next: ${suggestions[0]}`);
    expect(lines[index]!.endsWith(fingerprint)).toBe(true);
  }
});
