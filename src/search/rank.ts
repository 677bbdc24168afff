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
  const has = new Uint8Array(pages);
  for (const { likeness, postings } of forms) if (likeness >= 0.5) for (const page of postings.pages) has[page] = 1;
  const found = has.reduce((sum, each) => sum + each, 0);
  return Math.log(1 + (pages - found + 0.5) / (found + 0.5));
}

/**
 * Ranks pages by the terms they have (BM25F: Robertson, Zaragoza 2009), and gives the first of them. A page is credited
 * with the best form of each term. A common word stands on most pages of a site, so the sums are arrays with a place for
 * each page.
 * @param pages number of all pages
 * @param isWanted whether a page passes the reader's filters
 * @param count of pages to give
 */
export function rankPages(terms: QueryTerm[], weights: number[], pages: number, isWanted: (page: number) => boolean, count: number): Ranked[] {
  const scores = new Float64Array(pages);
  const byTerm = terms.map(({ forms }, index) => {
    const best = new Float64Array(pages);
    const sections = new Uint8Array(pages);
    for (const { likeness, postings } of forms) {
      const weight = (likeness * weights[index]!) / 255;
      for (let at = 0; at < postings.pages.length; at++) {
        const page = postings.pages[at]!;
        const score = weight * postings.impacts[at]!;
        if (score <= best[page]!) continue;
        best[page] = score;
        sections[page] = postings.sections[at]!;
      }
    }
    for (let page = 0; page < pages; page++) scores[page]! += best[page]!;
    return { best, sections };
  });
  const found: number[] = [];
  for (let page = 0; page < pages; page++) if (scores[page]! > 0 && isWanted(page)) found.push(page);
  found.sort((a, b) => scores[b]! - scores[a]! || a - b);
  return found.slice(0, count).map((page) => {
    const answers = new Map<number, number>();
    for (const { best, sections } of byTerm) {
      const section = sections[page]!;
      if (best[page]! > 0) answers.set(section, (answers.get(section) ?? 0) + best[page]!);
    }
    return { page, score: scores[page]!, sections: answers };
  });
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
