import { Command } from 'commander';
import { UsageError } from '../content/errors.ts';
import { findConfig, readConfig } from '../engine/config.ts';
import { decisionsName, decisionsText, formatDecisions, mergeSides, parseDecisions, readDecisions, writeDecisions } from '../engine/decisions.ts';
import { lint } from '../engine/run.ts';
import { configOption, nowOption, progress, scope, type TreeFlags } from './tree.ts';

interface DecisionsFlags extends TreeFlags {
  now?: string;
}

export function decisionsCommand(): Command {
  return new Command('decisions')
    .description('keep waymark.decisions in order: resolve the conflicts that git left in it, or take out what is about nothing any more')
    .exitOverride()
    .addCommand(action('merge', 'keep the decisions of both sides of every conflict').action(mergeDecisions))
    .addCommand(action('prune', 'take out the decisions whose finding is gone').action(pruneDecisions));
}

function action(name: string, description: string): Command {
  return new Command(name).description(description).argument('[folder]', 'folder of the content tree', '.').addOption(configOption()).addOption(nowOption()).exitOverride();
}

function mergeDecisions(folder: string, { config: file, now = today() }: DecisionsFlags): void {
  const config = file === undefined ? findConfig(folder) : readConfig(file);
  const name = decisionsName(config);
  const text = decisionsText(config);
  if (text === null) throw new UsageError(`There is no ${name} to merge.`);
  const decisions = parseDecisions(mergeSides(text), name, now);
  const merged = formatDecisions(decisions);
  if (merged !== text) writeDecisions(config, decisions);
  process.stdout.write(merged === text ? `${name} is in order; it was left as it is.\n` : `${name} has the ${merged.split('\n').length - 1} decisions of both sides, sorted.\n`);
}

async function pruneDecisions(folder: string, { config: file, now = today() }: DecisionsFlags): Promise<void> {
  const given = scope([folder], file);
  const config = given.config ?? findConfig(given.root);
  const decisions = readDecisions(config, now);
  const { gone } = await lint({ ...given, config, today: now, ...progress() });
  const lines = new Set(gone.map(({ line }) => line));
  if (gone.length > 0) writeDecisions(config, decisions.filter(({ line }) => !lines.has(line)));
  process.stdout.write(`${decisionsName(config)}: ${gone.length === 1 ? 'one decision' : `${gone.length} decisions`} taken out.\n`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
