import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { lint } from '../../src/engine/run.ts';
import { formatJson } from '../../src/reporters/json.ts';

const schema = JSON.parse(readFileSync('src/schema/report.json', 'utf8')) as object;
const validate = new Ajv.default({ allErrors: true }).compile(schema);
const run = await lint({ root: 'examples/postwing' });

test.each([
  { hints: false, stats: false },
  { hints: true, stats: true },
])('the report keeps to its schema: %o', (options) => {
  const report: unknown = JSON.parse(formatJson(run, options));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report).toMatchObject({ version: 1, root: 'examples/postwing', pages: run.site.pages.length, hints: run.hints.length });
});

test('hints are listed when asked for, after the findings', () => {
  const { findings } = JSON.parse(formatJson(run, { hints: true, stats: false })) as { findings: { certainty: string }[] };
  expect(findings).toHaveLength(run.findings.length + run.hints.length);
  expect(findings.slice(run.findings.length).every(({ certainty }) => certainty === 'hint')).toBe(true);
});

test('the same tree gives the same report, byte for byte', async () => {
  const again = await lint({ root: 'examples/postwing' });
  expect(formatJson(again, { hints: true, stats: false })).toBe(formatJson(run, { hints: true, stats: false }));
});
