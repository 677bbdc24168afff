import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lintWithHistory } from '../../scripts/evaluate/history.ts';
import { writeTree } from '../content/tree.ts';

test('earlier versions come from a git bundle, and leave nothing behind', async () => {
  const root = writeTree({
    'page.md': '# Hooks\n\nClick the **Delivery hooks** button.\n',
    'apps/web/locales/en-US.json': '{ "hooks": "Delivery hooks" }',
    'catalog/current/web.en-US.json': '{ "hooks": "Event hooks" }',
  });
  const git = (...words: string[]) => execFileSync('git', ['-C', root, '-c', 'user.name=Waymark', '-c', 'user.email=dev@waymark.invalid', ...words], { stdio: 'pipe' });
  git('init', '--quiet');
  git('add', 'apps');
  git('commit', '--quiet', '--message', 'First version');
  git('bundle', 'create', 'catalog/history.bundle', '--all', 'HEAD');
  rmSync(path.join(root, '.git'), { recursive: true });

  const temporary = writeTree({});
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const config = { folder: root, interface: { catalogues: [{ path: 'catalog/current/web.en-US.json' }] } };
  const { findings } = await lintWithHistory(root, config);
  expect(findings.map(({ rule, subject }) => [rule, subject])).toEqual([['ui/renamed', 'delivery hooks']]);
  expect(readdirSync(temporary)).toEqual([]);
});
