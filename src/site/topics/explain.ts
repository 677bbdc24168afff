import type { Page } from '../../content/types.ts';
import type { Site } from '../types.ts';
import { compare } from './compare.ts';
import { comparedPages } from './editions.ts';
import { commonHeadings, evidenceFor, type EvidenceName } from './evidence.ts';
import { inboundOf } from './keep.ts';
import type { Overlap } from './shingles.ts';
import type { SharedSubject } from './subject.ts';
import type { Signal } from './types.ts';
import { allVetoes, type HeldVeto } from './vetoes.ts';

/** Everything that was looked at to tell whether two pages tell one topic. */
export interface PairExplanation {
  pages: [Page, Page];
  /** Why a page is not compared with others at all, a sentence each. */
  aside: string[];
  overlap: Overlap;
  /** Likeness of the words that set the pages apart from others, 0 to 1. */
  cosine: number;
  /** What both titles name; null for nothing. */
  subject: SharedSubject | null;
  /** Headings of the first page that stand on the second and on hardly any other. */
  headings: string[];
  /** Tasks that both serve, as the pages tell them. */
  tasks: string[];
  /** What joins the pages beside a task. */
  joins: string[];
  /** Paths of the pages that link to the other one. */
  linking: string[];
  /** Every class of evidence that speaks for one topic. */
  evidence: (Signal & { name: EvidenceName })[];
  /** Everything that tells the pages apart. */
  vetoes: HeldVeto[];
}

/** Explains any two pages of a tree, by name and not by chance of being candidates. */
export type PairExplainer = (one: Page, other: Page) => PairExplanation;

/** Makes the tree ready once, for as many pairs as are asked for. */
export function createPairExplainer({ pages, links, tasks }: Site): PairExplainer {
  const inbound = inboundOf(links);
  const compared = comparedPages(pages);
  const comparison = compare(compared.pages, inbound, tasks);
  const edges = comparison.edges();

  return (one, other) => {
    const aside = [one, other].map(compared.whyNot).filter((reason) => reason !== '');
    // A page that is set aside is measured among the others all the same.
    const { pairOf, tree, surroundings } = aside.length === 0 ? comparison : compare([...new Set([...compared.pages, one, other])], inbound, tasks);
    const pair = pairOf(one, other);
    const vetoes = allVetoes(pair, surroundings);
    // What recurs over pairs only the edges of the whole tree show.
    for (const { a, b, veto, evidence } of edges) {
      if (veto === null || ![a, b].every((page) => page === one || page === other) || vetoes.some(({ name, text }) => name === veto.name && text === veto.text)) continue;
      vetoes.push({ ...veto, against: [evidence.name] });
    }
    const shared = new Set(commonHeadings(pair.one, pair.other, tree));
    const first = pair.one.page;
    return {
      pages: [first, pair.other.page],
      aside,
      overlap: pair.overlap,
      cosine: pair.cosine,
      subject: pair.subject,
      headings: first.facts.headings.filter((_, index) => shared.has(pair.one.headings[index]!)).map(({ text }) => text),
      tasks: pair.tasks.map(({ text }) => text),
      joins: tree.joins(first, pair.other.page),
      linking: [[one, other], [other, one]].filter(([from, to]) => tree.linksTo(from!, to!)).map(([from]) => from!.path),
      evidence: evidenceFor(pair, tree).map(({ class: name, text }) => ({ name, text })),
      vetoes,
    };
  };
}
