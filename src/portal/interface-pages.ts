import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import type { InterfaceData } from './interface-data.ts';

const moduleId = 'virtual:waymark/interface';

/** Addresses of the page of interface changes and of its feed, relative to the site's base. */
const changesRoute = '/interface-changes';

/** Gives the components what the interface is, and the site a page of its changes where there are any. */
export function interfacePages(data: InterfaceData): AstroIntegration {
  return {
    name: 'waymark-interface',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, injectRoute }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'waymark-interface',
                resolveId: (id: string) => (id === moduleId ? `\0${moduleId}` : undefined),
                load: (id: string) => (id === `\0${moduleId}` ? `export default ${JSON.stringify(data)};` : undefined),
              },
            ],
          },
        });
        if (Object.keys(data.changes).length === 0) return;
        injectRoute({ pattern: changesRoute, entrypoint: entrypoint('InterfaceChanges.astro'), prerender: true });
        // A feed names its entries by whole addresses.
        if (config.site) injectRoute({ pattern: `${changesRoute}.xml`, entrypoint: entrypoint('interface-changes.xml.ts'), prerender: true });
      },
    },
  };
}

function entrypoint(name: string): string {
  return fileURLToPath(new URL(`../../src/portal/routes/${name}`, import.meta.url));
}
