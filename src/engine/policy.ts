import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Suppression } from '../content/extract/suppressions.ts';
import { UsageError } from '../content/errors.ts';
import { topics as topicNames } from '../site/tasks/topic.ts';
import type { Site } from '../site/types.ts';
import { baselineFile, parseBaseline, readBaseline, type Baseline } from './baseline.ts';
import type { FileChange } from './changes.ts';
import { findConfig, readConfig, type Config } from './config.ts';
import { decisionsFile, decisionsName, formatDecisions, parseDecisions, readDecisions, tellDecision, type PlacedDecision } from './decisions.ts';
import { git } from './git.ts';
import { withData } from './snapshot.ts';
import type { PlacedSuppression } from './suppressions.ts';

/** What judges a change: settings as they stand on the branch that it goes to, whatever the change says. */
export interface Policy {
  config: Config;
  baseline: Baseline | null;
  decisions: PlacedDecision[];
}

/**
 * The policy as it stands in a commit; its paths are those of the work tree.
 * @param own the configuration of the work tree, whose file is the one that counts
 */
export async function policyAt(root: string, commit: string, own: Config | null, today: string): Promise<Policy> {
  const file = own?.layers?.at(-1)?.file;
  const config = await withData(root, commit, async (snapshot): Promise<Config> => {
    if (own && file !== undefined && !snapshot.covers(file)) return own;
    const named = file === undefined ? undefined : snapshot.at(file);
    const base = named !== undefined && existsSync(named) ? readConfig(named) : findConfig(snapshot.at(path.resolve(root)));
    return { ...base, folder: snapshot.home(base.folder) };
  });
  const onBase = (file: string) => (existsSync(config.folder) ? git(config.folder, ['show', `${commit}:./${path.relative(config.folder, file).replaceAll(path.sep, '/')}`]) : null);
  const baseline = onBase(baselineFile(config));
  const decisions = onBase(decisionsFile(config));
  return {
    config,
    baseline: baseline === null ? null : parseBaseline(baseline, path.relative('', baselineFile(config))),
    decisions: decisions === null ? [] : parseDecisions(decisions, `${decisionsName(config)} on the base`, today),
  };
}

/** What a change would switch off if it judged itself, each a sentence. */
export function switchedOff(root: string, own: Config | null, policy: Policy, base: Site | null, now: Site, changes: FileChange[], added: PlacedDecision[]): string[] {
  return [
    ...newSuppressions(base, now, changes).map(({ page, suppression }) => `This change suppresses ${suppression.rule} in ${page.path}: ${suppression.reason || 'no reason given'}.`),
    ...(own ? [...settings(own, policy.config), ...newLines(own, policy.baseline)] : []),
    ...added.filter(({ verdict }) => verdict === 'fine').map((decision) => `This change decides that ${decision.rule}, “${decision.subject}” in ${decision.member}, is ${tellDecision(decision)}.`),
    ...unread(base, now, changes, root),
  ];
}

/** Suppressions that are not on the base. */
export function newSuppressions(base: Site | null, now: Site, changes: FileChange[]): PlacedSuppression[] {
  const before = new Map(changes.map((change) => [change.path, change.before]));
  return now.pages.flatMap((page) => {
    const old = base?.byPath.get(before.get(page.path) ?? page.path);
    const known = (old?.facts.suppressions ?? []).map(identity);
    return page.facts.suppressions.filter((suppression) => !take(known, identity(suppression))).map((suppression) => ({ page, suppression }));
  });
}

function identity({ rule, reason, until }: Suppression): string {
  return JSON.stringify([rule, reason, until]);
}

/** Takes one of a list out, and says whether it was there. */
function take(list: string[], item: string): boolean {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

function settings(own: Config, base: Config): string[] {
  const rules = Object.keys({ ...own.rules, ...base.rules }).filter((id) => JSON.stringify(own.rules?.[id]) !== JSON.stringify(base.rules?.[id]));
  const topics = topicNames.filter((topic) => own.help?.topics?.[topic] !== base.help?.topics?.[topic]);
  const ignores = (own.ignore ?? []).filter((glob) => !base.ignore?.includes(glob));
  const known = (base.overrides ?? []).map((each) => JSON.stringify(each));
  const overrides = (own.overrides ?? []).filter((each) => !take(known, JSON.stringify(each)));
  return [
    ...rules.map((id) => `This change sets ${id} to ${told(own.rules?.[id])}; on the base it is ${told(base.rules?.[id])}.`),
    ...topics.map((topic) => `This change sets the topic ${topic} to ${own.help?.topics?.[topic] ?? 'nobody'}; on the base it is ${base.help?.topics?.[topic] ?? 'nobody’s'}.`),
    ...ignores.map((glob) => `This change ignores ${glob}.`),
    ...overrides.map(({ files, rules: set }) => `This change sets ${Object.keys(set).join(', ')} for ${files.join(', ')}.`),
  ];
}

function told(setting: unknown): string {
  return setting === undefined ? 'as the rule has it' : typeof setting === 'string' ? setting : JSON.stringify(setting);
}

function newLines(own: Config, base: Baseline | null): string[] {
  const now = readBaseline(baselineFile(own));
  const added = [...(now?.lines.keys() ?? [])].filter((key) => !base?.lines.has(key)).length;
  return added > 0 ? [`This change adds ${added === 1 ? 'one line' : `${added} lines`} to ${now!.file}.`] : [];
}

/** The decisions that count beside those of the base: what the change adds. */
export function newDecisions({ config, decisions }: Policy, today: string): PlacedDecision[] {
  const known = new Set(decisions.map(identityOf));
  return readDecisions(config, today).filter((decision) => !known.has(identityOf(decision)));
}

function identityOf(decision: PlacedDecision): string {
  return formatDecisions([decision]);
}

/** Pages of the base that are there and are read no more: something ignores them now. */
function unread(base: Site | null, now: Site, changes: FileChange[], root: string): string[] {
  const nowAt = new Map(changes.map(({ before, path: file }) => [before, file]));
  const gone = (base?.pages ?? []).map((page) => nowAt.get(page.path) ?? page.path).filter((file) => !now.byPath.has(file) && existsSync(path.join(root, file)));
  return gone.map((file) => `With this change, ${file} is read no more.`);
}

/** The configuration that a change brings, for comparing; the base's where it cannot be read, which is said. */
export function ownConfig(root: string): { config: Config | null; notice: string[] } {
  try {
    return { config: findConfig(root), notice: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { config: null, notice: [`The configuration of this change cannot be read: ${error.message}`] };
  }
}
