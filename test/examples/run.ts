import { spawnSync } from 'node:child_process';

/** Runs the command line as a user does, and gives what it printed. */
export function waymark(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/waymark.mjs', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
