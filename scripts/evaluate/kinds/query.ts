import { measureSearch, type SearchQuality } from '../../../src/search/check.ts';
import { openBuilt } from '../../../src/search/files.ts';
import { createSearch, type Search } from '../../../src/search/query.ts';
import { indexPages } from '../../../src/search/site-index.ts';
import { labelsOf, type ToldLabel } from '../labels.ts';
import type { KindReport, Row } from '../score.ts';
import type { Measure } from './types.ts';

/** Search queries: at which rank the first page stands that answers them, as typed well and with one slip. */
export const query: Measure = async ({ labels, run }) => {
  const queries = labelsOf('query', labels);
  if (queries.length === 0) return null;
  const { site } = await run();
  return scoreQueries(queries, await createSearch(openBuilt(await indexPages(site.pages, (page) => page.path))));
};

/** Asks every query; addresses of the search are paths of pages. Unsure queries are left out of the figures. */
export async function scoreQueries(queries: ToldLabel<'query'>[], search: Search): Promise<KindReport> {
  const withSlip = queries.flatMap(({ typo, ...each }) => (typo === undefined ? [] : [{ ...each, query: typo }]));
  const typed = await figures(queries, search);
  const slipped = await figures(withSlip, search);
  return {
    ...(typed ? { mrr: typed.mrr, success1: typed.success1 } : {}),
    ...(slipped ? { mrrTypo: slipped.mrr, success1Typo: slipped.success1 } : {}),
    rows: [...(await rowsOf(queries, search)), ...(await rowsOf(withSlip, search))],
  };
}

async function figures(queries: ToldLabel<'query'>[], search: Search): Promise<SearchQuality | null> {
  const sure = queries.filter(({ unsure }) => !unsure);
  return sure.length === 0 ? null : measureSearch(search, sure);
}

async function rowsOf(queries: ToldLabel<'query'>[], search: Search): Promise<Row[]> {
  const { ranks } = await measureSearch(search, queries);
  return ranks.map(({ rank, first }, index) => {
    const { told, query: words, pages, unsure } = queries[index]!;
    const outcome = first === null ? 'missed' : rank === 1 ? 'right' : 'wrong';
    return { ...told, subject: words, expected: pages.join(' or '), got: first, certainty: null, outcome, unsure };
  });
}
