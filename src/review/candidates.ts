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
  /** The headings that it stands under, the highest first; empty before the first. */
  headings: string[];
  /** The words that are the place. */
  words: string;
  /** The paragraph, item or cell that it stands in; its lines where it is in none; empty where the place goes beyond it. */
  paragraph: string;
  /** The steps that the page tells, in their order, where they matter to the rule. */
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
  /** Other places that the finding names, each with its words. */
  related: { path: string; line: number; message: string; text: string }[];
  /** What there is to do if it is a fault, each a sentence. */
  suggestions: string[];
  dossier: Dossier;
}

/** Places that a dossier shows. */
const mostPlaces = 4;
/** Steps of a page that a dossier shows. */
const mostSteps = 12;
/** Rules for which it matters what the reader does on the page; to a link or a copied passage it does not. */
const aboutSteps = /^(?:help|ui)\//;

/**
 * The dossiers of proposals, in their order.
 * @param first rank of the first
 */
export function candidatesOf(proposals: readonly Proposal[], site: Site, first = 1): Candidate[] {
  const pairs = proposals.filter(({ edges }) => edges.length > 0);
  const topics = new Map(topicDossiers(site, pairs.map((pair) => clusterOf(pair, site))).map((dossier, index) => [pairs[index]!, dossier]));
  return proposals.map((proposal, index) => {
    const { id, finding, units } = proposal;
    const { rule, subject, message, decisions = [], suggestions } = finding;
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
      related: topic ? [] : finding.related.slice(0, mostPlaces).map(({ path, line, message: about }) => ({ path, line, message: about, text: lineOf(path, line, site) })),
      suggestions: topic ? [] : suggestions,
      dossier: topic ? { kind: 'topic', ...topic } : { kind: 'places', places: members.slice(0, mostPlaces).map((member) => placeDossier(member, site, aboutSteps.test(rule))), more: Math.max(0, members.length - mostPlaces) },
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

/** The paragraph that begins or stands on a line; empty for a page that is not there. */
function lineOf(path: string, line: number, { byPath }: Site): string {
  const page = byPath.get(path);
  if (!page) return '';
  const starts = lineStarts(page.source);
  const start = starts[line - 1]!;
  const end = starts[line] ?? page.source.length;
  const around = blockAt(page, start) ?? blockAt(page, end - 1) ?? { start, end };
  return page.source.slice(around.start, around.end).trim();
}

function placeDossier(member: Member, site: Site, withSteps: boolean): PlaceDossier {
  const page = site.byPath.get(member.path);
  if (!page) return { path: member.path, line: member.line, title: '', headings: [], words: '', paragraph: '', steps: [], nearest: [] };
  const { facts, source } = page;
  const starts = lineStarts(source);
  const start = offsetAt(starts, member);
  const end = offsetAt(starts, { line: member.endLine, column: member.endColumn });
  const around = blockAt(page, start) ?? { start: starts[member.line - 1]!, end: starts[member.endLine] ?? source.length };
  const words = source.slice(start, end);
  const paragraph = source.slice(around.start, around.end).trim();
  return {
    path: page.path,
    line: member.line,
    title: facts.title,
    headings: headingsOver(page, start),
    words,
    paragraph: paragraph !== words && paragraph.includes(words) ? paragraph : '',
    steps: withSteps ? facts.steps.slice(0, mostSteps).map(({ text }) => text) : [],
    nearest: nearestLabels(page, start, site),
  };
}

/** The heading before an offset and those that it stands under. */
function headingsOver({ facts }: Page, start: number): string[] {
  const over: typeof facts.headings = [];
  for (const heading of facts.headings.filter(({ range }) => range.start <= start)) {
    while (over.length > 0 && over.at(-1)!.depth >= heading.depth) over.pop();
    over.push(heading);
  }
  return over.map(({ text }) => text);
}

function nearestLabels(page: Page, start: number, { labels }: Site): string[] {
  const found = labels.find((label) => label.page === page && label.reference.range.start === start);
  return [...new Set(found?.today.map(({ text }) => text))];
}
