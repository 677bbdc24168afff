import type { Page } from '../content/types.ts';
import { lineStarts, offsetAt } from '../content/position.ts';
import type { Decided, Member } from '../engine/finding.ts';
import { blockAt } from '../engine/judged.ts';
import type { Evidence } from '../rules/types.ts';
import { listedBy } from '../site/navigation.ts';
import { keepOf, inboundOf } from '../site/topics/keep.ts';
import type { Cluster } from '../site/topics/types.ts';
import type { Site } from '../site/types.ts';
import type { Proposal } from './proposals.ts';
import { topicDossiers, type TopicDossier } from './topic-dossier.ts';

/** One place of a page with what one needs to judge it. */
export interface PlaceDossier {
  path: string;
  /** From 1. */
  line: number;
  title: string;
  /** The heading that it stands under; empty before the first. */
  heading: string;
  /** The words that are the place. */
  words: string;
  /** The paragraph, item or cell that it stands in; its lines where it is in none. */
  paragraph: string;
  /** The steps that the page tells, in their order. */
  steps: string[];
  /** Labels of the interface that are nearest to the one that stands here. */
  nearest: string[];
}

/** Everything that one needs to judge a candidate. */
export type Dossier = ({ kind: 'topic' } & TopicDossier) | { kind: 'places'; places: PlaceDossier[]; more: number };

/** A place worth a look, as other programs and judges get it. */
export interface Candidate {
  id: string;
  rule: string;
  subject: string;
  message: string;
  members: { path: string; line: number }[];
  /** 1 is the most promising. */
  rank: number;
  evidence: Evidence[];
  /** What speaks against a fault, each a sentence. */
  vetoes: string[];
  /** Decisions that were made before what was judged changed. */
  earlier: Decided[];
  dossier: Dossier;
}

/** Places that a dossier shows. */
const mostPlaces = 4;
/** Steps of a page that a dossier shows. */
const mostSteps = 12;

/**
 * The dossiers of proposals, in their order.
 * @param first rank of the first
 */
export function candidatesOf(proposals: readonly Proposal[], site: Site, first = 1): Candidate[] {
  const pairs = proposals.filter(({ edges }) => edges.length > 0);
  const topics = new Map(topicDossiers(site, pairs.map((pair) => clusterOf(pair, site))).map((dossier, index) => [pairs[index]!, dossier]));
  return proposals.map((proposal, index) => {
    const { id, finding, units } = proposal;
    const { rule, subject, message, decisions = [] } = finding;
    const topic = topics.get(proposal);
    const members = units.flatMap(({ places }) => places);
    return {
      id,
      rule,
      subject,
      message,
      members: members.map(({ path, line }) => ({ path, line })),
      rank: first + index,
      evidence: topic ? topic.evidence.map(({ class: name, text }) => ({ class: name, text })) : finding.evidence.filter((evidence) => evidence.class !== ''),
      vetoes: topic ? topic.vetoes.map(({ text }) => text) : [],
      earlier: decisions.filter(({ member }) => units.some((unit) => unit.member === member)),
      dossier: topic ? { kind: 'topic', ...topic } : { kind: 'places', places: members.slice(0, mostPlaces).map((member) => placeDossier(member, site)), more: Math.max(0, members.length - mostPlaces) },
    };
  });
}

/** Two pages as the topic that they may be. */
function clusterOf({ finding, edges }: Proposal, site: Site): Cluster {
  const [edge] = edges;
  const pages = [edge!.a, edge!.b];
  const keep = keepOf(pages, inboundOf(site.links), site.navigation ? listedBy(site.navigation) : () => false);
  return { subject: finding.subject, name: edge!.name || keep.page.facts.title, evidence: edge!.evidence.name, pages, edges, keep };
}

function placeDossier(member: Member, site: Site): PlaceDossier {
  const page = site.byPath.get(member.path);
  if (!page) return { path: member.path, line: member.line, title: '', heading: '', words: '', paragraph: '', steps: [], nearest: [] };
  const { facts, source } = page;
  const starts = lineStarts(source);
  const start = offsetAt(starts, member);
  const end = offsetAt(starts, { line: member.endLine, column: member.endColumn });
  const paragraph = blockAt(page, start) ?? { start: starts[member.line - 1]!, end: starts[member.endLine] ?? source.length };
  return {
    path: page.path,
    line: member.line,
    title: facts.title,
    heading: facts.headings.findLast(({ range }) => range.start <= start)?.text ?? '',
    words: source.slice(start, end),
    paragraph: source.slice(paragraph.start, paragraph.end).trim(),
    steps: facts.steps.slice(0, mostSteps).map(({ text }) => text),
    nearest: nearestLabels(page, start, site),
  };
}

function nearestLabels(page: Page, start: number, { labels }: Site): string[] {
  const found = labels.find((label) => label.page === page && label.reference.range.start === start);
  return [...new Set(found?.today.map(({ text }) => text))];
}
