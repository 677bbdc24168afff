import { posix } from 'node:path';
import type { FileChanges } from '../content/change-files.ts';
import { withEdits, type Edit } from '../content/edits.ts';
import type { Page } from '../content/types.ts';
import { addressKey } from '../site/addresses.ts';
import type { LinkGraph, ResolvedLink } from '../site/links.ts';
import type { Merge, MergePlan } from '../site/topics/plan.ts';
import type { AlignedSection } from '../site/topics/sections.ts';
import { addFormerly } from './formerly.ts';

/**
 * The part of a merge that needs no judgement, as changes of files: old addresses and links lead to the page to keep,
 * the other pages go, and what they hold beside it stands in the page to keep between comments, for a writer to decide.
 */
export function draftMerge({ keep: { page: keep }, merges, relinks }: MergePlan, links: LinkGraph): FileChanges {
  const edits = new Map<Page, Edit[]>([[keep, []]]);
  for (const { from, range, target } of relinks) {
    if (range === null || target === null) continue;
    const ofPage = edits.get(from) ?? [];
    edits.set(from, ofPage);
    // A definition at the foot of a page serves several links.
    if (!ofPage.some((edit) => edit.range.start === range.start)) ofPage.push({ range, text: target });
  }
  const kept = edits.get(keep)!;
  const formerly = addFormerly(keep, merges.flatMap(({ redirects }) => redirects));
  if (formerly) kept.push(formerly);
  for (const merge of merges) kept.push(...insertions(merge, keep, links));
  const changes = new Map<string, string | null>(Array.from(edits, ([page, ofPage]) => [page.path, withEdits(page.source, ofPage.map((edit) => inNewlinesOf(page, edit)))]));
  for (const { page } of merges) changes.set(page.path, null);
  return changes;
}

/** The sections of a page that goes which the page to keep lacks or tells otherwise, each at the place of the one that it is most like. */
function insertions({ page, sections }: Merge, keep: Page, links: LinkGraph): Edit[] {
  const edits: Edit[] = [];
  let place = keep.source.length;
  for (const aligned of sections) {
    if (aligned.match) place = aligned.match.range.end;
    if (aligned.standing === 'same') continue;
    edits.push({ range: { start: place, end: place }, text: marked(aligned, keep, movedText(aligned, page, keep, links)) });
  }
  return edits;
}

function marked({ section: { page, heading }, standing, match }: AlignedSection, keep: Page, text: string): string {
  const comment = keep.dialect === 'mdx' ? (words: string) => `{/* ${words} */}` : (words: string) => `<!-- ${words} -->`;
  const what = heading === '' ? `The beginning of ${page.path}` : `“${heading}” of ${page.path}`;
  const todo = standing === 'differs' ? `${what} tells ${match?.heading ? `“${match.heading}”` : 'this'} in other words: keep what is right` : `${what} has no match here: move it to where it belongs`;
  return `\n${comment(`waymark: ${todo}, and delete both comments.`)}\n\n${text.trim()}\n\n${comment('waymark: end')}\n\n`;
}

/** A section's text, its relative links seen from the page that it moves to; what makes a module of a page stays behind. */
function movedText({ section: { range } }: AlignedSection, page: Page, keep: Page, links: LinkGraph): string {
  const inside = (links.out.get(page) ?? []).filter(({ link }) => link.range.start >= range.start && link.range.end <= range.end);
  const text = page.source.slice(range.start, range.end);
  const edits = inside.flatMap((link) => rebased(link, keep)).map(({ range: { start, end }, text: target }) => ({ range: { start: start - range.start, end: end - range.start }, text: target }));
  return withEdits(text, withoutOverlaps(edits)).replace(/^(?:import|export)\s.*$/gm, '');
}

/** What a relative target becomes on another page. */
export function rebased({ from, link, parsed, target }: ResolvedLink, keep: Page): Edit[] {
  if (parsed.kind !== 'internal' || parsed.base !== 'relative') return [];
  const at = from.source.slice(link.range.start, link.range.end).lastIndexOf(link.target);
  const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(link.target) ?? [];
  if (at < 0 || address === '') return [];
  const start = link.range.start + at;
  const byAddress = target.kind === 'page' && addressKey(posix.join(posix.dirname(from.path), address)) !== addressKey(target.page.path);
  const [before, after] = byAddress ? [addressKey(from.path), addressKey(keep.path)] : [posix.dirname(from.path), posix.dirname(keep.path)];
  const moved = posix.relative(after, posix.join(before, address)) || '.';
  return [{ range: { start, end: start + link.target.length }, text: (address.endsWith('/') ? `${moved}/` : moved) + rest }];
}

/** A linked image stands in its link: the outer target comes after the inner one, and both are kept. */
function withoutOverlaps(edits: Edit[]): Edit[] {
  const ordered = edits.toSorted((a, b) => a.range.start - b.range.start);
  return ordered.filter(({ range }, index) => index === 0 || range.start >= ordered[index - 1]!.range.end);
}

function inNewlinesOf({ source }: Page, { range, text }: Edit): Edit {
  return { range, text: source.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text };
}
