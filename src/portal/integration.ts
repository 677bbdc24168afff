import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import type { Run } from '../engine/run.ts';
import { routeOfBuiltPage } from './addresses.ts';
import { lintContent, printRun } from './lint.ts';
import type { SiteLocales } from './locales.ts';
import { searchFiles } from './search-files.ts';

// Editors write a file in several steps; one save is one run.
const SETTLE_MS = 200;

/**
 * The part of the plugin that works while Astro builds or serves: redirects, search indexes and findings, all from one
 * run of the linter.
 * @param folder absolute path of the content
 * @param first the run that the plugin's set-up made
 * @param redirects to new addresses from old ones, by route
 */
export function waymarkIntegration(
  folder: string,
  first: Run,
  redirects: Record<string, string>,
  locales: SiteLocales,
  astroConfig: AstroConfig,
  command: 'build' | 'dev',
): AstroIntegration {
  return {
    name: 'waymark',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ redirects });
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        const built = new Set(pages.map((page) => routeOfBuiltPage(page.pathname)));
        // A site rendered on demand has no built pages to go by.
        const isPublished = (route: string) => built.size === 0 || built.has(route);
        const files = searchFiles(first.site.pages, locales, astroConfig, isPublished);
        for (const [name, index] of files) {
          const file = path.join(fileURLToPath(dir), name);
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, JSON.stringify(index));
          logger.info(`${name}: ${index.pages.length} pages to search`);
        }
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

/** In development: search indexes from memory, and a new run after every change of a page. */
function serveSearch(
  server: HookParameters<'astro:server:setup'>['server'],
  folder: string,
  first: Run,
  locales: SiteLocales,
  astroConfig: AstroConfig,
  logger: AstroIntegrationLogger,
): void {
  let run = first;
  let timer: NodeJS.Timeout | undefined;

  const lintAgain = async () => {
    try {
      run = await lintContent(folder, astroConfig.base);
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

  const base = astroConfig.base.replace(/\/$/, '');
  server.middlewares.use((request, response, next) => {
    const address = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
    const name = address.startsWith(`${base}/waymark/`) ? address.slice(base.length + 1) : '';
    const index = name === '' ? undefined : searchFiles(run.site.pages, locales, astroConfig, () => true).get(name);
    if (!index) return next();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(index));
  });
}
