import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { findConfig } from '../../src/engine/config.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/run.ts';
import { rules } from '../../src/rules/index.ts';
import type { ExternalAnswer } from '../../src/site/external.ts';
import { createRepository } from '../engine/repository.ts';
import { readExamples, type Example } from './examples.ts';

interface Expected {
  path: string;
  line: number;
  certainty: string;
  class?: string;
  subject?: string;
  message?: string;
  /** Words that one of the suggestions has. */
  suggestion?: string;
  members?: string[];
}

const scratch = mkdtempSync(path.join(tmpdir(), 'waymark-examples-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

for (const { meta } of rules) {
  const page = `content/rules/${meta.id}.md`;
  describe(page, () => {
    const source = readFileSync(page, 'utf8');
    const examples = readExamples(source);

    test('names every class of evidence of the rule with its certainty', () => {
      for (const [name, { certainty }] of Object.entries(meta.classes)) {
        expect(source).toMatch(new RegExp(`^\\|\\s*\`?${name}\`?\\s*\\|.*\\b${certainty}\\b`, 'm'));
      }
    });

    test('has an example that is a finding and one that is none', () => {
      const counts = examples.map(({ findings }) => (parseYaml(findings) as Expected[]).length);
      expect(Math.max(...counts)).toBeGreaterThan(0);
      expect(Math.min(...counts)).toBe(0);
    });

    for (const [index, example] of examples.entries()) {
      test(example.title, async () => {
        const found = await lintExample(example, path.join(scratch, meta.id.replace('/', '-'), String(index)));
        const own = found.filter(({ rule }) => rule === meta.id);
        const expected = parseYaml(example.findings) as Expected[];
        expect(own.map((finding, at) => summary(finding, expected[at]))).toEqual(expected);
      });
    }
  });
}

async function lintExample(example: Example, root: string): Promise<Finding[]> {
  if (example.before.length > 0) return lintChange(example);
  for (const { path: file, text } of example.files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const told = example.answers === null ? null : (parseYaml(example.answers) as Record<string, Partial<ExternalAnswer>>);
  const answers = new Map(Object.entries(told ?? {}).map(([address, answer]) => [address, { status: 0, error: '', failures: 0, since: '', ...answer }]));
  const { findings, hints } = await lint({ root, config: findConfig(root), ...(told && { follow: () => Promise.resolve({ answers, notices: [] }) }) });
  return [...findings, ...hints];
}

/** Findings of a branch that makes the files of an example out of those that were there before. */
async function lintChange({ files, before }: Example): Promise<Finding[]> {
  const textsOf = (some: Example['files']) => Object.fromEntries(some.map(({ path: file, text }) => [file, text]));
  const repository = createRepository(textsOf(before));
  repository.git('switch', '-q', '-c', 'change');
  repository.commit({ ...Object.fromEntries(before.map(({ path: file }) => [file, null])), ...textsOf(files) });
  const { findings, hints } = await repository.lint({ changed: 'main' });
  return [...findings, ...hints];
}

/** Of a finding, what the example tells. */
function summary(finding: Finding, expected: Expected | undefined): Expected {
  const { path: file, line, certainty } = finding;
  return {
    path: file,
    line,
    certainty,
    ...(expected?.class === undefined ? {} : { class: finding.evidence.map((evidence) => evidence.class).find((name) => name === expected.class) ?? finding.evidence[0]?.class ?? '' }),
    ...(expected?.subject === undefined ? {} : { subject: finding.subject }),
    ...(expected?.message === undefined ? {} : { message: finding.message.includes(expected.message) ? expected.message : finding.message }),
    ...(expected?.suggestion === undefined ? {} : { suggestion: finding.suggestions.some((text) => text.includes(expected.suggestion!)) ? expected.suggestion : finding.suggestions.join(' ') }),
    ...(expected?.members === undefined ? {} : { members: finding.members.map((member) => member.path) }),
  };
}
