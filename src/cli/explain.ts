import path from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../content/errors.ts';
import { openSite } from '../engine/run.ts';
import { explainPlace } from '../reporters/explain-place.ts';
import type { Site } from '../site/types.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';

interface ExplainFlags extends TreeFlags {
  root: string;
}

/** One shape of arguments: what it looks like, and the answer; null where the arguments have another shape. */
type Explanation = (given: string[], flags: ExplainFlags) => Promise<string> | null;

/** Asked in this order; the first that knows the shape answers. */
const explanations: Explanation[] = [place];

export function explainCommand(): Command {
  return new Command('explain')
    .description('explain what Waymark sees: PATH:LINE for the contacts on a line of a page, and how each was judged')
    .argument('<subject...>', 'what to explain')
    .option('--root <folder>', 'folder of the content tree', '.')
    .addOption(configOption())
    .exitOverride()
    .action(runExplain);
}

async function runExplain(given: string[], flags: ExplainFlags): Promise<void> {
  for (const explain of explanations) {
    const answer = explain(given, flags);
    if (answer) return void process.stdout.write(await answer);
  }
  throw new UsageError(`“${given.join(' ')}” is nothing that can be explained. Name a page and a line: docs/billing.md:12.`);
}

/** `PATH:LINE`. */
function place([subject = '', ...others]: string[], flags: ExplainFlags): Promise<string> | null {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(subject);
  if (!match || others.length > 0) return null;
  return openTree(flags).then((site) => explainPlace(site, pageAt(site, match[1]!, flags.root), Number(match[2])));
}

async function openTree({ root, config }: ExplainFlags): Promise<Site> {
  const { site } = await openSite({ ...scope([root], config), ...progress() });
  return site;
}

/** The page at a path, given from the current folder (as `lint` prints it) or from the root. */
function pageAt(site: Site, file: string, root: string) {
  const fromRoot = path.relative(root, file).replaceAll(path.sep, '/');
  const page = site.byPath.get(fromRoot) ?? site.byPath.get(file.replaceAll(path.sep, '/'));
  if (!page) throw new UsageError(`${file} is no page of the tree in ${path.resolve(root)}. Name its folder with --root.`);
  return page;
}
