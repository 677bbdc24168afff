import type { Page } from '../../content/types.ts';
import type { LinkGraph } from '../links.ts';
import { comparedPages } from '../topics/editions.ts';
import { inboundOf, type Inbound } from '../topics/keep.ts';
import { isPast, isReference } from '../topics/places.ts';
import type { Cluster } from '../topics/types.ts';
import { kinshipOf, type Kinship } from './kinship.ts';
import { alikeInLength, overlapping, type Stretch } from './overlaps.ts';
import { sharedRuns, type Run } from './runs.ts';
import type { Passage, PassagePlace } from './types.ts';

/** Words that differ between two runs up to which they are one passage with a slip in it. */
const longestGap = 12;
/** Part of a page that must stand on another for it to be told there. */
const insideShare = 0.8;
/** Part of both pages that must be the same for them to be variants of one model. */
const variantShare = 0.5;
/** A passage on more pages is boilerplate. */
const mostPages = 6;

/**
 * Passages of 40 words or more that stand on several pages, those with most words on most pages first. Pages that
 * `topics` says to tell one topic are left to the one who merges them.
 */
export function findPassages(all: Page[], links: LinkGraph, topics: Cluster[]): Passage[] {
  // What is past stays as it was on its day, and entries of a reference are made to read alike.
  const pages = comparedPages(all).pages.filter((page) => !isPast(page) && !isReference(page));
  const runs = sharedRuns(pages);
  const inbound = inboundOf(links);
  const kinship = kinshipOf(pages, runs, inbound);
  const clusterOf = new Map(topics.flatMap((cluster) => cluster.pages.map((page) => [page, cluster])));
  const { boilerplate, rest } = withoutBoilerplate(pages, runs, kinship);
  const inside = new Map<number, Run[]>();
  const mirrored = new Map<string, Run[]>();
  const alike: Run[] = [];
  const plain: Run[] = [];
  for (const ofPair of Map.groupBy(rest, ({ a, b }) => a * pages.length + b).values()) {
    const merged = withoutGaps(ofPair);
    const { a, b } = merged[0]!;
    const cluster = clusterOf.get(pages[a]!);
    if ((cluster && cluster === clusterOf.get(pages[b]!)) || kinship.isNotCopied(a, b)) continue;
    const shared = merged.reduce((sum, { length }) => sum + length, 0);
    const [shorter, longer] = pages[a]!.words.length <= pages[b]!.words.length ? [a, b] : [b, a];
    const mirror = kinship.mirror(a, b);
    if (mirror) mirrored.set(mirror.join(' '), [...(mirrored.get(mirror.join(' ')) ?? []), ...merged]);
    else if (shared >= pages[longer]!.words.length * variantShare || kinship.isFamily(a, b)) alike.push(...merged);
    else if (shared >= pages[shorter]!.words.length * insideShare) inside.set(shorter, [...(inside.get(shorter) ?? []), longestOf(merged)]);
    else plain.push(...merged);
  }
  const passages: Passage[] = [
    ...boilerplate,
    ...[...inside].map(([page, ofPage]) => insidePassage(pages, page, ofPage)),
    ...[...mirrored.values()].map((group) => passageOf('mirror', placesOf(pages, group))),
    ...grouped(alike, joinedByPage).map((group) => passageOf('variants', placesOf(pages, group))),
    ...grouped(plain, overlapping).map((group) => {
      const places = placesOf(pages, group);
      return passageOf(places.length > mostPages ? 'boilerplate' : areLinked(places, inbound) ? 'linked' : 'passage', places);
    }),
  ];
  return passages.sort((one, other) => weight(other) - weight(one) || (one.places[0]!.page.path < other.places[0]!.page.path ? -1 : 1));
}

/** Takes out what stands on many pages, unless these are editions of one. */
function withoutBoilerplate(pages: Page[], runs: Run[], kinship: Kinship): { boilerplate: Passage[]; rest: Run[] } {
  const boilerplate: Passage[] = [];
  const rest: Run[] = [];
  for (const group of grouped(runs, alikeInLength)) {
    const sharing = [...new Set(group.flatMap(({ a, b }) => [a, b]))];
    const isWide = sharing.length > mostPages;
    const strangers = isWide ? group.filter(({ a, b }) => !kinship.isNotCopied(a, b)).length : 0;
    if (isWide && strangers * 2 >= group.length) boilerplate.push(passageOf('boilerplate', placesOf(pages, group)));
    else rest.push(...group);
  }
  return { boilerplate, rest };
}

/** Runs of one pair in their order; those with a few other words between them as one. */
function withoutGaps(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs.toSorted((one, other) => one.startA - other.startA)) {
    const last = merged.at(-1);
    const gapA = last ? run.startA - last.startA - last.length : -1;
    const gapB = last ? run.startB - last.startB - last.length : -1;
    if (last && gapA >= 0 && gapB >= 0 && gapA <= longestGap && gapA === gapB) last.length = run.startA + run.length - last.startA;
    else merged.push({ ...run });
  }
  return merged;
}

/** Runs that belong together, by what `join` joins of their sides. */
function grouped(runs: Run[], join: (stretches: Stretch[]) => [number, number][]): Run[][] {
  const parent = runs.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  // The sides of one run are two neighbours.
  for (const [one, other] of join(runs.flatMap(sidesOf))) parent[rootOf(one >> 1)] = rootOf(other >> 1);
  return [...Map.groupBy(runs, (_, index) => rootOf(index)).values()];
}

function sidesOf({ a, b, startA, startB, length }: Run): [Stretch, Stretch] {
  return [
    { page: a, start: startA, end: startA + length },
    { page: b, start: startB, end: startB + length },
  ];
}

/** Of each page the longest stretch, by path. */
function placesOf(pages: Page[], group: Run[]): PassagePlace[] {
  const longest = new Map<number, Stretch>();
  for (const stretch of group.flatMap(sidesOf)) {
    const known = longest.get(stretch.page);
    if (!known || stretch.end - stretch.start > known.end - known.start) longest.set(stretch.page, stretch);
  }
  return [...longest.values()].map(({ page, start, end }) => ({ page: pages[page]!, start, end })).sort((one, other) => (one.page.path < other.page.path ? -1 : 1));
}

/** Pairs of stretches, by index, that stand on one page. */
function joinedByPage(stretches: Stretch[]): [number, number][] {
  const first = new Map<number, number>();
  return stretches.flatMap(({ page }, index): [number, number][] => {
    const known = first.get(page);
    if (known === undefined) first.set(page, index);
    return known === undefined ? [] : [[known, index]];
  });
}

/** A page that others tell too: its own place first. */
function insidePassage(pages: Page[], page: number, runs: Run[]): Passage {
  const places = placesOf(pages, runs);
  const passage = passageOf('inside', places);
  return { ...passage, places: [...places.filter((place) => place.page === pages[page]), ...places.filter((place) => place.page !== pages[page])] };
}

function passageOf(kind: Passage['kind'], places: PassagePlace[]): Passage {
  return { kind, places, words: Math.max(...places.map(({ start, end }) => end - start)) };
}

function areLinked(places: PassagePlace[], inbound: Inbound): boolean {
  return places.every(({ page }) => places.some(({ page: other }) => inbound(page).has(other) || inbound(other).has(page)));
}

function longestOf(runs: Run[]): Run {
  return runs.reduce((best, run) => (run.length > best.length ? run : best));
}

/** Words that would go if the passage stood once. */
function weight({ places, words }: Passage): number {
  return words * (places.length - 1);
}
