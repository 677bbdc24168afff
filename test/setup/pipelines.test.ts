import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { writeTree } from '../content/tree.ts';

// The lines that pipelines run, as they stand in their files.

const root = path.resolve('.');
const bin = path.join(root, 'bin/waymark.mjs');
const files = { '.git/HEAD': '', 'docs/a.md': '# A\n\nSee [b](b.md).\n', 'docs/c.md': '# C\n' };

function bash(script: string, cwd: string, env: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { status, stdout, stderr };
}

test.skipIf(process.platform === 'win32')('the GitHub action annotates, summarises, leaves SARIF and fails on errors', () => {
  const { runs } = parse(readFileSync('action.yml', 'utf8')) as { runs: { steps: { id?: string; run?: string; env?: Record<string, string> }[] } };
  const step = runs.steps.find(({ id }) => id === 'lint')!;
  expect(step.run).not.toContain('${{');
  const folder = writeTree(files);
  const at = (name: string): string => path.join(folder, name);
  const runner = { GITHUB_ACTION_PATH: root, RUNNER_TEMP: folder, GITHUB_OUTPUT: at('output'), GITHUB_STEP_SUMMARY: at('summary.md') };
  const { status, stdout } = bash(step.run!, folder, { ...runner, WAYMARK_PATH: 'docs', WAYMARK_CHANGED: 'false' });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=docs\/a\.md,line=3,.*title=link\/broken::/);
  expect(readFileSync(at('summary.md'), 'utf8')).toContain('1 error');
  expect(readFileSync(at('output'), 'utf8')).toBe(`sarif=${at('waymark.sarif')}\n`);
  expect(JSON.parse(readFileSync(at('waymark.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  // A path is never a command.
  const hostile = bash(step.run!, folder, { ...runner, WAYMARK_PATH: '$(touch owned); touch owned', WAYMARK_CHANGED: 'false' });
  expect(hostile.status).toBe(2);
  expect(existsSync(at('owned'))).toBe(false);
});

test.skipIf(process.platform === 'win32')('the GitLab template leaves the reports that it names', () => {
  const [spec, job] = parseAllDocuments(readFileSync('templates/waymark.yml', 'utf8')).map((document) => document.toJS() as Record<string, never>) as unknown as [
    { spec: { inputs: { path: object } } },
    { waymark: { script: string[]; artifacts: { reports: Record<string, string> } } },
  ];
  expect(spec.spec.inputs.path).toEqual({ default: '.' });
  const line = job.waymark.script.at(-1)!.replace('$[[ inputs.path ]]', 'docs').replace('npx waymark', `"${process.execPath}" "${bin}"`);
  const folder = writeTree(files);
  expect(bash(line, folder, {}).status).toBe(1);
  expect(Object.values(job.waymark.artifacts.reports).filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
});

test.skipIf(process.platform === 'win32')('the pre-commit hook fails on what concerns the files of the commit', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [{ entry: string; files: string }];
  const line = hook.entry.replace('waymark', `"${process.execPath}" "${bin}"`);
  const folder = writeTree(files);
  expect(Object.keys(files).filter((name) => new RegExp(hook.files).test(name))).toEqual(['docs/a.md', 'docs/c.md']);
  expect(bash(`${line} docs/a.md`, folder, {}).status).toBe(1);
  expect(bash(`${line} docs/c.md`, folder, {}).status).toBe(0);
});
