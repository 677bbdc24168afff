import { vi } from 'vitest';
import { uiCommand } from '../../src/cli/ui.ts';
import { UsageError } from '../../src/content/errors.ts';
import { lint } from '../../src/engine/run.ts';

/** Runs `waymark ui` in this process, with the exit code and the message that the command line gives. */
export async function ui(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  let stdout = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  try {
    await uiCommand().parseAsync(args, { from: 'user' });
    return { status: Number(process.exitCode ?? 0), stdout, stderr: '' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, stdout, stderr: error.message };
  } finally {
    process.exitCode = undefined;
    write.mockRestore();
  }
}

/** What linting a folder finds, as messages. */
export async function lintIn(root: string): Promise<string[]> {
  return (await lint({ root })).findings.map(({ message }) => message);
}
