import type { Page } from '../content/types.ts';
import { changesSince, type Hunk } from '../engine/changes.ts';
import { git } from '../engine/git.ts';

/**
 * Headings of the sections of a page in which something changed since a time, by the commits of its repository, what is
 * not committed yet included; empty where nothing did, or no repository knows.
 * @param root folder that the page's path is relative to
 */
export function sectionsChangedSince(root: string, { path, source, facts: { title, headings } }: Page, time: string): string[] {
  const commit = git(root, ['rev-list', '-1', `--before=${time}`, 'HEAD'])?.trim();
  if (!commit) return [];
  const change = changesSince(root, commit).find((each) => each.path === path && !each.deleted);
  if (!change) return [];
  const starts = headings.map(({ text, range }) => ({ text, line: source.slice(0, range.start).split('\n').length }));
  const sectionOf = ({ line }: Hunk) => starts.findLast((start) => start.line <= Math.max(line, 1))?.text ?? title;
  return [...new Set(change.hunks.map(sectionOf))];
}
