import type { Page } from '../content/types.ts';
import { unitsOf, type Unit } from '../engine/decided.ts';
import type { Decision } from '../engine/decisions.ts';
import { createLineIndex, fingerprintOf, type Finding } from '../engine/finding.ts';
import { judgedOf } from '../engine/judged.ts';
import type { MemberKeys } from '../engine/member-keys.ts';
import type { Verdict } from '../engine/decisions.ts';
import { compare } from '../site/topics/compare.ts';
import { comparedPages } from '../site/topics/editions.ts';
import { inboundOf } from '../site/topics/keep.ts';
import type { TopicEdge } from '../site/topics/types.ts';
import type { Site } from '../site/types.ts';

/** Something that one can judge at once: a finding that is not certain, with the places that nobody has judged yet. */
export interface Proposal {
  /** Identity: rule, subject and places. */
  id: string;
  finding: Finding;
  units: Unit[];
  /** What speaks for one topic of two pages, where it is a pair. */
  edges: TopicEdge[];
}

/** Which proposals are wanted; all that are left out. */
export interface Wanted {
  rule?: string | undefined;
  /** A page, or a folder of pages. */
  path?: string | undefined;
  owner?: string | undefined;
  /** Pages that a change touches. */
  changed?: ReadonlySet<string> | undefined;
  /** Hints only: what an agent or a model calls fine is left out if it is one. */
  hintsOnly?: boolean;
}

/**
 * Everything of some findings that can be judged, the most promising first: what is likely before hints, then the best of
 * each rule before its second, then what most readers meet.
 * @param readers how many readers of each page could not solve what they came for
 */
export function proposalsOf(findings: readonly Finding[], site: Site, keys: MemberKeys, wanted: Wanted, readers: ReadonlyMap<Page, number> = new Map()): Proposal[] {
  const open = findings.filter(({ certainty, rule }) => certainty !== 'certain' && (!wanted.hintsOnly || certainty === 'hint') && (wanted.rule === undefined || rule === wanted.rule));
  const edges = open.some(({ pairs }) => pairs) ? edgesByPair(site) : new Map<string, TopicEdge[]>();
  const proposals = open.flatMap((finding) => (finding.pairs ? pairsOf(finding, edges, keys) : [proposal(finding, unitsOf(finding, keys), [])]));
  const places = new Map<string, number>();
  const ranked = proposals.map((each) => {
    const place = places.get(each.finding.rule) ?? 0;
    places.set(each.finding.rule, place + 1);
    const pages = pagesOf(each, site);
    return {
      proposal: each,
      key: [each.finding.certainty === 'likely' ? 0 : 1, place, -sum(pages, (page) => readers.get(page) ?? 0), -sum(pages, (page) => site.links.in.get(page)?.length ?? 0)],
    };
  });
  return ranked
    .toSorted((a, b) => a.key.map((value, index) => value - b.key[index]!).find((difference) => difference !== 0) ?? 0)
    .map(({ proposal: each }) => each)
    .filter((each) => isWanted(each, wanted, site));
}

/** The decisions that a verdict on a proposal is, one for each of its units. */
export function decide({ finding, units }: Proposal, site: Site, made: { verdict: Verdict; reason: string; by: string; date: string }): Decision[] {
  const { rule, subject } = finding;
  const lines = createLineIndex();
  return units.map(({ member, places }) => ({ rule, subject, member, ...made, judged: judgedOf(finding, places, site, lines) }));
}

/** Pages that a proposal is about. */
function pagesOf({ units }: Proposal, { byPath }: Site): Page[] {
  return [...new Set(units.flatMap(({ paths }) => paths))].map((path) => byPath.get(path)).filter((page) => page !== undefined);
}

function proposal(finding: Finding, units: Unit[], edges: TopicEdge[]): Proposal {
  return { id: fingerprintOf(finding.rule, [finding.subject, ...units.map(({ member }) => member)].join('\n')), finding, units, edges };
}

/** Every pair of a finding's pages that any evidence joins, the strongest first. */
function pairsOf(finding: Finding, edges: ReadonlyMap<string, TopicEdge[]>, keys: MemberKeys): Proposal[] {
  const paths = [...new Set(finding.members.map(({ path }) => path))].sort();
  const judged = new Set(finding.decisions?.filter(({ changed }) => !changed).map(({ member }) => member));
  const pairs = paths.flatMap((one, at) => paths.slice(at + 1).map((other): [string, string] => [one, other])).filter((pair) => edges.has(pair.join('\n')));
  return pairs
    .map((pair) => proposal(finding, unitsOf({ ...finding, pairs: [pair] }, keys), edges.get(pair.join('\n'))!))
    .filter(({ units }) => !judged.has(units[0]!.member))
    .sort((a, b) => strengthOf(b) - strengthOf(a));
}

function strengthOf({ edges }: Proposal): number {
  return Math.max(...edges.map(({ strength }) => strength));
}

/** What speaks for one topic, by the paths of two pages in their order; what is vetoed speaks no more. */
function edgesByPair({ pages, links, tasks }: Site): Map<string, TopicEdge[]> {
  const edges = compare(comparedPages(pages).pages, inboundOf(links), tasks).edges();
  return Map.groupBy(edges.filter(({ veto }) => veto === null), ({ a, b }) => [a.path, b.path].sort().join('\n'));
}

function isWanted(each: Proposal, { path, owner, changed }: Wanted, site: Site): boolean {
  const paths = each.units.flatMap((unit) => unit.paths);
  return (
    (path === undefined || paths.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`))) &&
    (changed === undefined || paths.some((file) => changed.has(file))) &&
    (owner === undefined || pagesOf(each, site).some((page) => site.owners.get(page)?.includes(owner)))
  );
}

function sum(pages: Page[], valueOf: (page: Page) => number): number {
  return pages.reduce((total, page) => total + valueOf(page), 0);
}
