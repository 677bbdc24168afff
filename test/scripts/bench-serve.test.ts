import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasPostgres } from '../../scripts/bench/postgres.ts';

test('the service loses nothing that it acknowledged, killed in the middle and with its database stopped', () => {
  const figures = JSON.parse(execFileSync(process.execPath, ['scripts/bench-serve.ts', '--rate', '40', '--seconds', '6', '--away', '2', '--json'], { encoding: 'utf8' })) as object;
  expect(Object.keys(figures)).toEqual(hasPostgres ? ['SQLite', 'PostgreSQL'] : ['SQLite']);
  for (const each of Object.values(figures)) expect(each).toMatchObject({ messages: 240, acknowledged: 240, lost: 0, strange: 0 });
});
