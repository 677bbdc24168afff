import type { OwnersOf } from '../content/codeowners.ts';
import type { Page } from '../content/types.ts';

/**
 * Who owns each page: told by its frontmatter (`owner`, `owners`), else by the repository’s CODEOWNERS. Pages that
 * nobody owns are not in it.
 */
export function ownersOfPages(pages: readonly Page[], codeowners: OwnersOf | null): Map<Page, readonly string[]> {
  const owners = new Map<Page, readonly string[]>();
  for (const page of pages) {
    const told = toldOwners(page);
    const found = told.length > 0 ? told : (codeowners?.(page.path) ?? []);
    if (found.length > 0) owners.set(page, found);
  }
  return owners;
}

function toldOwners({ facts: { frontmatter } }: Page): string[] {
  const { owner, owners } = frontmatter as Record<string, unknown>;
  return [owner, owners].flat().filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}
