import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { readFlows } from '../product/flows.ts';
import { routeOfPage } from './addresses.ts';
import { changesIn } from './changes.ts';
import { flowsModule, flowViews } from './flow-views.ts';
import { waymarkIntegration } from './integration.ts';
import { interfaceData, interfaceModule } from './interface-data.ts';
import { lintContent, refuseFindings } from './lint.ts';
import { languagesOf, routeInLocale, siteLocales } from './locales.ts';
import { ownPages, pagesOf } from './own-pages.ts';
import { planTable } from './plan-table.ts';
import { portalData, portalModule } from './portal-data.ts';
import { productModule, productViews } from './product-view.ts';
import { redirectsOf } from './redirects.ts';
import { sidebarOf } from './sidebar.ts';
import { texts } from './texts.ts';

export interface WaymarkOptions {
  /**
   * Folder of the pages, relative to the project's root, where they do not stand in Starlight's own (`src/content/docs`).
   * The `docs` collection must load the same folder.
   */
  content?: string;
  /**
   * Where the service (`waymark serve`) takes what readers send: what stands before `/api/feedback`, so `/` where it
   * serves the portal too. Without it nothing is sent anywhere.
   */
  endpoint?: string;
  /**
   * Where the state of the service is told: an address or a file of the site that answers `{ "text", "state" }`, or what
   * Statuspage and its like have at `/api/v2/status.json`.
   */
  status?: string;
  /** Whether readers are asked how satisfied they are, 1 to 5, after they have said whether it was solved. */
  satisfaction?: boolean;
  /** Share of readers who are asked whether they would recommend the product: 0 (the default) to 1. Nobody twice in 90 days. */
  recommend?: number;
}

/**
 * Waymark for a Starlight site: its search in place of Pagefind, the pages by which readers help themselves (troubleshooter,
 * plans, changes, contact), redirects from the addresses that pages had before, pages as Markdown, and the linter at every
 * build and in development. Findings are printed and do not fail the build; that is the
 * work of `waymark lint`.
 * @throws UsageError for a configuration or a tree that cannot be linted at all, and for redirects that contradict each other
 */
export default function waymark({ content, endpoint, status, satisfaction = false, recommend = 0 }: WaymarkOptions = {}): StarlightPlugin {
  return {
    name: 'waymark',
    hooks: {
      'i18n:setup'({ injectTranslations }) {
        injectTranslations(texts);
      },
      async 'config:setup'({ config, updateConfig, addIntegration, addRouteMiddleware, astroConfig, command, logger }) {
        const components = { ...config.components };
        for (const [slot, file] of Object.entries(ownComponents)) {
          if (slot in components) {
            if (slot === 'Search') logger.warn('This site has a Search component of its own, which stays. Remove it to use Waymark’s search.');
          } else {
            components[slot as keyof typeof ownComponents] = sourceFile(file);
            if (slot === 'Search') updateConfig({ pagefind: false });
          }
        }
        updateConfig({ components });
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
        const { site } = run;
        const locales = siteLocales(config);
        const languages = languagesOf(config);
        // Names with a leading underscore are parts of pages (snippets), and no loader takes them.
        const pages = site.pages.filter(({ path }) => !/(?:^|\/)_/.test(path));
        const published = pages.filter((page) => command === 'dev' || page.facts.frontmatter['draft'] !== true);
        const ownsSidebar = content !== undefined && !config.sidebar;
        if (ownsSidebar) updateConfig({ sidebar: sidebarOf(published, locales) });

        const today = new Date().toISOString().slice(0, 10);
        const ui = interfaceData(site.product.interface, today, command === 'build' && run.config.failOn !== undefined);
        const registered = site.registered.map((entry) => ({ ...entry, pages: entry.pages.filter((page) => published.includes(page)) }));
        const views = productViews({ ...site, registered }, languages, locales, astroConfig);
        const around = { pages: published, tasks: registered.map(({ task }) => task.id), languages, locales, format: astroConfig };
        const flows = flowViews(readFlows(folder), around);
        const [view] = Object.values(views);
        const routes = new Set(published.map(routeOfPage));
        const hasLost = config.disable404Route !== true;
        const own = pagesOf({
          flows: Object.values(flows)[0]!.length > 0,
          tasks: registered.length > 0,
          channels: view!.channels.length > 0,
          plans: planTable(view!.facts).rows.length > 0,
          changes: changesIn(ui, view!, '').length > 0,
          site: astroConfig.site !== undefined,
          lost: hasLost,
        }).filter(({ route }) => !routes.has(routeInLocale(route, '', locales.fallback)));
        if (own.some(({ route }) => route === '/404')) updateConfig({ disable404Route: true });
        const made = new Set(own.map(({ route }) => route));
        const choices = { endpoint: endpoint?.replace(/\/$/, '') ?? null, status: status ?? null, satisfaction, recommend };
        const fromRoot = path.relative(fileURLToPath(astroConfig.root), folder).replaceAll(path.sep, '/');
        const modules = {
          [portalModule]: portalData({ ...around, owners: site.owners, folder: fromRoot, made, ownsSidebar }, choices),
          [productModule]: views,
          [interfaceModule]: ui,
          [flowsModule]: flows,
        };
        const shape = { title: titleOf(config.title), description: config.description ?? '', folder, languages, locales, format: astroConfig, views };
        addRouteMiddleware({ entrypoint: sourceFile('route-middleware.ts') });
        addIntegration(ownPages(own));
        addIntegration(waymarkIntegration(run, redirectsOf(published, locales, astroConfig), modules, shape, command));
      },
    },
  };
}

/** Components of Starlight that the portal has better ones for; those of the site itself stay. */
const ownComponents = { Search: 'components/Search.astro', PageTitle: 'components/Title.astro', Footer: 'components/Footer.astro' } as const;

function titleOf(title: string | Record<string, string>): string {
  return typeof title === 'string' ? title : (Object.values(title)[0] ?? '');
}

/** Path of a file that Vite compiles: the package ships these as sources, beside the compiled plugin. */
function sourceFile(name: string): string {
  return fileURLToPath(new URL(`../../src/portal/${name}`, import.meta.url));
}
