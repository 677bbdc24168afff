import { blockFields } from '../content/extract/words.ts';
import { lineStarts, positionAt } from '../content/position.ts';
import type { Page } from '../content/types.ts';
import { fingerprintOf } from '../engine/finding.ts';
import { topicDuplicate } from '../rules/topic-duplicate.ts';
import type { Certainty } from '../rules/types.ts';
import { createPairExplainer } from '../site/topics/explain.ts';
import { planMerge } from '../site/topics/plan.ts';
import type { Section, Standing } from '../site/topics/sections.ts';
import type { Cluster, Signal } from '../site/topics/types.ts';
import type { Site } from '../site/types.ts';

/** Characters of the beginning of a page that a dossier shows: paragraphs until there are so many, and no more of them than that. */
const shortestBeginning = 200;
const longestBeginning = 400;

/** A section as it reads on its page. */
export interface SectionText {
  heading: string;
  /** Line of the heading, from 1. */
  line: number;
  text: string;
}

/** A section of a page beside what the page to keep has of it. */
export interface SectionPair {
  standing: Standing;
  /** Part of its three-word sequences that stand on the page to keep, 0 to 1. */
  shared: number;
  section: SectionText;
  match: SectionText | null;
}

/** Everything that one needs to judge whether pages tell one topic, and what there is to do if they do. */
export interface TopicDossier {
  /** Fingerprint of the finding. */
  id: string;
  subject: string;
  name: string;
  class: string;
  certainty: Certainty;
  keep: { path: string; why: string };
  pages: { path: string; title: string; words: number; beginning: string; headings: string[] }[];
  /** What speaks for one topic, pair by pair. */
  evidence: { pages: [string, string]; class: string; text: string }[];
  /** What tells the pages apart, and for which classes of evidence that counts. */
  vetoes: (Signal & { pages: [string, string]; against: string[] })[];
  /** For each page but the one to keep. */
  merges: { path: string; sections: SectionPair[]; redirects: string[] }[];
  /** Links to change; `target` is null where that has to be done by hand. */
  relinks: { path: string; line: number; written: string; target: string | null }[];
}

/** Identity of the finding that a cluster is. */
export function topicId({ subject }: Cluster): string {
  return fingerprintOf(topicDuplicate.meta.id, subject);
}

/** The dossiers of clusters of a site, in their order. */
export function topicDossiers(site: Site, clusters: Cluster[]): TopicDossier[] {
  const explain = clusters.length > 0 ? createPairExplainer(site) : null;
  return clusters.map((cluster) => {
    const { subject, name, evidence, pages, keep } = cluster;
    const { merges, relinks } = planMerge(site, cluster);
    const pairs = pages.flatMap((one, at) => pages.slice(at + 1).map((other) => explain!(one, other)));
    const pathsOf = (both: [Page, Page]) => both.map(({ path }) => path) as [string, string];
    return {
      id: topicId(cluster),
      subject,
      name,
      class: evidence,
      certainty: topicDuplicate.meta.classes[evidence]!.certainty,
      keep: { path: keep.page.path, why: keep.why },
      pages: pages.map((page) => ({ path: page.path, title: page.facts.title, words: page.words.length, beginning: beginningOf(page), headings: page.facts.headings.map(({ text }) => text) })),
      evidence: pairs.flatMap((pair) => pair.evidence.map(({ name: own, text }) => ({ pages: pathsOf(pair.pages), class: own, text }))),
      vetoes: pairs.flatMap((pair) => pair.vetoes.map((veto) => ({ pages: pathsOf(pair.pages), ...veto }))),
      merges: merges.map(({ page, sections, redirects }) => ({
        path: page.path,
        sections: sections.map(({ section, standing, shared, match }) => ({ standing, shared, section: textOf(section), match: match && textOf(match) })),
        redirects,
      })),
      relinks: relinks.map(({ from, range, written, target }) => ({ path: from.path, line: lineOf(from, range?.start ?? 0), written, target: range && target })),
    };
  });
}

/** The first paragraphs of a page: there it says whom it is for. */
function beginningOf({ source, blocks, facts }: Page): string {
  const starts: string[] = [];
  for (let at = 0; at < blocks.length && starts.join(' ').length < shortestBeginning; at += blockFields) {
    const [start, end] = [blocks[at + 1]!, blocks[at + 2]!];
    if (!facts.headings.some(({ range }) => range.start <= start && start < range.end)) starts.push(source.slice(start, end).trim());
  }
  return starts.join(' ').slice(0, longestBeginning);
}

function textOf({ page, heading, range }: Section): SectionText {
  return { heading, line: lineOf(page, range.start), text: page.source.slice(range.start, range.end).trim() };
}

function lineOf({ source }: Page, offset: number): number {
  return positionAt(lineStarts(source), offset).line;
}
