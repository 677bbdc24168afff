import { posix } from 'node:path';
import type { Page, Range } from '../../content/types.ts';
import { escapeRegExp } from '../../text/escape.ts';
import { addressKey } from '../addresses.ts';
import { siteAddress, type LinkGraph, type ResolvedLink } from '../links.ts';

/** A link that has to lead to another page. */
export interface Relink {
  from: Page;
  /** Target as written. */
  written: string;
  /** Where the target is written in the source; null where it is not found there, as in a component's expression. */
  range: Range | null;
  /** What to write in its place; null where that is not known. */
  target: string | null;
}

/**
 * How a link is written that leads to `to` in place of the page that it leads to now: in the same way, relative, from
 * the site's top, with or without the file's ending.
 * @param anchorIn the anchor on the new page for one on the old page
 */
export function relink(links: LinkGraph, link: ResolvedLink, to: Page, anchorIn: (anchor: string) => string): Relink {
  const written = link.link.target;
  const range = rangeOfTarget(link);
  const none = { from: link.from, written, range, target: null };
  if (link.target.kind !== 'page' || link.parsed.kind !== 'internal') return none;
  const [, address = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(written) ?? [];
  const path = link.parsed.base === 'relative' ? relativeTo(link.from, link.target.page, to, address) : fromTop(links, link.target.page, to, address);
  if (path === null) return none;
  const anchor = fragment === '' ? '' : anchorIn(fragment.slice(1));
  return { ...none, target: path + query + (anchor === '' ? '' : `#${anchor}`) };
}

/** Where a link's target is written: in the link itself, or in the definition that it refers to. */
export function rangeOfTarget({ from: { source }, link: { target, range } }: ResolvedLink): Range | null {
  const inside = source.slice(range.start, range.end).lastIndexOf(target);
  if (target === '') return null;
  if (inside >= 0) return { start: range.start + inside, end: range.start + inside + target.length };
  const definition = new RegExp(`^[ \\t>]*\\[[^\\]\\n]+\\]:[ \\t]*<?(?=${escapeRegExp(target)}(?:[>\\s]|$))`, 'm').exec(source);
  if (!definition) return null;
  const start = definition.index + definition[0].length;
  return { start, end: start + target.length };
}

const ending = /\.(?:mdx?|markdown|html?)$/i;

/** Relative to the folder that the page stands in, or, as a browser reads it, to the page's own address; null for neither. */
function relativeTo(from: Page, old: Page, to: Page, written: string): string | null {
  const folder = [posix.dirname(from.path), addressKey(from.path)].find((base) => addressKey(posix.join(base, written)) === addressKey(old.path));
  if (folder === undefined) return null;
  const relative = inForm(to, posix.relative(folder, to.path), written);
  return /^\.\.?\//.test(written) && !relative.startsWith('.') ? `./${relative}` : relative;
}

/** The address from the site's top; what stands before the tree's own path in the old target stays (`/docs`, `{{root}}`). */
function fromTop(links: LinkGraph, old: Page, to: Page, written: string): string | null {
  const bare = written.replace(/\/$/, '').replace(ending, '').replace(/\/(?:index|readme|_index)$/i, '');
  const segments = addressKey(old.path).split('/');
  for (let skipped = 0; skipped < segments.length; skipped++) {
    const tail = segments.slice(skipped).join('/');
    if (tail === '' || !bare.endsWith(`/${tail}`)) continue;
    const folder = segments.slice(0, skipped).map((segment) => `${segment}/`).join('');
    if (!to.path.startsWith(folder)) break;
    return inForm(to, bare.slice(0, bare.length - tail.length) + to.path.slice(folder.length), written);
  }
  // The page has an address of its own, as a slug gives it: then so may the other.
  return bare === siteAddress(links, old) || bare === old.route ? inForm(to, siteAddress(links, to), written) : null;
}

/** A path with or without ending and slash, as the old target has them. */
function inForm(to: Page, path: string, written: string): string {
  const old = ending.exec(written)?.[0];
  if (old) return /^\.html?$/i.test(old) ? path.replace(ending, old) : path;
  const bare = path.replace(ending, '');
  const isIndex = /^(?:index|readme|_index)$/i.test(posix.basename(bare)) && ending.test(to.path);
  return (isIndex ? posix.dirname(bare) : bare) + (written.endsWith('/') ? '/' : '');
}
