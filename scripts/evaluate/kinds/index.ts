import { paragraphsIn } from '../places.ts';
import { scoreFindings, scoreRecall, type KindReport, type Row, type Score } from '../score.ts';
import { limitRows } from './limit.ts';
import { conflictRows, copiedRows, pairRows } from './pages.ts';
import { query } from './query.ts';
import { supportRows } from './support.ts';
import type { Material, Measure, RowsOf } from './types.ts';
import { uiReach, uiSuggestions } from './ui-reach.ts';
import { uiRows } from './ui.ts';
import { supportPhrase, supportVerdict } from './verdicts.ts';

/** Every kind of label and how it is measured, in the order of the output. */
const measures: Record<string, Measure> = {
  support: byFindings(supportRows, scoreFindings),
  'support-verdict': supportVerdict,
  'support-phrase': supportPhrase,
  limit: byFindings(limitRows, scoreFindings),
  pair: byFindings(pairRows, scoreFindings),
  copied: byFindings(copiedRows, scoreRecall),
  conflict: byFindings(conflictRows, scoreRecall),
  ui: byFindings(uiRows, scoreFindings),
  'ui-reach': uiReach,
  'ui-suggestions': uiSuggestions,
  query,
};

/** Measures every kind that the labels have. */
export async function measureAll(material: Material): Promise<Record<string, KindReport>> {
  const reports: Record<string, KindReport> = {};
  for (const [kind, measure] of Object.entries(measures)) {
    const report = await measure(material);
    if (report) reports[kind] = report;
  }
  return reports;
}

/** Measures what is reported by default, and again with the hints. */
function byFindings(rowsOf: RowsOf, score: (rows: Row[]) => Score): Measure {
  return async ({ labels, run }) => {
    // Which labels are of the kind, only the rows know; without any, no run is made.
    if (rowsOf(labels, [], () => []).length === 0) return null;
    const { findings, hints, site } = await run();
    const paragraphs = paragraphsIn({ site });
    return {
      ...score(rowsOf(labels, findings, paragraphs)),
      hints: score(rowsOf(labels, [...findings, ...hints], paragraphs)),
    };
  };
}
