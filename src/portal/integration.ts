import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import { routeOfBuiltPage } from './addresses.ts';
import { showFacts } from './facts.ts';
import { lintContent, printRun, type ContentRun } from './lint.ts';
import { modulesOf } from './modules.ts';
import { siteFiles, type SiteShape } from './site-files.ts';

// Editors write a file in several steps; one save is one run.
const SETTLE_MS = 200;

const types: Record<string, string> = { '.json': 'application/json', '.md': 'text/markdown; charset=utf-8', '.txt': 'text/plain; charset=utf-8' };

/**
 * The part of the plugin that works while Astro builds or serves: redirects, files beside the pages and findings, all from
 * one run of the linter.
 * @param first the run that the plugin's set-up made
 * @param redirects to new addresses from old ones, by route
 * @param modules what components read, by the name of the module
 */
export function waymarkIntegration(
  first: ContentRun,
  redirects: Record<string, string>,
  modules: Record<string, unknown>,
  shape: SiteShape,
  command: 'build' | 'dev',
): AstroIntegration {
  const { folder } = shape;
  return {
    name: 'waymark',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, logger }) => {
        const processor = config.markdown.processor as { name: string; options: { mdastPlugins?: unknown[] } };
        if (processor.options.mdastPlugins) processor.options.mdastPlugins.push(showFacts(folder, first.site.product.facts, shape.locales));
        else logger.warn(`Facts and snippets are shown on pages that Sätteri renders; this site uses “${processor.name}”.`);
        // Workers as modules: only then is a part of the search, such as a stemmer, a file that is loaded when it is needed.
        updateConfig({ redirects, vite: { worker: { format: 'es' }, plugins: [modulesOf(modules)] } });
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const built = new Set(pages.map((page) => routeOfBuiltPage(page.pathname)));
        // A site rendered on demand has no built pages to go by.
        const isPublished = (route: string) => built.size === 0 || built.has(route);
        const files = await siteFiles(first, shape, isPublished);
        for (const [name, bytes] of files) {
          const file = path.join(fileURLToPath(dir), name);
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
        const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
        logger.info(`${files.size} files beside the pages, ${Math.ceil(size / 1000)} kB`);
        printRun(first);
      },
      'astro:server:setup': ({ server, logger }) => {
        // A build has a server too, for a moment, to read the content with.
        if (command === 'build') return;
        serveFiles(server, first, shape, logger);
        printRun(first);
      },
    },
  };
}

/** In development: the portal's files from memory, and a new run after every change of a page. */
function serveFiles(
  server: HookParameters<'astro:server:setup'>['server'],
  first: ContentRun,
  shape: SiteShape,
  logger: AstroIntegrationLogger,
): void {
  const { folder } = shape;
  const { base } = shape.format;
  let run = first;
  let files = siteFiles(run, shape, () => true);
  let timer: NodeJS.Timeout | undefined;

  const lintAgain = async () => {
    try {
      run = await lintContent(folder, base);
      files = siteFiles(run, shape, () => true);
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

  const prefix = base.replace(/\/?$/, '/');
  server.middlewares.use((request, response, next) => {
    const address = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
    if (!address.startsWith(prefix)) return next();
    files.then((known) => {
      const name = decodeURI(address.slice(prefix.length));
      const bytes = known.get(name);
      if (!bytes) return next();
      response.setHeader('content-type', types[path.extname(name)] ?? 'application/octet-stream');
      response.end(bytes);
    }, next);
  });
}
