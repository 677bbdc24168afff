import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** A page, or another file, that the portal makes itself where the tree has none. */
export interface OwnPage {
  /** In the default locale, without base; `[…]` stands for what the page itself tells. */
  route: string;
  /** Whether it is there in each locale. */
  localized: boolean;
  /** File in `routes/`. */
  entrypoint: string;
}

/** What there is to show on pages of their own. */
export interface Showable {
  flows: boolean;
  tasks: boolean;
  channels: boolean;
  /** Limits or prices. */
  plans: boolean;
  changes: boolean;
  /** Whether the whole address of the site is known: a feed names its entries by it. */
  site: boolean;
  /** Whether Starlight would make a page for missing addresses. */
  lost: boolean;
}

/** The pages that the portal makes, by what there is to show. */
export function pagesOf({ flows, tasks, channels, plans, changes, site, lost }: Showable): OwnPage[] {
  const page = (isShown: boolean, route: string, entrypoint: string, localized = true): OwnPage[] => (isShown ? [{ route, localized, entrypoint }] : []);
  return [
    ...page(true, '/search', 'Search.astro'),
    ...page(flows, '/fix', 'Fix.astro'),
    ...page(flows, '/fix/[...node]', 'FixNode.astro'),
    ...page(channels, '/contact', 'Contact.astro'),
    // Without channels and flows nothing leads there.
    ...page(tasks && (channels || flows), '/contact/[task]', 'ContactTask.astro'),
    ...page(plans, '/plans', 'Plans.astro'),
    ...page(changes, '/changes', 'Changes.astro'),
    ...page(changes && site, '/changes.xml', 'changes.xml.ts', false),
    ...page(lost, '/404', '404.astro', false),
  ];
}

/** Adds the pages that the portal makes itself. */
export function ownPages(pages: readonly OwnPage[]): AstroIntegration {
  return {
    name: 'waymark-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const { route, localized, entrypoint } of pages) {
          injectRoute({
            pattern: localized ? `/[...locale]${route}` : route,
            entrypoint: fileURLToPath(new URL(`../../src/portal/routes/${entrypoint}`, import.meta.url)),
            prerender: true,
          });
        }
      },
    },
  };
}
