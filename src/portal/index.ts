import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { interfaceData } from './interface-data.ts';
import { interfacePages } from './interface-pages.ts';
import { lintContent, refuseFindings } from './lint.ts';
import { waymarkIntegration } from './integration.ts';
import { languagesOf, siteLocales } from './locales.ts';
import { productViews } from './product-view.ts';
import { redirectsOf } from './redirects.ts';
import { sidebarOf } from './sidebar.ts';
import { texts } from './texts.ts';

export interface WaymarkOptions {
  /**
   * Folder of the pages, relative to the project's root, where they do not stand in Starlight's own (`src/content/docs`).
   * The `docs` collection must load the same folder.
   */
  content?: string;
}

/**
 * Waymark for a Starlight site: its search in place of Pagefind, redirects from the addresses that pages had before, and
 * the linter at every build and in development. Findings are printed and do not fail the build; that is the
 * work of `waymark lint`.
 * @throws UsageError for a configuration or a tree that cannot be linted at all, and for redirects that contradict each other
 */
export default function waymark({ content }: WaymarkOptions = {}): StarlightPlugin {
  return {
    name: 'waymark',
    hooks: {
      'i18n:setup'({ injectTranslations }) {
        injectTranslations(texts);
      },
      async 'config:setup'({ config, updateConfig, addIntegration, astroConfig, command, logger }) {
        if (config.components?.Search) {
          logger.warn('This site has a Search component of its own, which stays. Remove it to use Waymark’s search.');
        } else {
          updateConfig({ pagefind: false, components: { ...config.components, Search: sourceFile('components/Search.astro') } });
        }
        const folder = fileURLToPath(
          content === undefined ? new URL('content/docs/', astroConfig.srcDir) : new URL(`${content}/`, astroConfig.root),
        );
        if (content !== undefined) {
          const processedDirs = [...(config.markdown?.processedDirs ?? []), folder];
          // Without this, Starlight leaves headings without anchors and asides as they are written.
          updateConfig({ markdown: { ...config.markdown, processedDirs } });
        }
        if (command !== 'build' && command !== 'dev') return;

        const run = await lintContent(folder, astroConfig.base);
        if (command === 'build') refuseFindings(run);
        const locales = siteLocales(config);
        // Names with a leading underscore are parts of pages (snippets), and no loader takes them.
        const pages = run.site.pages.filter(({ path }) => !/(?:^|\/)_/.test(path));
        const published = pages.filter((page) => command === 'dev' || page.facts.frontmatter['draft'] !== true);
        if (content !== undefined && !config.sidebar) {
          updateConfig({ sidebar: sidebarOf(published, locales) });
        }
        const redirects = redirectsOf(published, locales, astroConfig);
        const registered = run.site.registered.map((entry) => ({ ...entry, pages: entry.pages.filter((page) => published.includes(page)) }));
        const views = productViews({ ...run.site, registered }, languagesOf(config), locales, astroConfig);
        const today = new Date().toISOString().slice(0, 10);
        addIntegration(interfacePages(interfaceData(run.site.product.interface, today, command === 'build' && run.config.failOn !== undefined)));
        addIntegration(waymarkIntegration(folder, run, redirects, views, locales, astroConfig, command));
      },
    },
  };
}

/** Path of a file that Vite compiles: the package ships these as sources, beside the compiled plugin. */
function sourceFile(name: string): string {
  return fileURLToPath(new URL(`../../src/portal/${name}`, import.meta.url));
}
