import { parse, type Parsers } from '../parse.ts';
import type { Page } from '../types.ts';
import { readTree } from './tree.ts';

/**
 * The prose of a page by section: what stands before the first heading, then one text for each heading of the page.
 * Facts keep no prose; who needs it (a search index, a page for agents) reads the page again.
 */
export function proseOf({ source, dialect, facts }: Pick<Page, 'source' | 'dialect' | 'facts'>, parsers: Parsers): string[] {
  const sections = Array.from({ length: facts.headings.length + 1 }, () => '');
  const tree = parse(parsers, dialect, source).tree ?? parse(parsers, 'md', source).tree;
  if (!tree) return sections;
  for (const { kind, text, section } of readTree(tree, source).blocks) {
    if (kind !== 'heading') sections[section + 1] += `${text}\n`;
  }
  return sections;
}
