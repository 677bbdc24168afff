import path from 'node:path';
import { pathMatcher, type PathMatcher } from '../content/glob.ts';
import type { Certainty, EvidenceClass, RuleMeta, Severity } from '../rules/types.ts';
import type { Config } from './config.ts';
import type { RuleSetting } from './config-schema.ts';

const order: Severity[] = ['info', 'warning', 'error'];

/** What a finding of a rule is worth by itself, before the configuration. */
export interface Worth {
  certainty: Certainty;
  /** Highest severity that its evidence allows. */
  cap: Severity;
}

/** Answers how severe a finding of a rule is on a page; 'off' where the configuration does not want to know. */
export type SeverityLookup = (rule: RuleMeta, file: string, worth: Worth) => Severity | 'off';

/** Looks severities up for pages of a root; of the settings that fit a page, the last counts. */
export function severityLookup(config: Config, root: string): SeverityLookup {
  const overrides = (config.overrides ?? []).map(({ files, rules }) => ({ fits: matcherFrom(files, root, config), rules }));
  return (rule, file, worth) => {
    const special = overrides.findLast(({ fits, rules }) => rules[rule.id] !== undefined && fits(file));
    return severityOf(rule, special?.rules[rule.id] ?? config.rules?.[rule.id], worth);
  };
}

function severityOf(rule: RuleMeta, setting: RuleSetting | undefined, { certainty, cap }: Worth): Severity | 'off' {
  const told = typeof setting === 'object' ? setting.severity : setting;
  // Who names a certainty means it; one severity for the whole rule goes no higher than the evidence.
  const exact = typeof told === 'object' ? told[certainty] : undefined;
  if (exact !== undefined) return exact;
  if (told === 'off') return 'off';
  return lower(typeof told === 'string' ? told : rule.severity, cap);
}

/** Whether no page wants to know of a rule. */
export function isOff({ id }: RuleMeta, config: Config): boolean {
  const setting = config.rules?.[id];
  const told = typeof setting === 'object' ? setting.severity : setting;
  return told === 'off' && !config.overrides?.some(({ rules }) => rules[id] !== undefined);
}

/** Whether some findings of a rule are left out because their topic is off. */
export function lacksTopics({ id }: RuleMeta, { help }: Config): boolean {
  return id.startsWith('help/') && Object.values(help?.topics ?? {}).includes('off');
}

/** What the configuration sets for a rule beside its severity, for the whole tree. */
export function optionsOf(rule: RuleMeta, config: Config): unknown {
  const setting = config.rules?.[rule.id];
  const { severity: _, classes: _classes, ...options } = typeof setting === 'object' ? setting : {};
  return options;
}

/** A rule with its classes of evidence as certain as the configuration has them; one that is raised is a warning at most. */
export function withClasses(meta: RuleMeta, { rules }: Pick<Config, 'rules'>): RuleMeta {
  const setting = rules?.[meta.id];
  // Options that any rule may have hide the type of this key.
  const told = (typeof setting === 'object' ? setting.classes : undefined) as Partial<Record<string, 'hint' | 'likely'>> | undefined;
  if (!told) return meta;
  const classes = Object.entries(meta.classes).map(([name, known]): [string, EvidenceClass] => {
    const certainty = told[name];
    if (certainty === undefined || certainty === known.certainty) return [name, known];
    return [name, { certainty, severity: certainty === 'hint' ? 'info' : known.certainty === 'hint' ? 'warning' : known.severity }];
  });
  return { ...meta, classes: Object.fromEntries(classes) };
}

/** Matches paths of a root against patterns that are relative to the configuration's folder. */
export function matcherFrom(patterns: readonly string[], root: string, { folder }: Config): PathMatcher {
  const matches = pathMatcher(patterns);
  const up = path.relative(folder, path.resolve(root)).replaceAll(path.sep, '/');
  return up === '' ? matches : (file) => matches(path.posix.join(up, file));
}

/** The lower of two severities. */
function lower(one: Severity, other: Severity): Severity {
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}

/** The highest of some severities. */
export function highest(severities: Severity[]): Severity {
  return order[Math.max(...severities.map((severity) => order.indexOf(severity)))]!;
}
