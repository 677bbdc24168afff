import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import portal from 'virtual:waymark/portal';

type Entry = StarlightRouteData['sidebar'][number];

/**
 * What each page shows of the whole site: the sidebar of its own area, with one link to each other area (a thousand links
 * on a thousand pages are most of what a site sends) and one to the troubleshooter, and the address of its Markdown.
 */
export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  const route = locals.starlightRoute;
  if (portal.ownsSidebar) {
    route.sidebar = route.sidebar.map((entry) => (entry.type === 'link' || hasCurrent(entry) ? entry : areaLink(entry)));
    const { troubleshooter = '' } = portal.addresses[route.locale ?? ''] ?? {};
    const isListed = route.sidebar.some((entry) => firstHref(entry) === troubleshooter);
    if (troubleshooter !== '' && !isListed) route.sidebar.push(linkTo(troubleshooter, locals.t('waymark.fix.title'), url.pathname === troubleshooter));
  }
  if (portal.pages[route.entry.filePath ?? '']) {
    const href = `${url.pathname.replace(/\/(?:index\.html)?$|\.html$/, '') || '/index'}.md`;
    route.head.push({ tag: 'link', attrs: { rel: 'alternate', type: 'text/markdown', href }, content: '' });
  }
});

function hasCurrent(entry: Entry): boolean {
  return entry.type === 'link' ? entry.isCurrent : entry.entries.some(hasCurrent);
}

function areaLink(entry: Entry): Entry {
  const href = firstHref(entry);
  return href === undefined ? entry : { ...linkTo(href, entry.label, false), badge: entry.badge };
}

function linkTo(href: string, label: string, isCurrent: boolean): Extract<Entry, { type: 'link' }> {
  return { type: 'link', label, href, isCurrent, badge: undefined, attrs: {} };
}

function firstHref(entry: Entry): string | undefined {
  return entry.type === 'link' ? entry.href : entry.entries.map(firstHref).find((href) => href !== undefined);
}
