import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { storeFeedback, storeMiss } from '../../src/service/receive.ts';
import { openStore } from '../../src/service/store/open.ts';
import { writeTree } from '../content/tree.ts';
import { waymark } from '../examples/run.ts';

// Each test runs the command line several times, a process each.
vi.setConfig({ testTimeout: 180_000 });

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

async function project(): Promise<string> {
  const root = writeTree({
    'waymark.config.yaml': '',
    'links.md': '---\ntitle: Links\n---\n\nTo enable SSL on tracked links, contact support.\n',
    'keys.md': '---\ntitle: Keys\n---\n\n## Create an API key\n\n1. Click **New**.\n',
  });
  const { db } = await openStore(path.join(root, 'waymark.db'));
  for (let number = 0; number < 12; number++) await storeFeedback({ id: id(number), page: '/links/', locale: 'en', solved: number < 3, effort: 6 }, '2026-11-24T10:00:00.000Z')(db);
  await storeMiss({ id: id(1), locale: 'en', query: 'refund \u001b[31m', results: 0 }, '2026-11-24T10:00:00.000Z')(db);
  await db.destroy();
  return root;
}

test('tells how readers get on, and feeds the list of gaps', async () => {
  const root = await project();
  const insights = (...args: string[]) => waymark('insights', '--config', path.join(root, 'waymark.config.yaml'), ...args);
  const { stdout, stderr, status } = insights('--by', 'page');
  expect([stderr, status]).toEqual(['', 0]);
  expect(stdout).toMatch(/\/links\n {2}solved +25 % \(9 % to 53 %, 12 answers\)/);
  expect(stdout).not.toContain('\u001b');
  expect(JSON.parse(insights('--format', 'json').stdout)).toMatchObject({ insights: [{ group: 'all', unsolved: 9, misses: 1 }], queries: [{ misses: 1 }] });
  writeFileSync(path.join(root, 'feedback.json'), insights('--format', 'feedback').stdout);
  expect(JSON.parse(waymark('gaps', root, '--feedback', path.join(root, 'feedback.json'), '--format', 'json').stdout)).toMatchObject({ gaps: [{ pages: ['links.md'], readers: 9 }] });
  expect(insights('--since', '2026-11-25').stdout).toContain('not solved                         0');
});

test('takes times from a file of tickets, by task and page', async () => {
  const root = await project();
  const rows = Array.from({ length: 10 }, (_, row) => `2026-11-2${row % 5} 10:00,2026-11-2${row % 5} 12:00,2026-11-2${row % 5} 13:00,${row < 5 ? 1 : 2},How do I create an API key?`);
  writeFileSync(path.join(root, 'tickets.csv'), ['opened,answered,solved,contacts,subject', ...rows, ''].join('\n'));
  const insights = (...args: string[]) => waymark('insights', '--config', path.join(root, 'waymark.config.yaml'), '--tickets', path.join(root, 'tickets.csv'), ...args);
  const { stdout, stderr } = insights('--by', 'page');
  expect(stderr).toBe('');
  expect(stdout).toMatch(/\/keys\n[^]*time to answer +2\.0 h[^]*time to solve +3\.0 h[^]*first contact +50 %/);
  writeFileSync(path.join(root, 'tickets.csv'), 'opened,subject\nyesterday,x\n');
  expect(insights()).toMatchObject({ status: 2, stderr: expect.stringContaining('row 2: “yesterday” is no time') as string });
});
