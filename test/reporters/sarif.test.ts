import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { formatSarif } from '../../src/reporters/sarif.ts';
import { writeTree } from '../content/tree.ts';

// The standard’s own schema (OASIS, Static Analysis Results Interchange Format 2.1.0), which is a draft 4: of what later
// drafts changed it uses the name of `$id` alone.
const { $schema: _, id: $id, ...rest } = JSON.parse(readFileSync('test/reporters/sarif-2.1.0-rtm.5.schema.json', 'utf8')) as { $schema: string; id: string };
const validate = new Ajv.default({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile({ $id, ...rest });

const options = { hints: true, stats: false, colors: false };

interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  rank: number;
  message: { text: string };
  locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }];
  relatedLocations?: { message: { text: string } }[];
  partialFingerprints: Record<string, string>;
  fixes?: { artifactChanges: { replacements: object[] }[] }[];
}

function parse(text: string): { results: Result[]; tool: { driver: { rules: { id: string }[] } } } {
  const log = JSON.parse(text) as { runs: [ReturnType<typeof parse>] };
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  return log.runs[0];
}

test('the report keeps to the schema of SARIF 2.1.0', async () => {
  const run = await lint({ root: 'examples/postwing' });
  const { results, tool } = parse(formatSarif(run, options));
  expect(results).toHaveLength(run.findings.length + run.hints.length);
  expect(results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]!.id === ruleId)).toBe(true);
  expect(results.map(({ partialFingerprints }) => partialFingerprints['waymark/v1'])).toEqual([...run.findings, ...run.hints].map(({ fingerprint }) => fingerprint));
  expect(results.some(({ relatedLocations }) => (relatedLocations?.length ?? 0) > 1)).toBe(true);
  expect(results.some(({ fixes }) => (fixes?.length ?? 0) > 0)).toBe(true);
});

test('a hint is a result for review without a level, ranked below what is likely', async () => {
  const { results } = parse(formatSarif(await lint({ root: 'examples/postwing' }), options));
  const hints = results.filter(({ kind }) => kind === 'review');
  expect(hints.length).toBeGreaterThan(0);
  for (const { level, rank } of hints) expect([level, rank]).toEqual(['none', 50]);
  for (const { level } of results.filter(({ kind }) => kind === 'fail')) expect(['error', 'warning', 'note']).toContain(level);
});

test('paths are addresses, brackets of messages are no links', async () => {
  const root = writeTree({ 'a b/100% [x].md': '---\ntitle: A\n---\n\n[b](<gone [1](2).md>)\n' });
  const { results } = parse(formatSarif(await lint({ root }), options));
  expect(results[0]!.locations[0].physicalLocation.artifactLocation.uri).toMatch(/a%20b\/100%25%20%5Bx%5D\.md$/);
  expect(results[0]!.message.text.replaceAll(/\\[[\]\\]/g, '')).not.toMatch(/[[\]]/);
});

test('what is suppressed is told with its reason', async () => {
  const root = writeTree({ 'a.md': '<!-- waymark-disable-next-line link/broken -- the page comes [soon] -->\n[x](gone.md)\n' });
  const { results } = parse(formatSarif(await lint({ root }), options));
  expect(results).toMatchObject([{ ruleId: 'link/broken', suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'the page comes \\[soon\\]' }] }]);
});
