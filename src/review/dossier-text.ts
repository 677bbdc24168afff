import { shortened } from '../text/shortened.ts';
import type { Candidate, PlaceDossier } from './candidates.ts';
import type { SectionPair, TopicDossier } from './topic-dossier.ts';

/** A candidate as text for whoever judges it: what is asked, what speaks for and against it, and the places themselves. */
export function dossierText({ rule, message, evidence, vetoes, earlier, related, suggestions, dossier }: Candidate, longest: number): string {
  const head = [
    `${rule}: ${message}`,
    ...evidence.map(({ text }) => `for: ${text}`),
    ...vetoes.map((text) => `against: ${text}`),
    ...earlier.map(({ verdict, by, date, reason }) => `before: ${verdict} by ${by} on ${date}: ${reason}`),
    ...related.map(({ path, line, message: about, text }) => `see: [${path}:${line}] ${about}${text === '' ? '' : ` “${shortened(text, 240)}”`}`),
    ...suggestions.map((text) => `if it is a fault: ${text}`),
  ].join('\n');
  const parts = dossier.kind === 'topic' ? topicParts(dossier) : dossier.places.map(placeText);
  const more = dossier.kind === 'places' && dossier.more > 0 ? [`and ${dossier.more} more place${dossier.more === 1 ? '' : 's'}`] : [];
  const room = Math.max(0, longest - head.length - more.join('').length - 2);
  const each = fairShare(parts.map(({ length }) => length + 2), room) - 2;
  return [head, ...parts.map((part) => shortened(part, each)), ...more].join('\n\n').slice(0, longest);
}

/** How long each of some parts may be so that all fit into a room: what short ones leave goes to longer ones. */
function fairShare(lengths: number[], room: number): number {
  let left = room;
  for (const [index, length] of lengths.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Infinity;
}

function topicParts({ keep, pages, merges }: TopicDossier): string[] {
  return [...pages.map(({ path, title, words, beginning, headings }) => `${path}: “${title}”, ${words} words${path === keep.path ? ' (would be kept)' : ''}\nbegins: ${beginning}\nsections: ${headings.join(' | ')}`), ...merges.flatMap(({ path, sections }) => sections.map((section) => sectionText(path, keep.path, section)))];
}

const standings = { same: 'the same text', differs: 'in other words', missing: 'not there' };

function sectionText(path: string, kept: string, { standing, shared, section, match }: SectionPair): string {
  const head = `[${path}:${section.line}] “${section.heading}” is ${standings[standing]} on ${kept}${standing === 'missing' ? '' : `, ${Math.round(shared * 100)} % of its wording`}`;
  if (standing === 'same') return head;
  return [head, section.text, ...(match ? [`[${kept}:${match.line}] “${match.heading}”`, match.text] : [])].join('\n');
}

function placeText({ path, line, title, headings, words, paragraph, steps, nearest }: PlaceDossier): string {
  return [
    `[${path}:${line}] ${[title, ...headings.filter((heading) => heading !== title)].map((heading) => `“${heading}”`).join(' › ')}`,
    `the place: ${words}`,
    ...(paragraph === '' ? [] : [`its paragraph: ${paragraph}`]),
    ...(nearest.length > 0 ? [`nearest labels: ${nearest.join(', ')}`] : []),
    ...(steps.length > 0 ? [`steps of the page: ${steps.map((step, index) => `${index + 1}. ${shortened(step, 120)}`).join(' ')}`] : []),
  ].join('\n');
}
