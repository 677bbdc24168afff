import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { waymark } from '../examples/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'waymark-search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, 'keys.md'), '# API keys\n\n## Revoke a key\n\nOpen the list.\n');
writeFileSync(path.join(folder, 'invoices.md'), '# Invoices\n\nWhere they are.\n');

const check = (queries: string) => {
  writeFileSync(path.join(folder, 'queries.yaml'), queries);
  return waymark('search', '--root', folder, '--check');
};

test('answers with pages and sections, and says what it searched for', () => {
  const { status, stdout } = waymark('search', '--root', folder, 'revoking', 'kyes');
  expect(status).toBe(0);
  expect(stdout).toBe('No page has “kyes”; searching for “keys” instead.\nAPI keys  keys.md\n  › Revoke a key  keys.md#revoke-a-key\n');
});

test('exits with 1 where nothing is found', () => {
  expect(waymark('search', '--root', folder, 'xqzzy')).toMatchObject({ status: 1, stdout: 'Nothing found. Try another word for it, or fewer words.\n' });
});

test('--check passes at its bar, and fails below it with the queries that went wrong', () => {
  const queries = '  - { query: invoice, pages: [invoices.md] }\n  - { query: key, pages: [invoices.md] }\n';
  expect(check(`bar: { mrr: 0.5 }\nqueries:\n${queries}`)).toMatchObject({ status: 0, stderr: '' });
  const failed = check(`bar: { success1: 0.9 }\nqueries:\n${queries}`);
  expect(failed.status).toBe(1);
  expect(failed.stdout).toContain('not found  “key” leads first to keys.md, and should to invoices.md\n1 of 2 queries');
  expect(failed.stderr).toBe('success1 is 0.50, below the bar of 0.90.\n');
});

test('tells a mistake in the queries with its place', () => {
  expect(check('bar: {}\nqueries:\n  - { query: key, pages: [kyes.md] }\n')).toMatchObject({ status: 2, stderr: expect.stringMatching(/queries\.yaml:3:\d+: there is no page “kyes\.md”/) as string });
  rmSync(path.join(folder, 'queries.yaml'));
  expect(waymark('search', '--root', folder, '--check')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no') as string });
  expect(waymark('search', '--root', folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('Give a query') as string });
});
