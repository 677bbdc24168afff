import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfig, type Config } from '../../src/engine/config.ts';
import { writeDecisions, type Verdict } from '../../src/engine/decisions.ts';
import { memberKeys } from '../../src/engine/member-keys.ts';
import { lint } from '../../src/engine/run.ts';
import { decide, proposalsOf } from '../../src/review/proposals.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

const nouns = ['retries', 'calls', 'rows', 'seats', 'topics', 'keys', 'hooks', 'domains', 'senders', 'lists', 'fields', 'exports', 'tokens', 'zones', 'routes', 'queues', 'reports', 'charts', 'teams', 'folders', 'labels', 'themes'];
const hints = Object.fromEntries(nouns.map((noun) => [`${noun}.md`, `# The ${noun}\n\nFor each event a call is made. Only our support team can raise the number of ${noun}.\n`]));
const faults = Object.fromEntries(nouns.map((noun) => [`${noun}.md`, `# The ${noun}\n\nTo enable ${noun} for your account, contact support.\n`]));

/** A tree whose findings a judge decided on, each by the name of its page. */
async function judgedTree(files: Record<string, string>, verdictOf: (page: string) => Verdict, by = 'person Ann'): Promise<string> {
  const root = writeTree(files);
  const config: Config = findConfig(root);
  const { findings, hints: found, site } = await lint({ root, config });
  const proposals = proposalsOf([...findings, ...found], site, memberKeys(site, root, config.folder), {});
  writeDecisions(config, proposals.flatMap((proposal) => decide(proposal, site, { verdict: verdictOf(proposal.finding.path), reason: '', by, date: '2026-01-31' })));
  return root;
}

/** Applies a printed difference as a person does. */
function apply(root: string, printed: string): void {
  const difference = printed.slice(printed.indexOf('\n--- ') + 1).replace(/^((?:---|\+\+\+) [ab]\/).*\//gm, '$1');
  writeFileSync(path.join(root, 'set.patch'), difference);
  expect(spawnSync('git', ['apply', 'set.patch'], { cwd: root, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
}

const stats = (root: string, ...options: string[]) => waymark('review', root, '--stats', '--no-cache', ...options).stdout;

describe('waymark review --stats', () => {
  test('proposes to raise a class that was right nine times in ten, and changes nothing by itself', async () => {
    const root = await judgedTree(hints, (page) => (page === 'keys.md' ? 'fine' : 'fault'));
    const printed = stats(root);
    expect(printed).toMatch(/^rule +class +counts for +fault +fine\nhelp\/dead-end +\S+ +hint +21 +1\n/);
    expect(printed).toMatch(/help\/dead-end, \S+: 21 of 22 were faults; let it count as likely, not hint\.\n\nIf you agree, apply this:\n\n--- \/dev\/null\n/);
    expect(stats(root)).toBe(printed);
    apply(root, printed);
    const run = await lint({ root: writeTree({ ...hints, 'waymark.config.yaml': `rules: ${/rules:\n([^]*)$/.exec(printed)![0].replace(/^rules:\n/, '\n').replace(/^\+/gm, '')}` }) });
    expect(run.hints).toEqual([]);
    expect(run.findings.map(({ certainty, severity }) => `${certainty} ${severity}`)).toEqual(nouns.map(() => 'likely warning'));
    expect(stats(root)).not.toContain('If you agree');
  });

  test('proposes to lower a class that was wrong, in a configuration that has comments and settings of its own', async () => {
    const own = "# Ours\nproduct:\n  names:\n  - Postwing # the product\nrules:\n  help/dead-end: warning\n  link/broken: error\n";
    const root = await judgedTree({ ...faults, 'waymark.config.yaml': own }, (page) => (page < 'f' ? 'fault' : 'fine'));
    const printed = stats(root);
    expect(printed).toMatch(/let it count as hint, not likely/);
    const changes = printed.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
    expect(changes).toEqual(['-  help/dead-end: warning', '+  help/dead-end:', '+    severity: warning', '+    classes:', '+      purpose: hint']);
    apply(root, printed);
    expect(waymark('config', '--print', path.join(root, 'keys.md')).stdout).toMatch(/rules\.help\/dead-end +\{"severity":"warning","classes":\{"purpose":"hint"\}\}/);
  });

  test('counts persons only, and proposes nothing from a few', async () => {
    expect(stats(await judgedTree(hints, () => 'fault', 'model small'))).toBe('No person has judged anything here that is still found; “waymark review” asks.\n');
    const few = Object.fromEntries(Object.entries(hints).slice(0, 5));
    const { classes, proposals } = JSON.parse(stats(await judgedTree(few, () => 'fault'), '--format', 'json')) as { classes: unknown[]; proposals: unknown[] };
    expect([classes, proposals]).toEqual([[{ rule: 'help/dead-end', class: expect.any(String), certainty: 'hint', fault: 5, fine: 0 }], []]);
  });
});

test('a class of evidence counts for what the configuration says, and an unknown one is a mistake', async () => {
  const files = Object.fromEntries(Object.entries(faults).slice(0, 1));
  const found = async (config: string) => {
    const run = await lint({ root: writeTree({ ...files, 'waymark.config.yaml': config }) });
    return [...run.findings, ...run.hints].map(({ certainty, severity }) => `${certainty} ${severity}`);
  };
  expect(await found('{}\n')).toEqual(['likely error']);
  expect(await found('rules: { help/dead-end: { classes: { purpose: hint } } }\n')).toEqual(['hint info']);
  expect(await found('rules: { help/dead-end: { classes: { purpose: likely, through: likely } } }\n')).toEqual(['likely error']);
  await expect(found('rules: { help/dead-end: { classes: { purposes: hint } } }\n')).rejects.toThrow('“purpose”');
});
