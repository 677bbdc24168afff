import path from 'node:path';
import { Command } from 'commander';
import { findConfig, readConfig } from '../engine/config.ts';
import { settingsOf } from '../engine/config-print.ts';
import { oneLine } from '../reporters/text.ts';
import { configOption, type TreeFlags } from './tree.ts';

export function configCommand(): Command {
  return new Command('config')
    .description('show what the configuration says for a file, and where')
    .requiredOption('--print <file>', 'a page of the documentation')
    .addOption(configOption())
    .exitOverride()
    .action(({ print, config }: TreeFlags & { print: string }) => {
      const settings = settingsOf(config === undefined ? findConfig(path.dirname(print)) : readConfig(config), print);
      const width = Math.max(...settings.map(({ key }) => key.length));
      for (const { key, value, place } of settings) process.stdout.write(`${oneLine(`${key.padEnd(width)}  ${value}${place === '' ? '' : `  (${place})`}`)}\n`);
    });
}
