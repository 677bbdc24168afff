import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { closest } from 'fastest-levenshtein';
import { UsageError } from '../content/errors.ts';
import type { Page } from '../content/types.ts';
import { isHint, type Finding } from '../engine/finding.ts';
import { lint, openSite } from '../engine/run.ts';
import { formatPair } from '../reporters/explain-pair.ts';
import { explainPlace } from '../reporters/explain-place.ts';
import { formatFindings } from '../reporters/stylish.ts';
import { oneLine } from '../reporters/text.ts';
import { rulePage } from '../review/rule-page.ts';
import { rules } from '../rules/index.ts';
import { createPairExplainer } from '../site/topics/explain.ts';
import type { Site } from '../site/types.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';

interface ExplainFlags extends TreeFlags {
  root: string;
}

/** One shape of arguments: what it looks like, and the answer; null where the arguments have another shape. */
type Explanation = (given: string[], flags: ExplainFlags) => Promise<string> | null;

/** Asked in this order; the first that knows the shape answers. */
const explanations: Explanation[] = [rule, fingerprint, place, pair];

export function explainCommand(): Command {
  return new Command('explain')
    .description('explain a rule, a finding by its fingerprint, or what Waymark sees: PATH:LINE for the contacts on a line of a page, and how each was judged; PATH PATH for what makes two pages one topic, and what keeps them apart')
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
  throw new UsageError(`“${given.join(' ')}” is nothing that can be explained. Name a rule, a finding’s fingerprint, a page and a line, docs/billing.md:12, or two pages.`);
}

/** `GROUP/NAME`: the rule's page. */
function rule([id = '', ...others]: string[]): Promise<string> | null {
  if (others.length > 0 || !/^[a-z]+\/[a-z-]+$/.test(id) || existsSync(id)) return null;
  const known = rules.map(({ meta }) => meta.id);
  if (!known.includes(id)) throw new UsageError(`There is no rule “${id}”. Did you mean “${closest(id, known)}”?`);
  return Promise.resolve(rulePage(id));
}

/** A finding of today, wherever it is: printed, a hint, suppressed or in the baseline. */
function fingerprint([hash = '', ...others]: string[], { root, config }: ExplainFlags): Promise<string> | null {
  if (others.length > 0 || !/^[0-9a-f]{16}$/.test(hash)) return null;
  return lint({ ...scope([root], config), ...progress() }).then((run) => {
    const mine = (finding: Finding) => finding.fingerprint === hash;
    const silenced = run.silenced.filter(({ finding }) => mine(finding));
    const found = [...run.findings, ...run.hints].filter(mine);
    const all = [...found, ...silenced.map(({ finding }) => finding)];
    if (all.length === 0) throw new UsageError(`Nothing that is found today has the fingerprint ${hash}: it was mended, or the tree is another.`);
    const why = [
      ...(found.some(isHint) ? ['It is a hint: worth a look, and wrong too often to stop anybody.'] : []),
      ...silenced.map(({ by, reason, finding: { members } }) => `${members.map(({ path: file, line }) => `${file}:${line}`).join(', ')}: ${by === 'suppression' ? `suppressed, with the reason “${reason}”` : reason}`),
    ];
    return `${formatFindings(run, all)}\n\n${[...why.map(oneLine), `waymark explain ${all[0]!.rule} tells the rule.`].join('\n')}\n`;
  });
}

/** `PATH:LINE`. */
function place([subject = '', ...others]: string[], flags: ExplainFlags): Promise<string> | null {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(subject);
  if (!match || others.length > 0) return null;
  return openTree(flags).then((site) => explainPlace(site, pageAt(site, match[1]!, flags.root), Number(match[2])));
}

/** `PATH PATH`. */
function pair([one, other, ...others]: string[], flags: ExplainFlags): Promise<string> | null {
  if (one === undefined || other === undefined || others.length > 0) return null;
  return openTree(flags).then((site) => {
    const pages = [one, other].map((file) => pageAt(site, file, flags.root)) as [Page, Page];
    if (pages[0] === pages[1]) throw new UsageError(`${one} is one page, and one page is always one topic. Name two.`);
    return formatPair(createPairExplainer(site)(...pages));
  });
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
