import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { hasPostgres } from '../../scripts/bench/postgres.ts';

// Two stores with three starts of the service; on a busy machine each takes its time.
const TIMEOUT_MS = 300_000;

test('the service loses nothing that it acknowledged, killed in the middle and with its database stopped', { timeout: TIMEOUT_MS }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/bench-serve.ts', '--rate', '40', '--seconds', '6', '--away', '2', '--json']);
  const figures = JSON.parse(stdout) as object;
  expect(Object.keys(figures)).toEqual(hasPostgres ? ['SQLite', 'PostgreSQL'] : ['SQLite']);
  for (const each of Object.values(figures)) expect(each).toMatchObject({ messages: 240, acknowledged: 240, lost: 0, strange: 0 });
});
