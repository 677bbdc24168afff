import path from 'node:path';
import { findConfig, type Config } from '../engine/config.ts';
import { lint, type Run } from '../engine/run.ts';
import { formatStylish } from '../reporters/stylish.ts';

/** A run over the content folder of a site, and the configuration that it went by. */
export interface ContentRun extends Run {
  config: Config;
}

/**
 * Lints the content folder of a site.
 * @param folder absolute path of the folder where the site's addresses begin
 * @param base the site's base, as Astro has it
 */
export async function lintContent(folder: string, base: string): Promise<ContentRun> {
  const found = findConfig(folder);
  const config = { ...found, content: path.relative(found.folder, folder) || '.', site: { base: base.replace(/\/$/, ''), ...found.site } };
  return { ...(await lint({ root: path.relative('', folder) || '.', config })), config };
}

/** Prints what a run found, as `waymark lint` does. */
export function printRun(run: Run): void {
  const colors = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  process.stdout.write(`\n${formatStylish(run, { hints: false, stats: false, colors })}\n`);
}

/**
 * Ends a build whose pages have findings as severe as the configuration's `failOn`.
 * @throws Error where they have
 */
export function refuseFindings(run: ContentRun): void {
  const { failOn } = run.config;
  const grave = run.findings.filter(({ severity }) => severity === failOn || (failOn === 'warning' && severity === 'error')).length;
  if (failOn === undefined || grave === 0) return;
  printRun(run);
  throw new Error(`The build ends here: ${grave === 1 ? 'one finding is' : `${grave} findings are`} of the severity that “failOn: ${failOn}” names, or above it.`);
}
