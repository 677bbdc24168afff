import { ResourceTemplate } from '@modelcontextprotocol/server';
import { oneLine } from '../reporters/text.ts';
import type { Offer } from './answer.ts';
import { pageAt } from './page-at.ts';

const scheme = 'waymark:///';

/** The pages as resources: `waymark:///guides/https.md`. */
export const pages: Offer = (server, tree) => {
  const list = async () => {
    await tree.refresh();
    return {
      resources: tree.site.pages.map(({ path, facts: { title, description } }) => ({
        uri: scheme + path.split('/').map(encodeURIComponent).join('/'),
        name: oneLine(path),
        title: oneLine(title),
        ...(description === '' ? {} : { description: oneLine(description) }),
        mimeType: 'text/markdown',
      })),
    };
  };
  const complete = (typed: string) => tree.site.pages.map(({ path }) => path).filter((path) => path.startsWith(typed));
  server.registerResource('page', new ResourceTemplate(`${scheme}{+path}`, { list, complete: { path: complete } }), { title: 'Pages of the documentation', mimeType: 'text/markdown' }, async (uri) => {
    await tree.refresh();
    const { source } = pageAt(tree.site, decodeURIComponent(uri.pathname.slice(1)));
    return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: source }] };
  });
};
