import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../src/engine/finding.ts';
import { lint, type LintOptions, type Run } from '../../src/engine/run.ts';
import { writeTree } from '../content/tree.ts';

/** A git repository of its own for a test, with one commit. */
export interface Repository {
  root: string;
  git(...args: string[]): string;
  /** Writes files, null deletes one. */
  write(files: Record<string, string | null>): void;
  read(file: string): string;
  commit(files?: Record<string, string | null>): void;
  lint(options?: Partial<LintOptions>): Promise<Run>;
}

export function createRepository(files: Record<string, string>): Repository {
  const root = writeTree({});
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: string[]): string => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    const { status, stdout, stderr } = spawnSync('git', ['-C', root, ...who, ...args], { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}${stdout}`);
    return stdout;
  };
  const write: Repository['write'] = (changes) => {
    for (const [name, text] of Object.entries(changes)) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
  };
  const commit: Repository['commit'] = (changes = {}) => {
    write(changes);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'Change');
  };
  git('init', '-q', '-b', 'main');
  commit(files);
  return { root, git, write, read: (file) => readFileSync(path.join(root, file), 'utf8'), commit, lint: (options) => lint({ root, ...options }) };
}

/** `path:line rule` of findings. */
export function places(findings: Finding[]): string[] {
  return findings.map(({ path: file, line, rule }) => `${file}:${line} ${rule}`);
}
