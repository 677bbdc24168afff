import { readFileSync } from 'node:fs';
import type { Config } from '../engine/config.ts';
import type { Run } from '../engine/run.ts';
import { configDifference, formatClassStats, formatProposal } from '../reporters/review-stats.ts';
import { toJson } from '../reporters/text.ts';
import { classStats, proposalsFor } from '../review/stats.ts';

/** `waymark review --stats`: how persons judged each class of evidence, and what that proposes for the configuration. */
export function printStats(run: Run, config: Config, format: 'text' | 'json'): void {
  const stats = classStats(run, config);
  const proposals = proposalsFor(stats);
  process.stdout.write(format === 'json' ? toJson({ version: 1, classes: stats, proposals }) : formatClassStats(stats) + proposalText(proposals, config));
}

function proposalText(proposals: ReturnType<typeof proposalsFor>, config: Config): string {
  if (proposals.length === 0) return '';
  const file = config.layers?.at(-1)?.file;
  const isYaml = file === undefined || /\.ya?ml$/.test(file);
  const difference = isYaml ? `\nIf you agree, apply this:\n\n${configDifference(file ?? 'waymark.config.yaml', file === undefined ? null : readFileSync(file, 'utf8'), proposals)}` : `\nIf you agree, set it in ${file}, under “rules”: “classes”.\n`;
  return `\n${proposals.map((each) => `${formatProposal(each)}\n`).join('')}${difference}`;
}
