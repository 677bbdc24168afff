import type { APIRoute } from 'astro';
import data from 'virtual:waymark/interface';
import type { InterfaceChange } from '../interface-data.ts';

/** The changes of the interface as a feed (RFC 4287, Atom), one entry a change. */
export const GET: APIRoute = ({ site }) => {
  const page = new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/interface-changes/`, site).href;
  const [language, changes] = Object.entries(data.changes)[0] ?? ['en', []];
  const updated = changes[0] === undefined ? '' : `<updated>${changes[0].date}T00:00:00Z</updated>`;
  const entries = changes.map((change) => entryOf(change, page)).join('');
  const feed = `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language || 'en'}"><id>${page}</id><title>Changes of the interface</title><link href="${page}"/>${updated}<author><name>${new URL(page).host}</name></author>${entries}</feed>\n`;
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};

function entryOf({ date, text, renamedTo, path }: InterfaceChange, page: string): string {
  const title = renamedTo === null ? `“${text}” is gone` : `“${text}” is now “${[...path, renamedTo].join(' › ')}”`;
  const id = `${page}#${date}-${encodeURIComponent(text)}`;
  return `<entry><id>${escapeXml(id)}</id><title>${escapeXml(title)}</title><link href="${page}#on-${date}"/><updated>${date}T00:00:00Z</updated></entry>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
