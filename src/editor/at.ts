import type { Heading } from '../content/extract/headings.ts';
import type { Page, Range } from '../content/types.ts';
import type { ResolvedLink } from '../site/links.ts';
import type { JudgedLabel } from '../site/labels/types.ts';
import type { JudgedMention } from '../site/tasks/types.ts';
import type { Site } from '../site/types.ts';

/** What stands at a place of a page. */
export type Thing =
  | { kind: 'fact'; id: string; range: Range }
  | { kind: 'task'; id: string; range: Range }
  | { kind: 'topic'; topic: string; range: Range }
  | { kind: 'link'; link: ResolvedLink; range: Range }
  | { kind: 'label'; label: JudgedLabel; range: Range }
  | { kind: 'heading'; heading: Heading; index: number; range: Range }
  | { kind: 'contact'; mention: JudgedMention; range: Range }
  /** The page as a whole: its frontmatter, or its title. */
  | { kind: 'page'; range: Range };

/** The thing at an offset, the smallest first where several lie over each other; null for plain text. */
export function thingAt({ links, labels, mentions }: Site, page: Page, offset: number): Thing | null {
  const { facts, source } = page;
  const isHere = ({ start, end }: Range) => start <= offset && offset <= end;
  const fact = facts.facts.find(({ range }) => isHere(range));
  if (fact) return { kind: 'fact', id: fact.id, range: fact.range };
  const claim = facts.claims.find(({ range }) => isHere(range));
  if (claim) return { kind: 'task', id: claim.task, range: claim.range };
  const front = frontmatterOf(source);
  const topic = facts.frontmatter.topic === undefined ? null : topicLine(source, front.end);
  if (topic && isHere(topic)) return { kind: 'topic', topic: facts.frontmatter.topic!, range: topic };
  const link = links.out.get(page)?.find((each) => isHere(each.link.range));
  if (link) return { kind: 'link', link, range: link.link.range };
  const label = labels.find((each) => each.page === page && isHere(each.reference.range));
  if (label) return { kind: 'label', label, range: label.reference.range };
  const index = facts.headings.findIndex(({ range }) => isHere(range));
  if (index >= 0) return { kind: 'heading', heading: facts.headings[index]!, index, range: facts.headings[index]!.range };
  const mention = mentions.find((each) => each.page.path === page.path && each.page.source === source && isHere(each.mention.range));
  if (mention) return { kind: 'contact', mention, range: mention.mention.range };
  if (offset < front.end) return { kind: 'page', range: facts.titleRange };
  return null;
}

/** The frontmatter of a page with its fences; an empty range at 0 where it has none. */
export function frontmatterOf(source: string): Range {
  const end = /^(---|\+\+\+)[^\S\n]*\n(?:[^]*?\n)?\1[^\S\n]*(?:\n|$)/.exec(source)?.[0].length ?? 0;
  return { start: 0, end };
}

/** The line of the frontmatter that names the topic. */
function topicLine(source: string, end: number): Range | null {
  const line = /^topic\s*[:=].*$/m.exec(source.slice(0, end));
  return line && { start: line.index, end: line.index + line[0].length };
}
