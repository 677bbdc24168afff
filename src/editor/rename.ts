import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { isPagePath } from '../content/discover.ts';
import { withEdits, type Edit } from '../content/edits.ts';
import { UsageError } from '../content/errors.ts';
import type { ReadPage } from '../content/read.ts';
import type { Page, Range } from '../content/types.ts';
import { addFormerly } from '../review/formerly.ts';
import { rebased } from '../review/merge-draft.ts';
import { rangeOfTarget, relink } from '../site/topics/relink.ts';
import type { Site } from '../site/types.ts';
import { thingAt } from './at.ts';
import type { View } from './places.ts';
import { editIn, uriOf } from './text.ts';

/** Edits by page. */
export type PageEdits = Map<Page, Edit[]>;

/** What a rename at a place would rename, and what it is called now; null where nothing there has a name of its own. */
export function renameableAt(site: Site, page: Page, offset: number): { range: Range; placeholder: string } | null {
  const thing = thingAt(site, page, offset);
  if (thing?.kind === 'heading') {
    const range = textRange(page, thing.heading);
    return range && { range, placeholder: page.source.slice(range.start, range.end) };
  }
  return thing?.kind === 'page' ? { range: thing.range, placeholder: page.path } : null;
}

/**
 * Renames what stands at a place: a heading with the links to it, or a page with its links and a redirect.
 * @param read a text as the page that it would be
 * @throws UsageError where the name will not do
 */
export function renameAt({ root, site }: View, page: Page, offset: number, name: string, read: (file: string, source: string) => ReadPage): WorkspaceEdit | null {
  const thing = thingAt(site, page, offset);
  if (thing?.kind === 'heading') return workspaceEdit(root, renameHeading(site, page, thing.index, name, read));
  if (thing?.kind !== 'page') return null;
  const to = name.replace(/^\.\//, '');
  if (!isPagePath(to) || to.startsWith('/') || to.split('/').includes('..')) throw new UsageError(`“${name}” is no path of a page: it lies in the tree, and its name ends in .md or .mdx.`);
  if (site.byPath.has(to)) throw new UsageError(`There is a page ${to} already.`);
  const { documentChanges = [] } = workspaceEdit(root, movePage(site, page, to));
  return { documentChanges: [...documentChanges, { kind: 'rename', oldUri: uriOf(root, page.path), newUri: uriOf(root, to) }] };
}

/** The text of a heading in the source: without its marks, and without the id that it may bring. */
function textRange({ source }: Page, { range }: { range: Range }): Range | null {
  const [first = ''] = source.slice(range.start, range.end).split('\n');
  const match = /^(\s*#{1,6}[ \t]+|)(.*?)(?:[ \t]*\{#[^}]*\}|[ \t]*\{\/\*[^]*?\*\/\}|[ \t]+#+)?[ \t]*\r?$/.exec(first);
  if (!match || match[2] === '') return null;
  const start = range.start + match[1]!.length;
  return { start, end: start + match[2]!.length };
}

function renameHeading(site: Site, page: Page, index: number, name: string, read: (file: string, source: string) => ReadPage): PageEdits {
  const range = textRange(page, page.facts.headings[index]!);
  if (!range || /[\r\n]/.test(name) || name.trim() === '') throw new UsageError('A heading is one line of text.');
  const edit: Edit = { range, text: name.trim() };
  const { headings } = read(page.path, withEdits(page.source, [edit])).facts;
  if (headings.length !== page.facts.headings.length) throw new UsageError(`With “${name}” this would be no heading any more.`);
  // Ids of like headings are counted: a rename may move those of others.
  const slugs = new Map(page.facts.headings.map(({ slug }, at) => [slug, headings[at]!.slug]));
  const edits: PageEdits = new Map([[page, [edit]]]);
  for (const link of [...(site.links.in.get(page) ?? []), ...(site.links.out.get(page) ?? [])]) {
    const { target } = link;
    if (target.kind !== 'page' || target.page !== page || target.anchor === '') continue;
    const slug = slugs.get(target.anchor);
    if (slug === undefined || slug === target.anchor) continue;
    add(edits, link.from, rangeOfTarget(link), link.link.target.replace(/#.*$/s, `#${slug}`));
  }
  return edits;
}

/** What else a page brings along when its file gets another path: links to it, its own relative links, a redirect. */
export function movePage(site: Site, page: Page, to: string): PageEdits {
  const moved = movedTo(page, to);
  const edits: PageEdits = new Map();
  for (const link of site.links.in.get(page) ?? []) {
    const { range, target } = relink(site.links, link, moved, (anchor) => anchor);
    add(edits, link.from, range, target);
  }
  const own = (site.links.out.get(page) ?? []).filter(({ target }) => target.kind !== 'page' || target.page !== page).flatMap((link) => rebased(link, moved));
  const address = page.facts.frontmatter.slug === undefined ? addFormerly(page, [page.route]) : null;
  const all = [...own, ...(address ? [address] : [])];
  if (all.length > 0) edits.set(page, withoutRepetitions([...(edits.get(page) ?? []), ...all]));
  return edits;
}

/** The page under another path; the part of its route that the path makes changes with it. */
function movedTo(page: Page, to: string): Page {
  const bare = (file: string) => file.replace(/\.\w+$/, '').replace(/(?:^|\/)(?:index|readme)$/i, '');
  const old = bare(page.path);
  const route = old !== '' && page.route.endsWith(`/${old}`) ? page.route.slice(0, page.route.length - old.length) + bare(to) : `/${bare(to)}`;
  return { ...page, path: to, route };
}

function add(edits: PageEdits, from: Page, range: Range | null, text: string | null): void {
  if (range === null || text === null || from.source.slice(range.start, range.end) === text) return;
  edits.set(from, withoutRepetitions([...(edits.get(from) ?? []), { range, text }]));
}

/** A definition at the foot of a page serves several links. */
function withoutRepetitions(edits: Edit[]): Edit[] {
  return edits.filter(({ range }, index) => edits.findIndex((other) => other.range.start === range.start && other.range.end === range.end) === index);
}

/** Edits of pages as the protocol writes them. */
export function workspaceEdit(root: string, edits: PageEdits): WorkspaceEdit & Required<Pick<WorkspaceEdit, 'documentChanges'>> {
  return { documentChanges: Array.from(edits, ([page, own]) => ({ textDocument: { uri: uriOf(root, page.path), version: null }, edits: own.map((edit): TextEdit => editIn(page, edit)) })) };
}
