import { wordsOf } from '../../content/extract/words.ts';
import type { Page } from '../../content/types.ts';
import type { Task } from '../tasks/types.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { findCopies } from './copies.ts';
import { evidenceFor, leastSubjectShare, type Tree } from './evidence.ts';
import { findFamilies } from './families.ts';
import { sharedTasks } from './guide-tasks.ts';
import { createJoinFinder } from './joins.ts';
import type { Inbound } from './keep.ts';
import { findMirrors } from './mirrors.ts';
import type { Pair } from './pair.ts';
import { profilesOf, type Profile } from './profile.ts';
import { withoutRecurring } from './recurring.ts';
import { distinctShingles, noOverlap, overlapOf, shinglesOf } from './shingles.ts';
import { subjectFinder } from './subject.ts';
import { cosineOf, indexTerms } from './terms.ts';
import { findTwins } from './twins.ts';
import type { TopicEdge } from './types.ts';
import { vetoAgainst, type Surroundings } from './vetoes.ts';

/** Part of the shorter page that a sample must show to be shared before two pages are compared word by word. */
const fewestOfCopy = 0.125;
const noWords = new Uint32Array();

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
  const copies = findCopies(pages);
  const indexOf = new Map(pages.map((page, index) => [page, index]));
  // Copies have no words of their own: a text that stands often is neither boilerplate nor a pair for each two places.
  const words = pages.map((page) => (copies.has(page) ? noWords : page.words));
  const shingles = shinglesOf(words);
  const profiles = profilesOf(pages);
  const terms = indexTerms(words);
  const subjectOf = subjectFinder(profiles, terms);
  const linksTo = (from: Page, to: Page) => inbound(to).has(from);
  const tree: Tree = { linksTo, joins: createJoinFinder(pages, inbound), pagesWithHeading: headingCounts(profiles) };
  const surroundings: Surroundings = { linksTo, mirrors: findMirrors(pages), families: findFamilies(profiles), twins: findTwins(profiles), wordOn };
  const served = sharedTasks(pages, tasks);
  const declared = declaredPairs(profiles);

  function edges(): TopicEdge[] {
    const found = [...copiedPairs(), ...candidatePairs()].flatMap((pair) =>
      evidenceFor(pair, tree).map((evidence): TopicEdge => {
        const { subject, name, strength, text } = evidence;
        const veto = vetoAgainst(evidence.class, pair, surroundings);
        return { a: pages[pair.a]!, b: pages[pair.b]!, subject, name, evidence: { name: evidence.class, text }, strength, veto };
      }),
    );
    return withoutRecurring(found);
  }

  function copiedPairs(): Pair[] {
    return Array.from(copies, ([copy, first]) => copiedPair(indexOf.get(first)!, indexOf.get(copy)!));
  }

  function copiedPair(a: number, b: number): Pair {
    const size = shingles.sizeOf(copies.has(pages[a]!) ? indexOf.get(copies.get(pages[a]!)!)! : a);
    return { ...measured(a, b, 1), overlap: { shared: size, jaccard: 1, containment: 1 }, copied: true };
  }

  function candidatePairs(): Pair[] {
    const pairs: Pair[] = [];
    const near: Pair[] = [];
    for (const { a, b, cosine, shared } of withJoined(findCandidates(terms.vectors, shingles), [...served.keys(), ...declared], pages.length)) {
      const pair = measured(a, b, cosine);
      const alike = (pair.subject !== null && pair.subject.share >= leastSubjectShare) || shared >= Math.min(words[a]!.length, words[b]!.length) * fewestOfCopy;
      // Nothing else could speak for them.
      if (!alike && pair.tasks.length === 0 && !declared.has(a * pages.length + b)) continue;
      pairs.push(pair);
      if (alike && shared > 0) near.push(pair);
    }
    compareWording(near);
    return pairs;
  }

  function measured(a: number, b: number, cosine: number): Pair {
    return { a, b, one: profiles[a]!, other: profiles[b]!, cosine, subject: subjectOf(a, b), overlap: noOverlap, tasks: served.get(a * pages.length + b) ?? [], copied: false };
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
      const [a, b] = [indexOf.get(one)!, indexOf.get(other)!].sort((first, second) => first - second) as [number, number];
      const [first, second] = [a, b].map((index) => indexOf.get(copies.get(pages[index]!) ?? pages[index]!)!) as [number, number];
      if (first === second) return copiedPair(a, b);
      // A copy has the measures of the page that it is a copy of.
      const pair = measured(first, second, cosineOf(terms.vectors, first, second));
      compareWording([pair]);
      return { ...pair, a, b, one: profiles[a]!, other: profiles[b]! };
    },
  };
}

function headingCounts(profiles: Profile[]): (stems: string) => number {
  const counts = new Map<string, number>();
  for (const { headings } of profiles) for (const heading of new Set(headings)) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  return (stems) => counts.get(stems) ?? 0;
}

/** Candidates, with the pairs that only a task or their frontmatter joins. */
function withJoined(candidates: Candidate[], joined: number[], pages: number): Candidate[] {
  const known = new Set(candidates.map(({ a, b }) => a * pages + b));
  const added = [...new Set(joined)].filter((key) => !known.has(key));
  return [...candidates, ...added.map((key) => ({ a: Math.floor(key / pages), b: key % pages, cosine: 0, shared: 0 }))];
}

/** Pairs of pages whose frontmatter names one topic, as `a * profiles.length + b` with `a` below `b`. */
function declaredPairs(profiles: Profile[]): Set<number> {
  const byTopic = new Map<string, number[]>();
  for (const [index, { topic }] of profiles.entries()) if (topic !== '') byTopic.set(topic, [...(byTopic.get(topic) ?? []), index]);
  return new Set([...byTopic.values()].flatMap((pages) => pages.flatMap((a, at) => pages.slice(at + 1).map((b) => a * profiles.length + b))));
}

function wordOn(page: Page, hash: number): string {
  return wordsOf(page.source).find((word) => word.hash === hash)?.text ?? '…';
}
