import { wordsOf } from '../../content/extract/words.ts';
import type { Page } from '../../content/types.ts';
import type { LinkGraph } from '../links.ts';
import type { Task } from '../tasks/types.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { clusterEdges } from './clusters.ts';
import { comparablePages } from './editions.ts';
import { evidenceFor, leastSubjectShare, type Tree } from './evidence.ts';
import { findFamilies } from './families.ts';
import type { Inbound } from './keep.ts';
import { findMirrors } from './mirrors.ts';
import type { Pair } from './pair.ts';
import { profilesOf, type Profile } from './profile.ts';
import { withoutRecurring } from './recurring.ts';
import { tasksByPair } from './served-tasks.ts';
import { distinctShingles, noOverlap, overlapOf, shinglesOf } from './shingles.ts';
import { subjectFinder } from './subject.ts';
import { indexTerms } from './terms.ts';
import { findTwins } from './twins.ts';
import type { Cluster, TopicEdge } from './types.ts';
import { vetoAgainst, type Surroundings } from './vetoes.ts';

/** Part of the shorter page that a sample must show to be shared before two pages are compared word by word. */
const fewestOfCopy = 0.125;
/** Fewer words than this are a stub. */
const fewestWords = 40;

/** Groups of pages that may tell one topic or serve one task, best first. */
export function findTopics(pages: Page[], links: LinkGraph, tasks: Task[]): Cluster[] {
  const inbound = inboundOf(links);
  return clusterEdges(judgePairs(pages, inbound, tasks), inbound);
}

/** Every pair of pages that evidence speaks for, with the veto against it where there is one. */
export function judgePairs(all: Page[], inbound: Inbound, tasks: Task[]): TopicEdge[] {
  const pages = comparablePages(all, fewestWords);
  const words = pages.map((page) => page.words);
  const shingles = shinglesOf(words);
  const profiles = profilesOf(pages);
  const terms = indexTerms(words);
  const subjectOf = subjectFinder(profiles, terms);
  const linksTo = (from: Page, to: Page) => inbound(to).has(from);
  const tree: Tree = { linksTo, pagesWithHeading: headingCounts(profiles) };
  const surroundings: Surroundings = { linksTo, mirrors: findMirrors(pages), families: findFamilies(profiles), twins: findTwins(profiles), wordOn };
  const served = tasksByPair(pages, tasks);

  const pairs: Pair[] = [];
  const near: Pair[] = [];
  for (const { a, b, cosine, shared } of withTasks(findCandidates(terms.vectors, shingles), served, pages.length)) {
    const subject = subjectOf(a, b);
    const tasks = served.get(a * pages.length + b) ?? [];
    const alike = (subject !== null && subject.share >= leastSubjectShare) || shared >= Math.min(words[a]!.length, words[b]!.length) * fewestOfCopy;
    // Nothing else could speak for them.
    if (!alike && tasks.length === 0) continue;
    const pair = { a, b, one: profiles[a]!, other: profiles[b]!, cosine, subject, overlap: noOverlap, tasks };
    pairs.push(pair);
    if (alike && shared > 0) near.push(pair);
  }
  const distinct = distinctShingles(shingles, near.flatMap(({ a, b }) => [a, b]));
  for (const pair of near) pair.overlap = overlapOf(distinct.get(pair.a)!, distinct.get(pair.b)!);

  const edges = pairs.flatMap((pair) =>
    evidenceFor(pair, tree).map((evidence): TopicEdge => {
      const { subject, name, strength, text } = evidence;
      const veto = vetoAgainst(evidence.class, pair, surroundings);
      return { a: pages[pair.a]!, b: pages[pair.b]!, subject, name, evidence: { name: evidence.class, text }, strength, veto };
    }),
  );
  return withoutRecurring(edges);
}

export function inboundOf(links: LinkGraph): Inbound {
  const known = new Map<Page, Set<Page>>();
  return (page) => {
    let from = known.get(page);
    if (!from) known.set(page, (from = new Set(links.in.get(page)?.map((link) => link.from))));
    return from;
  };
}

function headingCounts(profiles: Profile[]): (stems: string) => number {
  const counts = new Map<string, number>();
  for (const { headings } of profiles) for (const heading of new Set(headings)) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  return (stems) => counts.get(stems) ?? 0;
}

/** Candidates, with the pairs that only a task joins. */
function withTasks(candidates: Candidate[], served: Map<number, Task[]>, pages: number): Candidate[] {
  const known = new Set(candidates.map(({ a, b }) => a * pages + b));
  const added = [...served.keys()].filter((key) => !known.has(key));
  return [...candidates, ...added.map((key) => ({ a: Math.floor(key / pages), b: key % pages, cosine: 0, shared: 0 }))];
}

function wordOn(page: Page, hash: number): string {
  return wordsOf(page.source).find((word) => word.hash === hash)?.text ?? '…';
}
