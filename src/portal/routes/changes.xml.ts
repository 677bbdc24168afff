import type { APIRoute } from 'astro';
import data from 'virtual:waymark/interface';
import portal from 'virtual:waymark/portal';
import views from 'virtual:waymark/product';
import { changesIn, changeText, type Change } from '../changes.ts';
import { texts } from '../texts.ts';

/** What changed of the interface, limits and prices as a feed (RFC 4287, Atom), one entry a change, in the first language. */
export const GET: APIRoute = ({ site }) => {
  const { folder, lang } = portal.locales[0]!;
  const page = new URL(portal.addresses[folder]!.changes, site).href;
  const changes = changesIn(data, views[lang]!, lang);
  const updated = changes[0] === undefined ? '' : `<updated>${changes[0].date}T00:00:00Z</updated>`;
  const entries = changes.map((change) => entryOf(change, page)).join('');
  const feed = `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>${page}</id><title>What changed</title><link href="${page}"/>${updated}<author><name>${new URL(page).host}</name></author>${entries}</feed>\n`;
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};

function entryOf(change: Change, page: string): string {
  const { date, what } = change;
  const title = changeText(change, (key, values) => texts.en[key].replace(/\{\{(\w+)\}\}/g, (_, name: keyof typeof values) => values[name] ?? ''));
  const id = `${page}#${date}-${encodeURIComponent(what)}`;
  return `<entry><id>${escapeXml(id)}</id><title>${escapeXml(title)}</title><link href="${page}#on-${date}"/><updated>${date}T00:00:00Z</updated></entry>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
