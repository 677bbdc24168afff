import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../content/errors.ts';

/** Milliseconds without a change after which a burst of them is over: editors write a file in several steps. */
const settleTime = 100;

/**
 * Runs, and runs again after each change in the folders that the run names, until the process is ended. A mistake that
 * the user can mend, such as one in the configuration, is printed and waited out, unless the first run makes it.
 * @param isOwn whether a file is one that the runs themselves write
 */
export async function runAgain(run: () => Promise<Iterable<string>>, isOwn: (file: string) => boolean): Promise<never> {
  const watchers = new Map<string, FSWatcher>();
  let changed = false;
  let wake = (): void => {};
  const onChange = (folder: string, name: string | null): void => {
    if (name !== null && isOwn(path.join(folder, name))) return;
    changed = true;
    wake();
  };
  let folders = await run();
  for (;;) {
    const wanted = new Set(Array.from(folders, (folder) => path.resolve(folder)));
    for (const [folder, watcher] of watchers) if (!wanted.has(folder)) stop(folder, watcher);
    for (const folder of wanted) if (!watchers.has(folder)) start(folder);
    // oxlint-disable-next-line no-unmodified-loop-condition -- A watcher sets it.
    while (!changed) await new Promise<void>((resolve) => (wake = resolve));
    while (changed) {
      changed = false;
      await new Promise((resolve) => setTimeout(resolve, settleTime));
    }
    try {
      folders = await run();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`waymark: ${error.message}\n`);
    }
  }

  function start(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => onChange(folder, name));
      watcher.on('error', () => stop(folder, watcher));
      watchers.set(folder, watcher);
    } catch {
      // Deleted since it was read; the folder above tells when it is back.
    }
  }

  function stop(folder: string, watcher: FSWatcher): void {
    watcher.close();
    watchers.delete(folder);
  }
}
