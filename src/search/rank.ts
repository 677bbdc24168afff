import Fuse from 'fuse.js';
import type { QueryTerm } from './terms.ts';
import type { SearchEntry } from './types.ts';

/** A page that answers a query. */
export interface Ranked {
  page: number;
  score: number;
  /** For each section by number, how much of the query it answers. */
  sections: Map<number, number>;
}

/** What a term tells pages apart by: its inverse document frequency over all its likely forms. */
export function weightOf({ forms }: QueryTerm, pages: number): number {
  const found = new Set<number>();
  for (const { likeness, postings } of forms) if (likeness >= 0.5) for (const page of postings.pages) found.add(page);
  return Math.log(1 + (pages - found.size + 0.5) / (found.size + 0.5));
}

/**
 * Ranks pages by the terms they have (BM25F: Robertson, Zaragoza 2009), the best first. A page is credited with the best
 * form of each term.
 * @param isWanted whether a page passes the reader's filters
 */
export function rankPages(terms: QueryTerm[], weights: number[], isWanted: (page: number) => boolean): Ranked[] {
  const ranked = new Map<number, Ranked>();
  terms.forEach(({ forms }, index) => {
    const weight = weights[index]!;
    const best = new Map<number, { score: number; section: number }>();
    for (const { likeness, postings } of forms) {
      postings.pages.forEach((page, at) => {
        const score = likeness * weight * (postings.impacts[at]! / 255);
        if (score > (best.get(page)?.score ?? 0) && isWanted(page)) best.set(page, { score, section: postings.sections[at]! });
      });
    }
    for (const [page, { score, section }] of best) {
      let entry = ranked.get(page);
      if (!entry) ranked.set(page, (entry = { page, score: 0, sections: new Map() }));
      entry.score += score;
      entry.sections.set(section, (entry.sections.get(section) ?? 0) + score);
    }
  });
  return [...ranked.values()].sort((a, b) => b.score - a.score || a.page - b.page);
}

/** What a title and headings that read like the query add, as a share of the best page's score. */
const titleShare = 0.5;

/** Ranks the first pages again by how well title and headings answer the words together, which the single terms do not tell. */
export function rankByTitles(ranked: Ranked[], entries: SearchEntry[], words: string[]): Ranked[] {
  const best = ranked[0]?.score ?? 0;
  const titles = entries.map(({ title, headings }) => ({ title, headings: headings.map(({ text }) => text).filter((text) => text !== '') }));
  const fuse = new Fuse(titles, { keys: [{ name: 'title', weight: 3 }, { name: 'headings', weight: 1 }], useTokenSearch: true, includeScore: true, threshold: 0.3 });
  const scores = ranked.map(({ score }) => score);
  for (const { refIndex, score = 1 } of fuse.search(words.join(' '))) scores[refIndex]! += titleShare * best * (1 - score);
  return ranked.map((page, index) => ({ ...page, score: scores[index]! })).sort((a, b) => b.score - a.score || a.page - b.page);
}
