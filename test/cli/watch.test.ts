import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeTree } from '../content/tree.ts';

test('a watched tree is linted again after each change, and a mistake in the configuration is waited out', async () => {
  const root = writeTree({ 'a.md': '# A\n' });
  const report = path.join(root, 'report.json');
  const run = spawn(process.execPath, ['bin/waymark.mjs', 'lint', root, '--watch', '--no-cache', '--format', 'agent', '--format', `json=${report}`]);
  onTestFinished(() => void run.kill('SIGKILL'));
  let output = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (data) => (output += String(data)));
  const says = async (text: string): Promise<void> => {
    await expect.poll(() => output, { timeout: 30_000, interval: 50 }).toContain(text);
    // The watchers start when the report stands.
    await new Promise((resolve) => setTimeout(resolve, 500));
    output = '';
  };
  await says('Nothing found on 1 page.');
  writeFileSync(path.join(root, 'a.md'), '# A\n\n[b](b.md)\n');
  await says('link/broken');
  mkdirSync(path.join(root, 'guides'));
  writeFileSync(path.join(root, 'guides/c.md'), '# C\n');
  await says('on 2 pages.');
  writeFileSync(path.join(root, 'guides/c.md'), '# C\n\n[d](d.md)\n');
  await says('guides/c.md:3:1');
  writeFileSync(path.join(root, 'waymark.config.yaml'), 'ruls: {}\n');
  await says('Did you mean “rules”?');
  writeFileSync(path.join(root, 'waymark.config.yaml'), 'rules: { link/broken: off }\n');
  await says('Nothing found on 2 pages.');
  expect(run.exitCode).toBeNull();
});
