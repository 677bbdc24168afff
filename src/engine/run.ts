import { existsSync } from 'node:fs';
import path from 'node:path';
import { readCodeowners } from '../content/codeowners.ts';
import { openCache } from '../content/cache.ts';
import { discover, type Discovery, type Skipped } from '../content/discover.ts';
import { UsageError } from '../content/errors.ts';
import type { Suppression } from '../content/extract/suppressions.ts';
import { fileLookup } from '../content/load.ts';
import { ignoreLookup } from '../content/gitignore.ts';
import { readPages, type ReadOptions, type ReadPage, type ReadTimings } from '../content/read.ts';
import { readRedirects } from '../content/redirects.ts';
import { routesOf } from '../content/routes.ts';
import type { Page } from '../content/types.ts';
import type { InterfaceMap } from '../product/types.ts';
import { rules, suppressionRule } from '../rules/index.ts';
import { unusedSuppression } from '../rules/page-suppression.ts';
import type { Rule } from '../rules/types.ts';
import { type GonePage, gonePages } from '../site/gone.ts';
import { buildSite } from '../site/index.ts';
import type { KeptIndex } from '../site/kept.ts';
import type { Site } from '../site/types.ts';
import { broughtBy, likenesses } from './changed.ts';
import { baseOf, changesSince, type FileChange } from './changes.ts';
import { baselineFile, readBaseline, type Baseline } from './baseline.ts';
import type { Followed } from './external/index.ts';
import { findConfig, type Config } from './config.ts';
import { withoutKnown, type BaselineChange } from './known.ts';
import { readDecisions, type Decision, type PlacedDecision } from './decisions.ts';
import { compareFindings, createLineIndex, isHint, toFinding, type Finding } from './finding.ts';
import { memberKeys } from './member-keys.ts';
import { readNavigation } from './navigation.ts';
import { newDecisions, newSuppressions, ownConfig, policyAt, switchedOff } from './policy.ts';
import { knowsInterface, readProduct } from './product.ts';
import { remembered, type Remembered } from './remembered.ts';
import { isOff, lacksTopics, matcherFrom, optionsOf, severityLookup, withClasses } from './severity.ts';
import { imageDates } from './image-dates.ts';
import { commitOf, withSnapshot } from './snapshot.ts';
import { unknownLanguages } from './languages.ts';
import { readSources } from './sources.ts';
import { applySuppressions, type Silenced } from './suppressions.ts';

export interface LintOptions {
  /** Folder of the content tree, as the user gave it. */
  root: string;
  /** Files and folders inside the root to lint; the whole root when left out. */
  paths?: string[];
  /** The configuration that holds; looked for from the root upwards when left out. */
  config?: Config;
  /** What to do with the file of known findings beside leaving them out: add what is new, take out what is gone. */
  writeBaseline?: BaselineChange;
  /** Report only what a change brings: since it left this branch, or since the one that it goes to. */
  changed?: string | true;
  /** Judge by configuration and baseline as they stand on this branch. */
  policy?: string;
  /** The day that dated rules judge by, as `2027-01-31`; today when left out. */
  today?: string;
  /** Follows links to other sites, over the network; nobody does when left out. */
  follow?: (site: Site, config: Config, today: string) => Promise<Followed>;
  /** The interface to judge by, in place of the one that the configuration names. */
  interfaceMap?: InterfaceMap;
  /** Folder of what runs keep for later ones; nothing is kept when left out. */
  cache?: string | undefined;
  /** Told after each page, for a progress line. */
  onPage?: (done: number, total: number) => void;
}

/** Milliseconds that each part of a run took. */
export interface Timings extends ReadTimings {
  index: number;
  rules: number;
  total: number;
}

/** What a run found. */
export interface Run {
  /** As it was given. */
  root: string;
  /** What is certain or likely, ordered by place. */
  findings: Finding[];
  /** What is worth a look, the most promising of each rule first. */
  hints: Finding[];
  /** What was found and does not count, because the pages say so. */
  silenced: Silenced[];
  /** Files of the tree that were not read, and why. */
  skipped: Skipped[];
  /** What is to be said of the run as a whole, each a sentence or two. */
  notices: string[];
  /** Decisions whose finding is gone. */
  gone: PlacedDecision[];
  /** Number of pages whose facts an earlier run had kept. */
  cached: number;
  site: Site;
  timings: Timings;
}

/** A content tree read and indexed, before any rule has judged it. */
export interface Opened {
  site: Site;
  config: Config;
  /** Files of the tree that were not read, and why. */
  skipped: Skipped[];
  /** Number of pages whose facts an earlier run had kept. */
  cached: number;
  timings: Timings;
}

/**
 * Reads a content tree and makes its index: discover, read, extract, index. Nothing of the tree is executed, and
 * nothing outside of it is touched but the configuration and the files that it names.
 * @throws UsageError for what the user can mend: a path, the configuration, a tree without pages
 */
export async function openSite({ root, config = findConfig(root), interfaceMap, cache, onPage }: Pick<LintOptions, 'root' | 'config' | 'interfaceMap' | 'cache' | 'onPage'>): Promise<Opened> {
  const timings: Timings = { load: 0, parse: 0, extract: 0, index: 0, rules: 0, total: 0 };
  const begun = performance.now();
  const discovery = discoverTree(root, config);
  const options = readOptions(config, discovery, interfaceMap !== undefined || knowsInterface(config));
  const discovered = performance.now() - begun;
  const opened = cache === undefined ? null : openCache(cache);
  const { pages, cached, kept, timings: read } = await readPages(root, discovery.pages, options, opened, onPage);
  Object.assign(timings, read, { load: discovered + read.load });
  const channels = await readSources(root, config, options, opened);
  const indexing = performance.now();
  const site = indexTree(root, config, pages, discovery, { interfaceMap, channels, kept: opened && kept && { cache: opened, ...kept } });
  const done = performance.now();
  return { site, config, skipped: discovery.skipped, cached, timings: { ...timings, index: done - indexing, total: done - begun } };
}

/**
 * The files of a tree, without what the configuration ignores.
 * @throws UsageError where no page is among them
 */
export function discoverTree(root: string, config: Config): Discovery {
  const discovery = discover(root, { ignores: matcherFrom(config.ignore ?? [], root, config) });
  if (discovery.pages.length === 0) throw new UsageError(noPages(root, discovery));
  return discovery;
}

/** How the pages of a tree are read. */
export function readOptions({ parser = 'satteri' }: Config, { configs }: Discovery, labels: boolean): ReadOptions {
  return { parser, htmlComments: configs.some(isDocusaurus), labels };
}

/** Makes the index of pages that were read, with what the configuration and other files of the tree say. */
export function indexTree(root: string, config: Config, read: readonly ReadPage[], { configs }: Discovery, { interfaceMap, channels = [], kept = null }: { interfaceMap?: InterfaceMap | null | undefined; channels?: Page[]; kept?: KeptIndex | null }): Site {
  const content = contentFolder(root, config);
  const routes = routesOf(read, { ...config, content });
  const pages = read.map((page, index): Page => ({ ...page, ...routes[index]! }));
  return buildSite(pages, readProduct(root, pages, config, interfaceMap), {
    base: config.site?.base ?? '',
    variables: config.variables ?? {},
    content,
    redirects: readRedirects(root, configs),
    codeowners: readCodeowners(root),
    navigation: readNavigation(root, config),
    fileExists: fileLookup(root),
    isIgnored: ignoreLookup(root),
    channels,
    fileChanged: imageDates(root),
    kept,
  });
}

/** Lints a content tree: opens it and lets every rule judge it. */
export async function lint({ paths = [], today = new Date().toISOString().slice(0, 10), writeBaseline, changed, policy: ref, follow, ...options }: LintOptions): Promise<Run> {
  const { root } = options;
  const own = ref === undefined ? null : options.config ? { config: options.config, notice: [] } : ownConfig(root);
  const commit = ref === undefined ? null : commitOf(root, ref);
  const policy = commit === null ? null : await policyAt(root, commit, own!.config, today);
  const { site: opened, config, skipped, cached, timings } = await openSite(policy ? { ...options, config: policy.config } : options);
  const followed = (await follow?.(opened, config, today)) ?? null;
  const external = followed?.answers ?? null;
  const judging = performance.now();

  const start = changed === undefined ? null : baseOf(root, changed === true ? undefined : changed);
  const changes = start !== null ? changesSince(root, start) : commit !== null ? changesSince(root, baseOf(root, commit)) : [];
  const policyBase = commit === null ? null : await judgeCommit(root, commit, config, today, external);
  const judgedBase = start === null ? null : start === commit ? policyBase! : await judgeCommit(root, start, config, today, external);
  const base = judgedBase && { ...judgedBase, changes };

  const against = base ?? policyBase;
  const site: Site = { ...opened, external, gone: against && goneBy(changes, against.site, opened) };
  const added = policyBase ? new Set(newSuppressions(policyBase.site, site, changes).map(({ suppression }) => suppression)) : null;
  const newOnes = policy ? newDecisions(policy, today) : [];
  const sifted = sift(site, config, root, today, {
    isNewSuppression: (suppression) => added?.has(suppression) ?? false,
    newDecisions: newOnes,
    ...(policy ? { decisions: [...policy.decisions, ...newOnes], baseline: policy.baseline } : { writeBaseline }),
  });
  const brought = base ? broughtBy(base, sifted.findings, site) : sifted.findings;
  const found = brought.filter((finding) => isInside(finding, paths));
  const rules = performance.now() - judging;
  return {
    root,
    findings: found.filter((finding) => !isHint(finding)).sort(compareFindings),
    hints: found.filter(isHint),
    silenced: sifted.silenced.filter(({ finding }) => isInside(finding, paths)),
    skipped,
    notices: [...(followed?.notices ?? []), ...(own?.notice ?? []), ...unknownLanguages(site.pages), ...(site.product.interface?.unreadable ?? []), ...(policy ? switchedOff(root, own!.config, policy, policyBase!.site, site, changes, newOnes) : []), ...sifted.notices, ...(base ? likenesses(base, site) : [])],
    gone: sifted.gone,
    cached,
    site,
    timings: { ...timings, rules, total: timings.total + rules },
  };
}

/** Pages that a change takes the address from. */
function goneBy(changes: readonly FileChange[], base: Site | null, now: Site): GonePage[] {
  const paths = new Map(changes.flatMap(({ path: file, before, deleted }) => (before === null ? [] : [[before, deleted ? null : file] as const])));
  return base ? gonePages(base.pages.filter((page) => paths.has(page.path)), base.links, now, paths) : [];
}

/** What the same settings find in a commit; no site where it has no page. */
async function judgeCommit(root: string, commit: string, config: Config, today: string, external: Site['external']): Promise<{ site: Site | null; findings: Finding[] }> {
  const inside = !path.relative(config.folder, path.resolve(root)).startsWith('..');
  return withSnapshot(inside && existsSync(config.folder) ? config.folder : root, commit, async (snapshot) => {
    const base = { root: snapshot.at(path.resolve(root)), config: { ...config, folder: snapshot.at(config.folder) } };
    if (!existsSync(base.root) || discover(base.root).pages.length === 0) return { site: null, findings: [] };
    // A link that died meanwhile is no fault of the change: the base is judged by today’s answers.
    const site = { ...(await openSite(base)).site, external };
    return { site, findings: judge(site, base.config, base.root, today).findings };
  });
}

/** How what was found is sifted; by the files of the configuration's folder where nothing else is said. */
interface Sieve {
  /** The rules that are asked; all when left out. */
  judges?: readonly Rule[];
  isNewSuppression?: (suppression: Suppression) => boolean;
  decisions?: PlacedDecision[];
  /** Those of the decisions that the judged change itself adds. */
  newDecisions?: PlacedDecision[];
  baseline?: Baseline | null;
  writeBaseline?: BaselineChange | undefined;
}

/** What rules find, without what the pages suppress, what somebody judged fine and what the baseline knows. */
export function sift(site: Site, config: Config, root: string, today: string, sieve: Sieve = {}): Remembered {
  const { judges = rules, isNewSuppression, decisions = readDecisions(config, today), newDecisions = [], baseline = readBaseline(baselineFile(config)), writeBaseline } = sieve;
  const judged = judge(site, config, root, today, isNewSuppression, judges);
  const keys = memberKeys(site, root, config.folder);
  const judging = { site, keys, lines: createLineIndex(), severityAt: severityLookup(config, root), isNew: (decision: Decision) => newDecisions.some((each) => each === decision) };
  const decided = remembered(judged.findings, decisions, judging, config, { suppressed: judged.silenced, baseline, isJudged: judgedHere(config, root, site) });
  const known = withoutKnown(decided.findings, keys, site, config, writeBaseline, baseline);
  return {
    findings: known.findings,
    silenced: [...judged.silenced, ...decided.silenced, ...known.silenced],
    notices: [...decided.notices, ...known.notices],
    gone: decided.gone,
  };
}

/**
 * What rules find, without the places that the pages suppress, and with the suppressions that are none.
 * @param judges the rules that are asked; all when left out
 */
function judge(site: Site, config: Config, root: string, today: string, isNew?: (suppression: Suppression) => boolean, judges: readonly Rule[] = rules): { findings: Finding[]; silenced: Silenced[] } {
  const lines = createLineIndex();
  const severityAt = severityLookup(config, root);
  const found = judges.flatMap((rule) => {
    if (isOff(rule.meta, config)) return [];
    const reports = Array.from(rule.check(site, { today, options: optionsOf(rule.meta, config) }));
    const meta = withClasses(rule.meta, config);
    return reports.map((report) => toFinding({ meta }, report, severityAt, lines, config.help?.topics)).filter((finding) => finding !== null);
  });
  const { findings, silenced, unused } = applySuppressions(found, [...site.pages, ...site.channels], today, lines, isNew);
  const wanted = unused.filter(({ page, suppression }) => isWanted(suppression.rule, page.path));
  const remarks = wanted.map(({ page, suppression }) => toFinding(suppressionRule, unusedSuppression(page, suppression), severityAt, lines));
  return { findings: [...findings, ...remarks.filter((finding) => finding !== null)], silenced };

  /** What is off or idle at present finds nothing; that does not make its suppressions needless. */
  function isWanted(id: string, file: string): boolean {
    const rule = judges.find(({ meta }) => meta.id === id);
    return rule !== undefined && !rule.isIdle?.(site) && !lacksTopics(rule.meta, config) && severityAt(rule.meta, file, { certainty: 'certain', cap: 'error' }) !== 'off';
  }
}

/** Tells decisions that a run over a root could find nothing for from those that are about other trees or rules that are off. */
function judgedHere(config: Config, root: string, site: Site): (decision: PlacedDecision) => boolean {
  const here = toPosix(path.relative(config.folder, path.resolve(root)));
  const isHere = (name: string) => here === '' || name.startsWith(`${here}/`);
  return ({ rule, member }) => {
    const judge = rules.find(({ meta }) => meta.id === rule)!;
    return !isOff(judge.meta, config) && !judge.isIdle?.(site) && !lacksTopics(judge.meta, config) && member.split(' ').some(isHere);
  };
}

/** The configuration's content folder, relative to the root (`..` where it lies above); undefined where it is not told. */
function contentFolder(root: string, { content, folder }: Config): string | undefined {
  return content === undefined ? undefined : toPosix(path.relative(root, path.join(folder, content)));
}

/** The pages of the tree that the portal has: those of the content folder, where the configuration names one. */
export function portalPages({ pages }: Site, root: string, config: Config): Page[] {
  const folder = contentFolder(root, config) ?? '';
  return folder === '' || folder.startsWith('..') ? pages : pages.filter((page) => page.path.startsWith(`${folder}/`));
}

function isInside({ members }: Finding, paths: string[]): boolean {
  return paths.length === 0 || members.some((member) => paths.some((part) => member.path === part || member.path.startsWith(`${part}/`)));
}

/** Docusaurus takes comments of HTML in MDX. */
function isDocusaurus(file: string): boolean {
  return /(?:^|\/)docusaurus\.config\.\w+$/.test(file);
}

function noPages(root: string, { ignored }: Discovery): string {
  const why = ignored > 0 ? `: git or the configuration ignores the ${ignored} it has` : '';
  return `${root} holds no page (.md, .mdx)${why}. Name the folder of the documentation.`;
}

function toPosix(file: string): string {
  return file.replaceAll(path.sep, '/');
}
