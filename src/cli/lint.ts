import path from 'node:path';
import { Command, Option } from 'commander';
import { replaceFile } from '../content/change-files.ts';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { findConfig } from '../engine/config.ts';
import { collectFixes, writeFixes } from '../engine/fix.ts';
import { lint, type LintOptions, type Run } from '../engine/run.ts';
import { unifiedDiff } from '../reporters/diff.ts';
import { formats, loadReporter } from '../reporters/index.ts';
import { count, fileOf, oneLine } from '../reporters/text.ts';
import { cacheFolder, cacheOptions, type CacheFlags } from './cache.ts';
import { withPackages } from './peers.ts';
import { configOption, nowOption, progress, scope, type TreeFlags } from './tree.ts';
import { runAgain } from './watch.ts';
import { wholeNumber } from './whole-number.ts';

interface LintFlags extends TreeFlags, CacheFlags {
  format: string[];
  now?: string;
  hints: boolean;
  stats: boolean;
  watch: boolean;
  quiet: boolean;
  maxWarnings?: number;
  fix: boolean;
  fixDryRun: boolean;
  changed?: string | true;
  policy?: string;
  external: boolean;
  allowPrivate?: string[];
  updateBaseline: boolean;
  pruneBaseline: boolean;
}

export function lintCommand(): Command {
  const command = new Command('lint')
    .description('lint a folder of documentation, or some of its files')
    .argument('[paths...]', 'a folder, or files and folders below the current one', [])
    .addOption(configOption())
    .addOption(formatOption())
    .addOption(nowOption())
    .option('--hints', 'print hints too', false)
    .option('--stats', 'print how long each part took', false)
    .option('--quiet', 'print errors only', false)
    .option('--watch', 'lint again after each change, until ended', false)
    .addOption(wholeNumber('--max-warnings <number>', 'fail when there are more warnings than this'))
    .option('--fix', 'mend what can be mended without asking', false)
    .option('--fix-dry-run', 'print what --fix would change, as a unified difference', false)
    .option('--changed [ref]', 'report what the changes since a branch bring; since the main one, or the one that CI names, when left out')
    .option('--policy <ref>', 'judge by configuration, baseline and decisions as they stand on a branch')
    .option('--external', 'follow links to other sites too, over the network', false)
    .option('--allow-private <hosts...>', 'hosts with private addresses that --external may follow links to')
    .option('--update-baseline', 'add what is found to waymark.baseline', false)
    .option('--prune-baseline', 'take out of waymark.baseline what is found no more', false)
    .exitOverride()
    .action(runLint);
  for (const option of cacheOptions()) command.addOption(option);
  return command;
}

function formatOption(): Option {
  return new Option('--format <name[=file]>', `how to report, and into which file; may be repeated (${formats.join(', ')})`)
    .argParser((given: string, before: string[] | undefined) => [...(before ?? []), given])
    .default(undefined, 'stylish');
}

async function runLint(given: string[], flags: LintFlags): Promise<void> {
  const { config, format = ['stylish'], now, fix, changed, policy, updateBaseline: update, pruneBaseline: prune } = flags;
  if (flags.watch && (fix || update || prune)) throw new UsageError('--watch reports only; mend and write the baseline without it.');
  if (policy !== undefined && (update || prune)) throw new UsageError('--policy judges by the baseline of a branch; write the baseline without it.');
  const outputs = outputsOf(format);
  const options: LintOptions = {
    ...scope(given, config),
    ...(now === undefined ? {} : { today: now }),
    ...(changed === undefined ? {} : { changed }),
    ...(policy === undefined ? {} : { policy }),
    ...(update || prune ? { writeBaseline: { update, prune } } : {}),
    cache: cacheFolder(flags),
    ...(flags.external ? { follow: await follower(flags) } : {}),
    ...progress(),
  };
  if (!flags.watch) return void (await lintOnce(options, flags, outputs));
  const written = new Set(outputs.flatMap(({ file }) => (file === null ? [] : [path.resolve(file)])));
  await runAgain(async () => {
    if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[H');
    const again = { ...options, ...scope(given, config) };
    return watchedFolders(await lintOnce(again, flags, outputs), again.config);
  }, (file) => written.has(file));
}

/** Loads what follows links over the network. */
async function follower({ allowPrivate = [], ...flags }: LintFlags): Promise<NonNullable<LintOptions['follow']>> {
  const { followExternal } = await withPackages('lint --external', ['linkinator', 'undici'], () => import('../engine/external/index.ts'));
  return (site, config, today) => followExternal(site, config, { cache: cacheFolder(flags), allowPrivate, today });
}

/** The folders that pages and configuration lie in, and those between them and the root. */
function watchedFolders({ root, site }: Run, config: LintOptions['config']): Set<string> {
  const folders = new Set([root, config?.folder ?? findConfig(root).folder]);
  for (const page of site.pages) {
    for (let folder = path.dirname(path.join(root, page.path)); !folders.has(folder) && folder !== path.dirname(folder); folder = path.dirname(folder)) folders.add(folder);
  }
  return folders;
}

/** One run, its reports and its exit code. */
async function lintOnce(options: LintOptions, { hints, stats, quiet, maxWarnings = Infinity, fix, fixDryRun, changed }: LintFlags, outputs: Output[]): Promise<Run> {
  const run = fix ? await lintAndFix(options) : await lint(options);
  const shown = quiet ? { ...run, findings: run.findings.filter(({ severity }) => severity === 'error') } : run;
  if (fixDryRun) process.stdout.write(difference(run));
  else for (const output of outputs) await report(shown, output, { hints: (hints || changed !== undefined) && !quiet, stats });
  const warnings = run.findings.filter(({ severity }) => severity === 'warning').length;
  process.exitCode = 0;
  if (run.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  else if (warnings > maxWarnings) {
    process.stderr.write(`waymark: ${count(warnings, 'warning')}, where --max-warnings allows ${maxWarnings}.\n`);
    process.exitCode = 1;
  }
  return run;
}

/** A fix can make room for another that overlapped it; three rounds are enough for what findings hold. */
const mostRounds = 3;

/** Mends what can be mended, and reports what is left. */
async function lintAndFix(options: LintOptions): Promise<Run> {
  const mended = new Set<string>();
  for (let round = 1; ; round++) {
    const run = await lint(options);
    const fixes = collectFixes(run.findings, run.site);
    if (fixes.size === 0 || round > mostRounds) return { ...run, notices: [...run.notices, ...(mended.size > 0 ? [`${mended.size === 1 ? 'One page was' : `${mended.size} pages were`} mended.`] : [])] };
    const { changed, left } = writeFixes(options.root, fixes);
    for (const page of changed) mended.add(page.path);
    if (changed.length === 0) return { ...run, notices: [...run.notices, `${left.map(({ path }) => path).join(', ')} changed while being read, and was left alone.`] };
  }
}

/** What `--fix` would change, for a terminal without what a terminal would obey. */
function difference(run: Run): string {
  const show = (text: string) => (process.stdout.isTTY ? text.split('\n').map(oneLine).join('\n') : text);
  return [...collectFixes(run.findings, run.site)].map(([page, edits]) => show(unifiedDiff(fileOf(run, page.path), page.source, edits))).join('');
}

/** A format, and the file that it goes to; null for the standard output. */
interface Output {
  format: string;
  file: string | null;
}

/** Takes `stylish`, `sarif=out.sarif` apart, before the run, so that a slip costs no time. */
function outputsOf(given: string[]): Output[] {
  const outputs = given.map((each): Output => {
    const equals = each.indexOf('=');
    return equals < 0 ? { format: each, file: null } : { format: each.slice(0, equals), file: each.slice(equals + 1) };
  });
  for (const { format, file } of outputs) {
    if (!formats.includes(format)) throw new UsageError(`There is no format “${format}”. Known are ${formats.join(', ')}.`);
    if (file === '') throw new UsageError(`--format ${format}= names no file.`);
  }
  const printed = outputs.filter(({ file }) => file === null);
  if (printed.length > 1) throw new UsageError(`Only one format can be printed; give the others a file: --format ${printed[1]!.format}=FILE.`);
  return outputs;
}

async function report(run: Run, { format, file }: Output, options: { hints: boolean; stats: boolean }): Promise<void> {
  const reporter = (await loadReporter(format))!;
  const text = reporter(run, { ...options, colors: file === null && process.stdout.isTTY && process.stdout.hasColors() });
  if (file === null) {
    process.stdout.write(text);
    return;
  }
  try {
    replaceFile(file, text);
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${file}: ${fileErrorText(error)}.`);
  }
}
