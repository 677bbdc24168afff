import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { readDataFile } from '../content/data-file.ts';
import { UsageError } from '../content/errors.ts';
import type { Page } from '../content/types.ts';
import type { Config } from '../engine/config.ts';
import { openSite, portalPages } from '../engine/run.ts';
import type { KnownQuery, SearchQuality } from '../search/check.ts';
import type { Search } from '../search/query.ts';
import type { SearchAnswer, Span } from '../search/types.ts';
import type { Site } from '../site/types.ts';
import { withPackages } from './peers.ts';
import { configOption, progress, scope, type TreeFlags } from './tree.ts';

interface SearchFlags extends TreeFlags {
  root: string;
  format: 'text' | 'json';
  check: boolean;
}

const queriesSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Below these figures the check fails. */
  bar: z.strictObject({ mrr: z.number().min(0).max(1).optional(), success1: z.number().min(0).max(1).optional() }),
  queries: z.array(z.strictObject({ query: z.string().min(1), pages: z.array(z.string()).min(1) })).min(1),
});

export function searchCommand(): Command {
  return new Command('search')
    .description('search the documentation as the portal does, or check that known queries find their pages')
    .argument('[query...]', 'what a reader types', [])
    .option('--root <folder>', 'folder of the documentation', '.')
    .addOption(configOption())
    .addOption(new Option('--format <name>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--check', 'ask every query of queries.yaml, and exit with 1 where the search answers worse than its bar', false)
    .exitOverride()
    .action(runSearch);
}

async function runSearch(words: string[], { root, config: file, format, check }: SearchFlags): Promise<void> {
  if (words.length > 0 === check) throw new UsageError('Give a query to search for, or --check to ask the queries of queries.yaml.');
  const { site, config } = await openSite({ ...scope([root], file), ...progress() });
  const search = await searchOf(portalPages(site, root, config), config);
  if (check) {
    const { bar, queries } = readQueries(config, site);
    const { measureSearch } = await import('../search/check.ts');
    const quality = await measureSearch(search, queries);
    process.stdout.write(format === 'json' ? toJson(quality) : describe(quality));
    const missed = (['mrr', 'success1'] as const).filter((figure) => quality[figure] < (bar[figure] ?? 0));
    for (const figure of missed) process.stderr.write(`${figure} is ${quality[figure].toFixed(2)}, below the bar of ${bar[figure]!.toFixed(2)}.\n`);
    if (missed.length > 0) process.exitCode = 1;
    return;
  }
  const answer = await search(words.join(' '));
  process.stdout.write(format === 'json' ? toJson(answer) : formatAnswer(answer));
  if (answer.results.length === 0) process.exitCode = 1;
}

/** The portal's search over pages; results lead to their paths. */
export async function searchOf(pages: Page[], config: Config): Promise<Search> {
  return withPackages('search', ['fuse.js', '@orama/stemmers'], async () => {
    const [{ indexPages }, { openBuilt }, { createSearch }] = await Promise.all([
      import('../search/site-index.ts'),
      import('../search/files.ts'),
      import('../search/query.ts'),
    ]);
    return createSearch(openBuilt(await indexPages(pages, (page) => page.path, config.search?.synonyms)));
  });
}

function readQueries(config: Config, site: Site): { bar: SearchBar; queries: KnownQuery[] } {
  const file = path.resolve(config.folder, config.search?.queries ?? 'queries.yaml');
  if (!existsSync(file)) throw new UsageError(`There is no ${path.relative('', file)}. Write queries and the pages that answer them into it; content/reference/cli.md shows how.`);
  const { value, errorAt } = readDataFile(file, queriesSchema, 'the file of queries');
  const paths = new Set(site.pages.map((page) => page.path));
  value.queries.forEach(({ pages }, index) => {
    pages.forEach((page, at) => {
      if (!paths.has(page)) throw errorAt(['queries', index, 'pages', at], `there is no page “${page}” in the tree.`);
    });
  });
  return value;
}

type SearchBar = z.infer<typeof queriesSchema>['bar'];

function describe({ mrr, success1, ranks }: SearchQuality): string {
  const lines = ranks.filter(({ rank }) => rank !== 1).map(({ query, rank, first }) => `${rank === null ? 'not found' : `rank ${rank}`.padEnd(9)}  “${query.query}” leads first to ${first ?? 'nothing'}, and should to ${query.pages.join(' or ')}`);
  const found = ranks.length - lines.length;
  return `${lines.map((line) => `${line}\n`).join('')}${found} of ${ranks.length} queries lead to the right page first; mean reciprocal rank ${mrr.toFixed(2)}, success at first ${success1.toFixed(2)}.\n`;
}

function formatAnswer({ results, corrections }: SearchAnswer): string {
  const notes = corrections.map(({ typed, used }) => `No page has “${typed}”; searching for “${used}” instead.`);
  if (results.length === 0) return [...notes, 'Nothing found. Try another word for it, or fewer words.', ''].join('\n');
  const pages = results.flatMap(({ address, title, description, headings }) => [
    `${textOf(title)}  ${address}`,
    ...(description.length > 0 ? [`  ${textOf(description)}`] : []),
    ...headings.map((heading) => `  › ${textOf(heading.text)}  ${heading.address}`),
  ]);
  return [...notes, ...pages, ''].join('\n');
}

function textOf(spans: Span[]): string {
  return spans.map(({ text }) => text).join('');
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
