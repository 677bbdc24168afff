import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Command, Option } from 'commander';
import { changeFiles, type FileChanges } from '../content/change-files.ts';
import { UsageError } from '../content/errors.ts';
import { openSite } from '../engine/run.ts';
import { formatPlan } from '../reporters/topic-plan.ts';
import { formatDossier, formatTopics } from '../reporters/topics.ts';
import { draftMerge } from '../review/merge-draft.ts';
import { topicDossiers, topicId } from '../review/topic-dossier.ts';
import { findMirrors } from '../site/topics/mirrors.ts';
import { planMerge } from '../site/topics/plan.ts';
import type { Cluster } from '../site/topics/types.ts';
import type { Site } from '../site/types.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';

interface TopicsFlags extends TreeFlags {
  format: 'text' | 'json';
  dossier?: string;
  plan?: string;
  apply?: string;
  force: boolean;
}

export function topicsCommand(): Command {
  return new Command('topics')
    .description('list the topics that several pages tell, hints included, and make one page of them')
    .argument('[folder]', 'folder of the content tree', '.')
    .addOption(configOption())
    .addOption(new Option('--format <name>', 'how to print; json has every dossier').choices(['text', 'json']).default('text'))
    .option('--dossier <id>', 'print one topic in full: evidence, vetoes, and the texts beside each other')
    .option('--plan <id>', 'print what there is to do to make one page, as Markdown')
    .option('--apply <id>', 'do the mechanical part of the plan: redirects, links, and a draft of the merged page')
    .option('--force', 'apply although git has changes that are not committed', false)
    .exitOverride()
    .action(runTopics);
}

async function runTopics(root: string, { config, format, dossier, plan, apply, force }: TopicsFlags): Promise<void> {
  if ([dossier, plan, apply].filter(Boolean).length > 1) throw new UsageError('Name one of --dossier, --plan and --apply.');
  const { site } = await openSite({ ...scope([root], config), ...progress() });
  const asked = dossier ?? plan ?? apply;
  const clusters = asked === undefined ? site.topics : [clusterOf(site, asked)];
  if (apply !== undefined) {
    process.stdout.write(applyMerge(site, clusters[0]!, root, force));
    return;
  }
  const dossiers = topicDossiers(site, clusters);
  const { folders } = findMirrors(site.pages);
  if (format === 'json') process.stdout.write(`${JSON.stringify({ topics: dossiers, mirrors: folders }, null, 2)}\n`);
  else if (plan !== undefined) process.stdout.write(formatPlan(dossiers[0]!));
  else process.stdout.write(dossier === undefined ? formatTopics(dossiers, folders) : formatDossier(dossiers[0]!));
}

/** The cluster that an identity, or its beginning, stands for. */
function clusterOf({ topics }: Site, id: string): Cluster {
  const found = topics.filter((cluster) => topicId(cluster).startsWith(id));
  if (found.length === 1 && id !== '') return found[0]!;
  throw new UsageError(`${found.length === 0 ? 'No topic' : 'More than one topic'} of this tree has an id that begins with “${id}”. \`waymark topics\` lists them.`);
}

function applyMerge(site: Site, cluster: Cluster, root: string, force: boolean): string {
  if (!force) refuseChanges(root);
  const plan = planMerge(site, cluster);
  const changes = draftMerge(plan, site.links);
  changeFiles(root, changes);
  const byHand = plan.relinks.filter(({ range, target }) => range === null || target === null);
  return [
    ...changed(changes),
    ...byHand.map(({ from, written }) => `by hand  ${from.path}: the link to ${written}`),
    `What only the other pages hold stands in ${plan.keep.page.path} between comments that begin with “waymark:”. Decide each, and take the old pages out of the navigation.`,
    '',
  ].join('\n');
}

function changed(changes: FileChanges): string[] {
  return Array.from(changes, ([file, content]) => `${content === null ? 'deleted' : 'changed'}  ${file}`);
}

/** Whoever applies a plan must be able to see what it changed, and to take it back. */
function refuseChanges(root: string): void {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--', '.'], { cwd: root, encoding: 'utf8' });
  const where = path.resolve(root);
  if (status !== 0) throw new UsageError(`${where} is in no git repository, so that nothing could be taken back. Use --force to apply the plan all the same.`);
  if (stdout !== '') throw new UsageError(`${where} has changes that are not committed. Commit them first, or use --force.`);
}
