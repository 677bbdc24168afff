import type { Page, Range } from '../content/types.ts';

/** The day of a page's last review by its frontmatter, as `2027-01-31`; null where it says none. */
export function reviewedOn({ facts }: Page): string | null {
  const { reviewed } = facts.frontmatter as Record<string, unknown>;
  const date = typeof reviewed === 'string' ? (/^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(reviewed)?.[0] ?? '') : '';
  return Number.isNaN(Date.parse(date)) ? null : date;
}

/** Where the page says it. */
export function reviewRange({ source, facts }: Page): Range {
  const line = /^["']?reviewed["']?\s*[:=].*$/m.exec(source);
  return line ? { start: line.index, end: line.index + line[0].length } : facts.titleRange;
}
