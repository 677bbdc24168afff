import { lineStarts, positionAt } from '../../../src/content/position.ts';
import type { JudgedMention, Verdict } from '../../../src/site/tasks/types.ts';
import { labelsOf, type LabelOf, type ToldLabel } from '../labels.ts';
import { nearestRows, paragraphsIn, type Line, type Paragraphs } from '../places.ts';
import { scoreVerdicts, type Row } from '../score.ts';
import type { Measure } from './types.ts';

type ToldVerdict = LabelOf<'support'>['verdict'];

/** Verdict on each place that mentions a contact. */
export const supportVerdict: Measure = async ({ labels, run }) => {
  const places = labelsOf('support', labels);
  if (places.length === 0) return null;
  const { site } = await run();
  return scoreVerdicts(verdictRows(places, site.mentions, paragraphsIn({ site })));
};

/** Verdict on each phrase, which is all that its page says. */
export const supportPhrase: Measure = async ({ labels, lintPhrase }) => {
  const phrases = labelsOf('support-phrase', labels);
  if (phrases.length === 0) return null;
  const rows: Row[] = [];
  for (const phrase of phrases) {
    const { site } = await lintPhrase(phrase.text);
    const verdicts = site.mentions.map(({ verdict }) => verdict);
    rows.push({ ...phrase.told, subject: `${phrase.lang}: ${phrase.text}`, expected: phrase.verdict, ...verdictOutcome(phrase.verdict, verdicts), unsure: phrase.unsure });
  }
  return scoreVerdicts(rows);
};

/** Sets labelled places beside the mentions that the tree was found to have. */
export function verdictRows(labels: ToldLabel<'support'>[], mentions: JudgedMention[], paragraphs: Paragraphs): Row[] {
  const verdicts = new Map<ToldLabel<'support'>, Verdict[]>(labels.map((label) => [label, []]));
  const labelled = new Set(labels.map(({ path }) => path));
  for (const mention of mentions) {
    if (!labelled.has(mention.page.path)) continue;
    for (const label of nearestRows(lineOf(mention), labels, paragraphs)) verdicts.get(label)!.push(mention.verdict);
  }
  return labels.map((label) => ({
    path: label.path,
    line: label.line,
    ...(label.task === undefined ? {} : { subject: label.task }),
    expected: label.verdict,
    ...verdictOutcome(label.verdict, verdicts.get(label)!),
    unsure: label.unsure,
  }));
}

function lineOf({ page, mention }: JudgedMention): Line {
  return { path: page.path, line: positionAt(lineStarts(page.source), mention.range.start).line };
}

/**
 * One place may hold several mentions and a label speaks of one: a dead end among them decides, else the one that
 * agrees with the label.
 */
function verdictOutcome(expected: ToldVerdict, verdicts: Verdict[]): Pick<Row, 'got' | 'certainty' | 'outcome'> {
  const deadEnd = verdicts.find((verdict) => verdict === 'dead-end');
  const got = deadEnd ?? verdicts.find((verdict) => agrees(expected, verdict)) ?? verdicts[0] ?? null;
  return { got, certainty: null, outcome: agrees(expected, got) ? 'right' : 'wrong' };
}

/** Whether a verdict is what the label says; a place where no contact was seen says as much as a bare mention. */
function agrees(expected: ToldVerdict, got: Verdict | null): boolean {
  if (expected === 'ok') return got !== 'dead-end';
  return plain(expected) === plain(got);
}

function plain(verdict: ToldVerdict | null): string {
  return verdict === null || verdict === 'wish' ? 'mention' : verdict;
}
