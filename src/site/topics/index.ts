import { wordsOf } from '../../content/extract/words.ts';
import type { Page } from '../../content/types.ts';
import type { LinkGraph } from '../links.ts';
import type { Task } from '../tasks/types.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { clusterEdges } from './clusters.ts';
import { comparablePages } from './editions.ts';
import { evidenceFor, type Tree } from './evidence.ts';
import { findFamilies } from './families.ts';
import type { Inbound } from './keep.ts';
import { findMirrors } from './mirrors.ts';
import { profileOf, type Profile } from './profile.ts';
import { distinctShingles, noOverlap, overlapOf, shinglesOf } from './shingles.ts';
import { subjectFinder } from './subject.ts';
import { indexTerms } from './terms.ts';
import type { Cluster, TopicEdge } from './types.ts';
import { vetoAgainst, type Surroundings } from './vetoes.ts';

/** Fewer words than this are a stub. */
const fewestWords = 40;
/** A task on more pages than this is a sentence that the tree repeats, and joins nothing. */
const pagesPerTask = 6;

/** Groups of pages that may tell one topic or serve one task, best first. */
export function findTopics(pages: Page[], links: LinkGraph, tasks: Task[]): Cluster[] {
  const inbound = inboundOf(links);
  return clusterEdges(judgePairs(pages, inbound, tasks), inbound);
}

/** Every pair of pages that evidence speaks for, with the veto against it where there is one. */
export function judgePairs(all: Page[], inbound: Inbound, tasks: Task[]): TopicEdge[] {
  const pages = comparablePages(all, fewestWords);
  const words = pages.map((page) => page.words);
  const shingles = words.map(shinglesOf);
  const profiles = pages.map(profileOf);
  const terms = indexTerms(words);
  const subjectOf = subjectFinder(profiles, terms);
  const linksTo = (from: Page, to: Page) => inbound(to).has(from);
  const tree: Tree = { linksTo, pagesWithHeading: headingCounts(profiles) };
  const surroundings: Surroundings = { linksTo, mirrors: findMirrors(pages), families: findFamilies(profiles), wordOn };
  const served = tasksByPair(pages, tasks);
  const candidates = withTasks(findCandidates(terms.vectors, shingles), served, pages.length);
  const named = candidates.map((candidate) => ({ ...candidate, subject: subjectOf(candidate.a, candidate.b) }));
  const near = named.filter(({ a, b, samples, subject }) => samples > 0 && (subject || samples >= manySamples(words[a]!, words[b]!)));
  const distinct = distinctShingles(shingles, near.flatMap(({ a, b }) => [a, b]));
  const overlaps = new Map(near.map((candidate) => [candidate.a * pages.length + candidate.b, overlapOf(distinct.get(candidate.a)!, distinct.get(candidate.b)!)]));

  return named.flatMap(({ a, b, cosine, subject }) => {
    const key = a * pages.length + b;
    const pair = { a, b, one: profiles[a]!, other: profiles[b]!, cosine, subject, overlap: overlaps.get(key) ?? noOverlap, tasks: served.get(key) ?? [] };
    return evidenceFor(pair, tree).map((evidence): TopicEdge => {
      const { subject, name, strength, text } = evidence;
      const veto = vetoAgainst(evidence.class, pair, surroundings);
      return { a: pages[a]!, b: pages[b]!, subject, name, evidence: { name: evidence.class, text }, strength, veto };
    });
  });
}

/** Sampled shingles that near copies share at the least: an eighth of what a sample of one in sixteen holds of the shorter. */
function manySamples(a: Uint32Array, b: Uint32Array): number {
  return Math.min(a.length, b.length) / 128;
}

function inboundOf(links: LinkGraph): Inbound {
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

/** The tasks that two pages hand over to somebody, by `a * pages + b`. */
function tasksByPair(pages: Page[], tasks: Task[]): Map<number, Task[]> {
  const indexOf = new Map(pages.map((page, index) => [page, index]));
  const served = new Map<number, Task[]>();
  for (const task of tasks) {
    const places = task.mentions.filter(({ verdict }) => verdict === 'dead-end').map(({ page }) => indexOf.get(page));
    const on = [...new Set(places)].filter((index) => index !== undefined).sort((a, b) => a - b);
    if (on.length > pagesPerTask) continue;
    for (let i = 0; i < on.length; i++) {
      for (let j = i + 1; j < on.length; j++) {
        const key = on[i]! * pages.length + on[j]!;
        served.set(key, [...(served.get(key) ?? []), task]);
      }
    }
  }
  return served;
}

/** Candidates, with the pairs that only a task joins. */
function withTasks(candidates: Candidate[], served: Map<number, Task[]>, pages: number): Candidate[] {
  const known = new Set(candidates.map(({ a, b }) => a * pages + b));
  const added = [...served.keys()].filter((key) => !known.has(key));
  return [...candidates, ...added.map((key) => ({ a: Math.floor(key / pages), b: key % pages, cosine: 0, samples: 0 }))];
}

function wordOn(page: Page, hash: number): string {
  return wordsOf(page.source).find((word) => word.hash === hash)?.text ?? '…';
}
