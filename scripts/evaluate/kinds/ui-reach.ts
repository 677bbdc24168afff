import type { InterfaceMap } from '../../../src/product/types.ts';
import { indexLabels } from '../../../src/site/labels/label-index.ts';
import { matchLabel } from '../../../src/site/labels/match.ts';
import type { Finding } from '../../../src/index.ts';
import { labelsOf, type ToldLabel } from '../labels.ts';
import { paragraphsIn } from '../places.ts';
import { scoreRecall, scoreVerdicts, type Row } from '../score.ts';
import type { Measure } from './types.ts';
import { findingsOn, uiRows } from './ui.ts';

/**
 * Of the stale labels that an earlier catalogue has, or that are near a label of today, how many are told by default.
 * Those beyond are listed with the reason why a catalogue alone cannot tell them for sure.
 */
export const uiReach: Measure = async ({ labels, run }) => {
  const stale = labels.filter((label) => label.kind === 'ui' && label.verdict === 'stale' && !label.unsure);
  if (stale.length === 0) return null;
  const { findings, site } = await run();
  const map = site.product.interface;
  if (!map) return null;
  const told = uiRows(labels, findings, paragraphsIn({ site }));
  const reasons = new Map(labelsOf('ui', stale).map((label) => [`${label.path}:${label.line} ${label.label}`, reasonBeyond(map, label.label)]));
  const rows = told.filter(({ expected, unsure }) => expected === 'stale' && !unsure);
  const reasonOf = ({ path, line, subject }: Row) => reasons.get(`${path}:${line} ${subject}`) ?? '';
  const beyond = rows.filter((row) => reasonOf(row) !== '');
  return {
    ...scoreRecall(rows.filter((row) => reasonOf(row) === '')),
    notes: beyond.map((row) => `beyond  ${row.path}:${row.line}  «${row.subject}»  ${reasonOf(row)}`),
  };
};

/** Why history and likeness cannot tell a stale label for sure; empty where one of them can. */
function reasonBeyond(map: InterfaceMap, text: string): string {
  const { state, today } = matchLabel(indexOf(map), text, []);
  const words = text.trim().split(/\s+/).length;
  switch (state) {
    case 'renamed':
    case 'removed':
      return '';
    case 'slip':
    case 'part':
      return words > 1 ? '' : `one word, inside of “${today[0]!.text}”`;
    case 'known':
    case 'case':
    case 'spelling':
      return `“${today[0]!.text}” is a label of today, elsewhere`;
    case 'close':
      return `in no version; it shares words with “${today[0]!.text}”`;
    default:
      return 'in no version, and nothing is like it';
  }
}

const indexes = new WeakMap<InterfaceMap, ReturnType<typeof indexLabels>>();

/** The labels in English, which the corpora are written in. */
function indexOf(map: InterfaceMap): ReturnType<typeof indexLabels> {
  let index = indexes.get(map);
  if (!index) indexes.set(map, (index = indexLabels(map, 'en')));
  return index;
}

/** How many stale labels that are known to be called otherwise today have that name among the first three suggestions. */
export const uiSuggestions: Measure = async ({ labels, run }) => {
  const renamed = labelsOf('ui', labels).filter(({ verdict, expect, unsure }) => verdict === 'stale' && expect !== undefined && !unsure);
  if (renamed.length === 0) return null;
  const { findings, hints, site } = await run();
  const found = findingsOn(renamed, [...findings, ...hints], paragraphsIn({ site }));
  return scoreVerdicts(renamed.map((label) => suggestionRow(label, found.get(label)?.[0])));
};

function suggestionRow({ path, line, label, expect, unsure }: ToldLabel<'ui'>, finding: Finding | undefined): Row {
  const named = finding?.suggestions.slice(0, 3).some((suggestion) => suggestion.toLowerCase().includes(`“${expect!.toLowerCase()}”`)) ?? false;
  return { path, line, subject: label, expected: expect!, got: finding?.suggestions.slice(0, 3).join(' ') ?? null, certainty: null, outcome: named ? 'right' : 'wrong', unsure };
}
