import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { changeFiles } from '../content/change-files.ts';
import { UsageError } from '../content/errors.ts';
import { rules } from '../rules/index.ts';
import type { Site } from '../site/types.ts';
import { applyBaseline, baselineFile, formatBaseline, readBaseline, type Baseline } from './baseline.ts';
import type { Config } from './config.ts';
import { isHint, type Finding } from './finding.ts';
import type { MemberKeys } from './member-keys.ts';
import type { Silenced } from './suppressions.ts';

/** Which lines of a baseline to write. */
export interface BaselineChange {
  /** Add those of new findings. */
  update: boolean;
  /** Take out those that stand for nothing any more. */
  prune: boolean;
}

/**
 * Leaves out what the baseline knows, and says what there is to say of it; writes it where that was asked for, and
 * never else.
 * @param known the baseline that counts
 */
export function withoutKnown(findings: Finding[], keys: MemberKeys, site: Site, config: Config, change: BaselineChange | undefined, known: Baseline | null): { findings: Finding[]; silenced: Silenced[]; notices: string[] } {
  const file = baselineFile(config);
  const name = path.relative('', file);
  const nothing: Baseline = { file: name, lines: new Map() };
  if (!known && !change) return { findings, silenced: [], notices: findings.some((finding) => !isHint(finding)) ? missing(config) : [] };

  if (change?.prune && !known) throw new UsageError(`There is no ${name} to prune.`);
  const applied = applyBaseline(findings, known ?? nothing, keys);
  // What finds nothing because nobody asked it has not mended anything.
  const idle = new Set(rules.filter((rule) => rule.isIdle?.(site)).map(({ meta }) => meta.id));
  for (const key of applied.stale) if (idle.has(known!.lines.get(key)!.split(' ')[0]!)) applied.stale.delete(key);
  const { notices } = applied;
  if (!change) {
    const { size } = applied.stale;
    if (size > 0) notices.push(`${size === 1 ? 'One line' : `${size} lines`} of ${name} ${size === 1 ? 'stands' : 'stand'} for nothing that is found any more; --prune-baseline takes ${size === 1 ? 'it' : 'them'} out.`);
    return { ...applied, notices };
  }

  const lines = new Map(known?.lines);
  const hints = new Set(findings.filter(isHint).map(({ fingerprint }) => fingerprint));
  const added = [...applied.found].filter(([key]) => !lines.has(key) && !hints.has(key.slice(0, key.indexOf(' '))));
  if (change.update) for (const [key, remark] of added) lines.set(key, remark);
  if (change.prune) for (const key of applied.stale) lines.delete(key);
  changeFiles(path.dirname(file), new Map([[path.basename(file), formatBaseline(lines)]]));
  notices.push(`${name}: ${change.update ? added.length : 0} lines added, ${change.prune ? applied.stale.size : 0} taken out.`);
  return { ...withoutKnown(findings, keys, site, config, undefined, readBaseline(file)), notices };
}

/** A baseline that git is told how to merge, or that the configuration names, was there or is to be there. */
function missing(config: Config): string[] {
  const attributes = path.join(config.folder, '.gitattributes');
  const expected = config.baseline !== undefined || (existsSync(attributes) && /^waymark\.baseline\s/m.test(readFileSync(attributes, 'utf8')));
  return expected ? [`There is no ${path.relative('', baselineFile(config))}, so everything counts as new; --update-baseline writes it.`] : [];
}
