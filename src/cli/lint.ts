import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { lint, type Run } from '../engine/run.ts';
import { formats, loadReporter } from '../reporters/index.ts';
import { configOption, nowOption, progress, scope, type TreeFlags } from './tree.ts';

interface LintFlags extends TreeFlags {
  format: string[];
  now?: string;
  hints: boolean;
  stats: boolean;
}

export function lintCommand(): Command {
  return new Command('lint')
    .description('lint a folder of documentation, or some of its files')
    .argument('[paths...]', 'a folder, or files and folders below the current one', [])
    .addOption(configOption())
    .addOption(formatOption())
    .addOption(nowOption())
    .option('--hints', 'print hints too', false)
    .option('--stats', 'print how long each part took', false)
    .exitOverride()
    .action(runLint);
}

function formatOption(): Option {
  return new Option('--format <name[=file]>', `how to report, and into which file; may be repeated (${formats.join(', ')})`)
    .argParser((given: string, before: string[] | undefined) => [...(before ?? []), given])
    .default(undefined, 'stylish');
}

async function runLint(given: string[], { config, format = ['stylish'], now, hints, stats }: LintFlags): Promise<void> {
  const outputs = outputsOf(format);
  const run = await lint({
    ...scope(given, config),
    ...(now === undefined ? {} : { today: now }),
    ...progress(),
  });
  for (const output of outputs) await report(run, output, { hints, stats });
  if (run.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
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
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`The report cannot be written to ${file}: ${fileErrorText(error)}.`);
  }
}
