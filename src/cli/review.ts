import path from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../content/errors.ts';
import { baseOf, changesSince } from '../engine/changes.ts';
import { findConfig } from '../engine/config.ts';
import { readFeedback } from '../engine/feedback.ts';
import { memberKeys } from '../engine/member-keys.ts';
import { lint } from '../engine/run.ts';
import { toJson } from '../reporters/text.ts';
import { candidatesOf } from '../review/candidates.ts';
import { dossierText } from '../review/dossier-text.ts';
import { proposalsOf } from '../review/proposals.ts';
import { rules } from '../rules/index.ts';
import { cacheFolder, cacheOptions, type CacheFlags } from './cache.ts';
import { withPackages } from './peers.ts';
import { askModel } from './review-model.ts';
import { printStats } from './review-stats.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';
import { wholeNumber } from './whole-number.ts';

export interface ReviewFlags extends TreeFlags, CacheFlags {
  rule?: string;
  path?: string;
  changed?: string | true;
  owner?: string;
  limit?: number;
  feedback?: string;
  list: boolean;
  format: 'text' | 'json';
  as?: string;
  model?: string;
  url?: string;
  dryRun: boolean;
  stats: boolean;
  maxTokens: number;
  maxMinutes: number;
}

/** Candidates that a model judges in one run. */
const usualLimit = 200;
/** Characters of a dossier that a screen can hold. */
const longestShown = 6000;

export function reviewCommand(): Command {
  const command = new Command('review')
    .description('judge what no rule can decide alone, one candidate at a time; waymark.decisions remembers it')
    .argument('[folder]', 'folder of the content tree', '.')
    .addOption(configOption())
    .option('--rule <id>', 'candidates of one rule')
    .option('--path <path>', 'candidates on one page, or in one folder, of the tree')
    .option('--changed [ref]', 'candidates on pages that changed since a branch; since the main one, or the one that CI names, when left out')
    .option('--owner <name>', 'candidates on pages of one owner')
    .addOption(wholeNumber('--limit <number>', 'candidates at most; 200 for a model when left out', 1))
    .option('--feedback <file>', 'how many readers of each page could not solve it: a list of { page, unsolved }')
    .option('--list', 'print the candidates, and judge none', false)
    .option('--stats', 'print how often persons called a fault what each class of evidence found here, and what to set by that', false)
    .addOption(new Option('--format <name>', 'how to print the list or the figures').choices(['text', 'json']).default('text'))
    .option('--as <name>', 'name that your decisions carry, in place of the one that git has')
    .option('--model <name>', 'let a language model judge')
    .option('--url <url>', 'address of the model, as http://localhost:11434/v1; its key, if it needs one, stands in WAYMARK_MODEL_KEY')
    .option('--dry-run', 'print what the model would be asked, and ask nobody', false)
    .addOption(wholeNumber('--max-tokens <number>', 'tokens after which the model is asked no more', 1).default(1_000_000))
    .addOption(wholeNumber('--max-minutes <number>', 'minutes after which the model is asked no more', 1).default(60))
    .exitOverride()
    .action(runReview);
  for (const option of cacheOptions()) command.addOption(option);
  return command;
}

async function runReview(folder: string, flags: ReviewFlags): Promise<void> {
  const { rule, path: wantedPath, owner, changed, feedback, list, format, model, limit = model === undefined ? Infinity : usualLimit } = flags;
  if (rule !== undefined && !rules.some(({ meta }) => meta.id === rule)) throw new UsageError(`There is no rule “${rule}”.`);
  if (list && model !== undefined) throw new UsageError('--list asks nobody, and --model asks a model; take one of them.');
  if (!list && !flags.stats && model === undefined && (!process.stdin.isTTY || !process.stdout.isTTY)) throw new UsageError('This is no terminal, so nobody can be asked. “waymark review --list --format json” gives the candidates to another program.');
  const given = scope([folder], flags.config);
  const config = given.config ?? findConfig(given.root);
  const run = await lint({ ...given, config, cache: cacheFolder(flags), ...progress() });
  if (flags.stats) return printStats(run, config, format);
  const { findings, hints, site } = run;
  const keys = memberKeys(site, given.root, config.folder);
  const pages = changed === undefined ? undefined : new Set(changesSince(given.root, baseOf(given.root, changed === true ? undefined : changed)).map((change) => change.path));
  const wanted = { rule, path: wantedPath === undefined ? undefined : fromRoot(given.root, wantedPath, (file) => site.byPath.has(file)), owner, changed: pages, hintsOnly: model !== undefined };
  const readers = feedback === undefined ? undefined : readFeedback(feedback, site.pages);
  const proposals = proposalsOf([...findings, ...hints], site, keys, wanted, readers).slice(0, limit);
  if (model !== undefined) return askModel(proposals, { model, site, config, root: given.root, flags });
  if (!list) {
    const { reviewInTerminal } = await withPackages('review', ['@clack/prompts'], () => import('../review/terminal.ts'));
    return reviewInTerminal(proposals, { site, config, root: given.root, by: flags.as });
  }
  const candidates = candidatesOf(proposals, site);
  process.stdout.write(format === 'json' ? toJson({ version: 1, candidates }) : candidates.map((candidate) => `${dossierText(candidate, longestShown)}\n\n`).join('') + `${candidates.length} to judge.\n`);
}

/** A path of the tree, given from its root or from the current folder. */
function fromRoot(root: string, file: string, isPage: (file: string) => boolean): string {
  const given = path.normalize(file).replaceAll(path.sep, '/').replace(/\/$/, '');
  return isPage(given) ? given : path.relative(root, file).startsWith('..') ? given : path.relative(root, file).replaceAll(path.sep, '/');
}
