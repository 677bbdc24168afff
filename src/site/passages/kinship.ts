import type { Page } from '../../content/types.ts';
import { findFamilies } from '../topics/families.ts';
import type { Inbound } from '../topics/keep.ts';
import { findMirrors } from '../topics/mirrors.ts';
import type { Pair } from '../topics/pair.ts';
import { profilesOf } from '../topics/profile.ts';
import { folderVersions } from '../topics/places.ts';
import { noOverlap } from '../topics/shingles.ts';
import { findTwins } from '../topics/twins.ts';
import { notCopied } from '../topics/vetoes.ts';
import type { Run } from './runs.ts';

/** Why pages may share text on purpose. Pages by index. */
export interface Kinship {
  /** Whether nobody copied anything: a program wrote it, it reports its day, both show a third file, one is a translation or another version. */
  isNotCopied(a: number, b: number): boolean;
  /** Two folders, in order, that hold the same pages side by side, one of the two in each; null where they do not. */
  mirror(a: number, b: number): [string, string] | null;
  /** Whether the names of two pages are those of a family. */
  isFamily(a: number, b: number): boolean;
}

/** Kinship of the pages that share runs; the names of the others say nothing about these. */
export function kinshipOf(pages: Page[], runs: Run[], inbound: Inbound): Kinship {
  const sharing = [...new Set(runs.flatMap(({ a, b }) => [a, b]))];
  const profiles = profilesOf(sharing.map((page) => pages[page]!));
  const placeOf = new Map(sharing.map((page, place) => [page, place]));
  const families = findFamilies(profiles);
  const mirrors = findMirrors(pages);
  const surroundings = { mirrors, families, twins: findTwins(profiles), linksTo: (from: Page, to: Page) => inbound(to).has(from), wordOn: () => '' };
  const pairOf = (a: number, b: number): Pair => {
    const [one, other] = [placeOf.get(a)!, placeOf.get(b)!];
    return { a: one, b: other, one: profiles[one]!, other: profiles[other]!, cosine: 0, subject: null, overlap: noOverlap, tasks: [], copied: false };
  };
  return {
    isNotCopied: (a, b) => pages[a]!.locale !== pages[b]!.locale || !areSame(folderVersions(pages[a]!), folderVersions(pages[b]!)) || notCopied(pairOf(a, b), surroundings) !== null,
    mirror: (a, b) => mirrors.between(pages[a]!, pages[b]!)?.toSorted() as [string, string] | undefined ?? null,
    isFamily: (a, b) => families.of(placeOf.get(a)!, placeOf.get(b)!) !== null,
  };
}

function areSame(one: string[], other: string[]): boolean {
  return one.join() === other.join();
}
