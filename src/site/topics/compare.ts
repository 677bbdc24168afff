import { wordsOf } from '../../content/extract/words.ts';
import type { Page } from '../../content/types.ts';
import type { Task } from '../tasks/types.ts';
import { findCandidates, type Candidate } from './candidates.ts';
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
import { cosineOf, indexTerms } from './terms.ts';
import { findTwins } from './twins.ts';
import type { TopicEdge } from './types.ts';
import { vetoAgainst, type Surroundings } from './vetoes.ts';

/** Part of the shorter page that a sample must show to be shared before two pages are compared word by word. */
const fewestOfCopy = 0.125;

/** A tree whose pages are ready to be compared. */
export interface Comparison {
  tree: Tree;
  surroundings: Surroundings;
  /** Every pair of pages that evidence speaks for, with the veto against it where there is one. */
  edges(): TopicEdge[];
  /** Any two of the pages, measured in full. */
  pairOf(one: Page, other: Page): Pair;
}

/** Makes pages ready to be compared with one another. */
export function compare(pages: Page[], inbound: Inbound, tasks: Task[]): Comparison {
  const words = pages.map((page) => page.words);
  const shingles = shinglesOf(words);
  const profiles = profilesOf(pages);
  const terms = indexTerms(words);
  const subjectOf = subjectFinder(profiles, terms);
  const linksTo = (from: Page, to: Page) => inbound(to).has(from);
  const tree: Tree = { linksTo, pagesWithHeading: headingCounts(profiles) };
  const surroundings: Surroundings = { linksTo, mirrors: findMirrors(pages), families: findFamilies(profiles), twins: findTwins(profiles), wordOn };
  const served = tasksByPair(pages, tasks);

  function edges(): TopicEdge[] {
    const found = candidatePairs().flatMap((pair) =>
      evidenceFor(pair, tree).map((evidence): TopicEdge => {
        const { subject, name, strength, text } = evidence;
        const veto = vetoAgainst(evidence.class, pair, surroundings);
        return { a: pages[pair.a]!, b: pages[pair.b]!, subject, name, evidence: { name: evidence.class, text }, strength, veto };
      }),
    );
    return withoutRecurring(found);
  }

  function candidatePairs(): Pair[] {
    const pairs: Pair[] = [];
    const near: Pair[] = [];
    for (const { a, b, cosine, shared } of withTasks(findCandidates(terms.vectors, shingles), served, pages.length)) {
      const pair = measured(a, b, cosine);
      const alike = (pair.subject !== null && pair.subject.share >= leastSubjectShare) || shared >= Math.min(words[a]!.length, words[b]!.length) * fewestOfCopy;
      // Nothing else could speak for them.
      if (!alike && pair.tasks.length === 0) continue;
      pairs.push(pair);
      if (alike && shared > 0) near.push(pair);
    }
    compareWording(near);
    return pairs;
  }

  function measured(a: number, b: number, cosine: number): Pair {
    return { a, b, one: profiles[a]!, other: profiles[b]!, cosine, subject: subjectOf(a, b), overlap: noOverlap, tasks: served.get(a * pages.length + b) ?? [] };
  }

  function compareWording(pairs: Pair[]): void {
    const distinct = distinctShingles(shingles, pairs.flatMap(({ a, b }) => [a, b]));
    for (const pair of pairs) pair.overlap = overlapOf(distinct.get(pair.a)!, distinct.get(pair.b)!);
  }

  return {
    tree,
    surroundings,
    edges,
    pairOf(one, other) {
      const [a, b] = [pages.indexOf(one), pages.indexOf(other)].sort((first, second) => first - second) as [number, number];
      const pair = measured(a, b, cosineOf(terms.vectors, a, b));
      compareWording([pair]);
      return pair;
    },
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
