import { closest } from 'fastest-levenshtein';
import type { Edit } from '../content/edits.ts';
import type { Page } from '../content/types.ts';
import { findCandidate, retarget, rewrite, type BrokenLink } from '../rules/missing-targets.ts';
import type { ResolvedLink } from '../site/links.ts';
import type { Site } from '../site/types.ts';
import type { Shown } from './session.ts';

/** Something that may be written in the place of what is found fault with, once somebody chose it. */
export interface Choice {
  title: string;
  edit: Edit;
}

/** Labels of today that are offered at most, as in the finding. */
const mostLabels = 3;

/** What a finding suggests for its place and does not mend by itself: the page or heading that is meant, the label of today. */
export function choicesFor(site: Site, page: Page, { range }: Shown): Choice[] {
  const isHere = (other: { start: number; end: number }) => other.start === range.start && other.end === range.end;
  const link = site.links.out.get(page)?.find((each) => isHere(each.link.range));
  if (link) return [...targetsFor(site, link)].flatMap(({ title, text }) => toChoice(title, retarget(link, text)));
  const label = site.labels.find((each) => each.page === page && isHere(each.reference.range));
  if (!label || !page.source.startsWith(label.text, range.start)) return [];
  const written = { start: range.start, end: range.start + label.text.length };
  return [...new Set(label.today.map(({ text }) => text))].slice(0, mostLabels).map((text) => ({ title: `Write “${text}”`, edit: { range: written, text } }));
}

function* targetsFor(site: Site, link: ResolvedLink): Iterable<{ title: string; text: string }> {
  if (isBroken(link)) {
    const candidate = findCandidate(site, link, true);
    if (candidate) yield { title: `Link to “${candidate.page.facts.title}”`, text: rewrite(site, link, candidate.page) };
  } else if (link.target.kind === 'page' && link.target.match !== 'exact' && link.target.match !== 'whole') {
    const { anchors } = link.target.page.facts;
    if (anchors.length > 0) {
      const anchor = closest(link.target.anchor, anchors);
      yield { title: `Write “#${anchor}”`, text: link.link.target.replace(/#.*$/s, `#${anchor}`) };
    }
    yield { title: 'Link to the page alone', text: link.link.target.replace(/#.*$/s, '') };
  }
}

function isBroken(link: ResolvedLink): link is BrokenLink {
  return link.target.kind === 'missing' && link.target.form !== 'empty';
}

function toChoice(title: string, edit: Edit | undefined): Choice[] {
  return edit === undefined || edit.text === '' ? [] : [{ title, edit: { range: edit.range, text: edit.text } }];
}
