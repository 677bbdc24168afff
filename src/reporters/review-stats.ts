import { parseDocument } from 'yaml';
import type { ClassProposal, ClassStats } from '../review/stats.ts';
import { unifiedDiff } from './diff.ts';
import { oneLine } from './text.ts';

/** How persons judged each class of evidence, as a table. */
export function formatClassStats(stats: readonly ClassStats[]): string {
  if (stats.length === 0) return 'No person has judged anything here that is still found; “waymark review” asks.\n';
  const rows = [['rule', 'class', 'counts for', 'fault', 'fine'], ...stats.map(({ rule, class: name, certainty, fault, fine }) => [rule, name, certainty, String(fault), String(fine)])];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `${row.map((cell, column) => (column < 3 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')}\n`).join('');
}

/** “help/limit, no-path: 19 of 20 were faults; count it as likely.” */
export function formatProposal({ rule, class: name, certainty, fault, fine, to }: ClassProposal): string {
  return oneLine(`${rule}, ${name}: ${fault} of ${fault + fine} were faults; let it count as ${to}, not ${certainty}.`);
}

/**
 * What proposals change in a configuration of YAML, as a unified difference.
 * @param text of the file; null where there is none yet
 */
export function configDifference(file: string, text: string | null, proposals: readonly ClassProposal[]): string {
  const source = text ?? '';
  const document = parseDocument(source);
  for (const { rule, class: name, to } of proposals) {
    const setting: unknown = document.getIn(['rules', rule]);
    if (typeof setting === 'string') document.setIn(['rules', rule], document.createNode({ severity: setting }));
    document.setIn(['rules', rule, 'classes', name], to);
  }
  // Lists that do not go in below their key stay so.
  const indentSeq = !/^([^\S\n]*)[^\s#-][^\n]*:[^\S\n]*\n\1- /m.test(source);
  const changed = document.toString({ lineWidth: 0, indentSeq });
  const difference = unifiedDiff(file, source, [{ range: { start: 0, end: source.length }, text: changed }]);
  return text === null ? difference.replace(/^--- .*$/m, '--- /dev/null') : difference;
}
