import { buildIndex } from '../../../src/search/build.ts';
import { createSearch, type Search } from '../../../src/search/query.ts';
import { labelsOf, type ToldLabel } from '../labels.ts';
import type { KindReport, Row } from '../score.ts';
import type { Measure } from './types.ts';

/** Rank from which on a page counts as not found. */
const DEPTH = 10;

/** Search queries: at which rank the first page stands that answers them, as typed well and with one slip. */
export const query: Measure = async ({ labels, run }) => {
  const queries = labelsOf('query', labels);
  if (queries.length === 0) return null;
  const { site } = await run();
  return scoreQueries(queries, createSearch(buildIndex(site.pages, (page) => page.path)));
};

/** Asks every query; addresses of the search are paths of pages. Unsure queries are left out of the figures. */
export function scoreQueries(queries: ToldLabel<'query'>[], search: Search): KindReport {
  const sure = queries.filter(({ unsure }) => !unsure);
  const asTyped = sure.map((each) => rankOf(each.query, each.pages, search));
  const withSlip = sure.flatMap((each) => (each.typo === undefined ? [] : [rankOf(each.typo, each.pages, search)]));
  return {
    ...(asTyped.length > 0 ? { mrr: meanReciprocal(asTyped), success1: shareFirst(asTyped) } : {}),
    ...(withSlip.length > 0 ? { mrrTypo: meanReciprocal(withSlip), success1Typo: shareFirst(withSlip) } : {}),
    rows: queries.flatMap((each) => [each.query, ...(each.typo === undefined ? [] : [each.typo])].map((words) => rowOf(each, words, search))),
  };
}

function rowOf({ told, pages, unsure }: ToldLabel<'query'>, words: string, search: Search): Row {
  const first = search(words, 1)[0]?.address ?? null;
  const outcome = first === null ? 'missed' : pages.includes(first) ? 'right' : 'wrong';
  return { ...told, subject: words, expected: pages.join(' or '), got: first, certainty: null, outcome, unsure };
}

/** Rank of the first right page, from 1; infinite where none is found. */
function rankOf(words: string, pages: string[], search: Search): number {
  const found = search(words, DEPTH).findIndex(({ address }) => pages.includes(address));
  return found < 0 ? Infinity : found + 1;
}

function meanReciprocal(ranks: number[]): number {
  return ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}

function shareFirst(ranks: number[]): number {
  return ranks.filter((rank) => rank === 1).length / ranks.length;
}
