import { evidenceClasses, leastSubjectShare, nearCopyJaccard, subjectShare, taskCosine } from '../site/topics/evidence.ts';
import type { PairExplanation } from '../site/topics/explain.ts';
import { quoted } from '../text/quoted.ts';

/** Everything that speaks for and against one topic of two pages, as text. */
export function formatPair(explained: PairExplanation): string {
  const [one, other] = explained.pages;
  return [
    `${one.path}  “${one.facts.title}”`,
    `${other.path}  “${other.facts.title}”`,
    '',
    ...rows('measured', measures(explained)),
    ...rows('for one topic', explained.evidence.map(({ name, text }) => [name, text])),
    ...rows('tells them apart', [
      ...explained.aside.map((reason): Row => ['not compared', reason]),
      ...explained.vetoes.map(({ name, text, against }): Row => [name, `${text} ${spokenAgainst(against)}`]),
    ]),
    conclusion(explained),
    '',
  ].join('\n');
}

type Row = [name: string, text: string];

function rows(title: string, entries: Row[]): string[] {
  const width = Math.max(...entries.map(([name]) => name.length));
  return [title, ...(entries.length === 0 ? ['  nothing'] : entries.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)), ''];
}

function measures({ overlap, cosine, subject, headings, tasks, joins, linking }: PairExplanation): Row[] {
  return [
    ['wording', `${percent(overlap.jaccard)} of the five-word sequences of both, ${percent(overlap.containment)} of those of the shorter page (${overlap.shared}); a near copy has ${percent(nearCopyJaccard)} of both.`],
    ['telling words', `${cosine.toFixed(2)} alike; ${taskCosine} is much for two guides of one task.`],
    ['titles', subject ? `Both name “${subject.words.join(' ')}”, ${percent(subject.share)} of what they tell; one subject is ${percent(subjectShare)}, or ${percent(leastSubjectShare)} where wording is shared. ${ownWords[subject.specific]}` : 'They share no telling word.'],
    ['headings', headings.length > 0 ? `Both have ${headings.map((heading) => `“${heading}”`).join(', ')}, and hardly any other page has.` : 'None that hardly any other page has.'],
    ['tasks', tasks.length > 0 ? `Both serve ${tasks.map(quoted).join(', ')}.` : 'None that both serve.'],
    ['beside it', joins.length > 0 ? `In common: ${joins.join('; ')}.` : 'No link, last step or menu path that few other pages have, and neither says that it is the other by a new name.'],
    ['links', linking.length > 0 ? linking.map((path) => `${path} links to the other.`).join(' ') : 'Neither links to the other.'],
  ];
}

const ownWords = ['Neither says more.', 'One says more than the other.', 'Each says something of its own.'];

function spokenAgainst(against: string[]): string {
  return against.length === evidenceClasses.length ? '(against all evidence)' : `(against ${against.join(', ')})`;
}

function conclusion({ aside, evidence, vetoes }: PairExplanation): string {
  if (aside.length > 0) return 'No finding: pages that are not compared are in none.';
  if (evidence.length === 0) return 'No finding: nothing that was measured is enough to speak for one topic.';
  const standing = evidence.filter(({ name }) => !vetoes.some(({ against }) => against.includes(name)));
  if (standing.length === 0) return `No finding: what speaks for one topic (${listed(evidence)}) is silenced by what tells the pages apart.`;
  return `A finding: nothing silences ${listed(standing)}.`;
}

function listed(signals: { name: string }[]): string {
  return signals.map(({ name }) => name).join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
