import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileErrorText, UsageError } from '../content/errors.ts';
import type { Config } from './config.ts';
import { divide, type Finding, type Member } from './finding.ts';
import { cutHistory, type MemberKeys } from './member-keys.ts';
import type { Silenced } from './suppressions.ts';

/**
 * Findings that a team means to pay off: one line for each place of each, `FINGERPRINT MEMBER  # RULE SUBJECT`. Lines
 * may stand in any order and twice, so that git can join those of two branches (`merge=union`).
 */
export interface Baseline {
  /** As it is printed. */
  file: string;
  /** The remark of each line, by fingerprint and member with a space between. */
  lines: ReadonlyMap<string, string>;
}

/** Where the baseline of a configuration lies. */
export function baselineFile({ folder, baseline = 'waymark.baseline' }: Config): string {
  return path.resolve(folder, baseline);
}

/**
 * Reads a baseline; null where there is none.
 * @throws UsageError with the place of a line that is none
 */
export function readBaseline(file: string): Baseline | null {
  if (!existsSync(file)) return null;
  const name = path.relative('', file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${name}: the baseline cannot be read: ${fileErrorText(error)}.`);
  }
  return parseBaseline(text, name);
}

/** Reads the text of a baseline; `name` is what it is printed as. */
export function parseBaseline(text: string, name: string): Baseline {
  const lines = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const known = /^([0-9a-f]{16}) (\S+)\s*(?:# ?(.*))?$/.exec(line);
    if (!known) throw new UsageError(`${name}:${index + 1}: this is no line of a baseline (FINGERPRINT MEMBER  # RULE SUBJECT). Write the file with “waymark lint --update-baseline”.`);
    lines.set(`${known[1]} ${known[2]}`, known[3] ?? '');
  }
  return { file: name, lines };
}

/** The text of a baseline: sorted, so that two branches rarely touch one line. */
export function formatBaseline(lines: Baseline['lines']): string {
  return [...lines].map(([key, remark]) => `${key}  # ${remark}\n`).sort().join('');
}

/** What a baseline leaves of some findings. */
interface Applied {
  findings: Finding[];
  silenced: Silenced[];
  /** Keys of lines that stand for nothing that was found. */
  stale: Set<string>;
  /** Every line that the findings of this run would make; members that were renamed have their new names. */
  found: Map<string, string>;
  /** What kept a rename from being followed. */
  notices: string[];
}

/** Takes out of findings the members that have a line in the baseline. */
export function applyBaseline(findings: Finding[], baseline: Baseline, keys: MemberKeys): Applied {
  const { keyOf } = keys;
  const byFingerprint = Map.groupBy(baseline.lines.keys(), (key) => key.slice(0, key.indexOf(' ')));
  const stale = new Set(baseline.lines.keys());
  const found = new Map<string, string>();

  /** The line that a member has, under its own name or under one that it had before. */
  function lineOf(fingerprint: string, member: Member): string | undefined {
    const own = `${fingerprint} ${keyOf(member.path)}`;
    if (baseline.lines.has(own)) return own;
    const gone = (byFingerprint.get(fingerprint) ?? []).filter((key) => !keys.isPresent(key.slice(fingerprint.length + 1)));
    if (gone.length === 0) return undefined;
    const names = keys.formerKeys(member.path);
    return gone.find((key) => names.includes(key.slice(fingerprint.length + 1)));
  }

  const silenced: Silenced[] = [];
  const left = findings.map((finding) => {
    const { fingerprint } = finding;
    const { kept, taken } = divide(finding, (member) => {
      found.set(`${fingerprint} ${keyOf(member.path)}`, remarkOf(finding));
      const line = lineOf(fingerprint, member);
      if (line !== undefined) stale.delete(line);
      return line === undefined ? null : 'Known: it is in the baseline.';
    });
    if (taken) silenced.push({ finding: taken, by: 'baseline', reason: `It is in ${baseline.file}.` });
    return kept;
  });
  return { findings: left.filter((finding) => finding !== null), silenced, stale, found, notices: cutHistory(keys, baseline.file) };
}

function remarkOf({ rule, subject }: Finding): string {
  return `${rule} ${subject.replace(/[\s\p{C}]+/gu, ' ').slice(0, 100)}`;
}
