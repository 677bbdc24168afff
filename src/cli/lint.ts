import { Command, Option } from 'commander';
import { lint } from '../engine/run.ts';
import { formatJson } from '../reporters/json.ts';
import { formatStylish } from '../reporters/stylish.ts';
import { configOption, nowOption, progress, scope, type TreeFlags } from './tree.ts';

interface LintFlags extends TreeFlags {
  format: 'stylish' | 'json';
  now?: string;
  hints: boolean;
  stats: boolean;
}

export function lintCommand(): Command {
  return new Command('lint')
    .description('lint a folder of documentation, or some of its files')
    .argument('[paths...]', 'a folder, or files and folders below the current one', [])
    .addOption(configOption())
    .addOption(new Option('--format <name>', 'how to print').choices(['stylish', 'json']).default('stylish'))
    .addOption(nowOption())
    .option('--hints', 'print hints too', false)
    .option('--stats', 'print how long each part took', false)
    .exitOverride()
    .action(runLint);
}

async function runLint(given: string[], { config, format, now, hints, stats }: LintFlags): Promise<void> {
  const run = await lint({
    ...scope(given, config),
    ...(now === undefined ? {} : { today: now }),
    ...progress(),
  });
  const colors = process.stdout.isTTY && process.stdout.hasColors();
  process.stdout.write(format === 'json' ? formatJson(run, { hints, stats }) : formatStylish(run, { hints, stats, colors }));
  if (run.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
