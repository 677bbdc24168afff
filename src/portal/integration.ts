import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import { routeOfBuiltPage } from './addresses.ts';
import { showFacts } from './facts.ts';
import { lintContent, printRun, type ContentRun } from './lint.ts';
import type { SiteLocales } from './locales.ts';
import { productModule, type ProductView } from './product-view.ts';
import { searchFiles, searchFolder } from './search-files.ts';

// Editors write a file in several steps; one save is one run.
const SETTLE_MS = 200;

/**
 * The part of the plugin that works while Astro builds or serves: redirects, search indexes and findings, all from one
 * run of the linter.
 * @param folder absolute path of the content
 * @param first the run that the plugin's set-up made
 * @param redirects to new addresses from old ones, by route
 * @param views what components show of the product, by language
 */
export function waymarkIntegration(
  folder: string,
  first: ContentRun,
  redirects: Record<string, string>,
  views: Record<string, ProductView>,
  locales: SiteLocales,
  astroConfig: AstroConfig,
  command: 'build' | 'dev',
): AstroIntegration {
  return {
    name: 'waymark',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, logger }) => {
        const processor = config.markdown.processor as { name: string; options: { mdastPlugins?: unknown[] } };
        if (processor.options.mdastPlugins) processor.options.mdastPlugins.push(showFacts(folder, first.site.product.facts, locales));
        else logger.warn(`Facts and snippets are shown on pages that Sätteri renders; this site uses “${processor.name}”.`);
        // Workers as modules: only then is a part of the search, such as a stemmer, a file that is loaded when it is needed.
        updateConfig({ redirects, vite: { worker: { format: 'es' }, plugins: [moduleOf(views)] } });
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const built = new Set(pages.map((page) => routeOfBuiltPage(page.pathname)));
        // A site rendered on demand has no built pages to go by.
        const isPublished = (route: string) => built.size === 0 || built.has(route);
        const files = await searchFiles(first.site.pages, locales, astroConfig, isPublished, first.config.search?.synonyms);
        const folder = path.join(fileURLToPath(dir), searchFolder);
        mkdirSync(folder, { recursive: true });
        for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
        const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
        logger.info(`${searchFolder}: ${files.size} files, ${Math.ceil(size / 1000)} kB`);
        printRun(first);
      },
      'astro:server:setup': ({ server, logger }) => {
        // A build has a server too, for a moment, to read the content with.
        if (command === 'build') return;
        serveSearch(server, folder, first, locales, astroConfig, logger);
        printRun(first);
      },
    },
  };
}

/** The module by which components read what they show. */
function moduleOf(views: Record<string, ProductView>): { name: string; resolveId: (id: string) => string | undefined; load: (id: string) => string | undefined } {
  const resolved = `\0${productModule}`;
  return {
    name: 'waymark-product',
    resolveId: (id) => (id === productModule ? resolved : undefined),
    load: (id) => (id === resolved ? `export default ${JSON.stringify(views)};` : undefined),
  };
}

/** In development: search indexes from memory, and a new run after every change of a page. */
function serveSearch(
  server: HookParameters<'astro:server:setup'>['server'],
  folder: string,
  first: ContentRun,
  locales: SiteLocales,
  astroConfig: AstroConfig,
  logger: AstroIntegrationLogger,
): void {
  let run = first;
  let files = searchFiles(run.site.pages, locales, astroConfig, () => true, run.config.search?.synonyms);
  let timer: NodeJS.Timeout | undefined;

  const lintAgain = async () => {
    try {
      run = await lintContent(folder, astroConfig.base);
      files = searchFiles(run.site.pages, locales, astroConfig, () => true, run.config.search?.synonyms);
      printRun(run);
    } catch (error) {
      // The next save may mend it; until then the last run stands.
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  server.watcher.on('all', (_event, file) => {
    if (!/\.mdx?$/.test(file) || path.relative(folder, file).startsWith('..')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void lintAgain(), SETTLE_MS);
  });

  const prefix = `${astroConfig.base.replace(/\/$/, '')}/${searchFolder}`;
  server.middlewares.use((request, response, next) => {
    const address = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
    if (!address.startsWith(prefix)) return next();
    files.then((known) => {
      const bytes = known.get(address.slice(prefix.length));
      if (!bytes) return next();
      response.setHeader('content-type', 'application/octet-stream');
      response.end(bytes);
    }, next);
  });
}
