import type { Page } from '../../content/types.ts';

// Names that site builders and their users give to folders, in English whatever the language of the pages.
const newsFolder = /^(?:changelogs?|release-?notes?|releases|blog|news|whats-?new|updates|announcements|newsletters?)$/i;
const snippetFolder = /^(?:_.*|snippets?|partials?|includes?|reusables?|fragments?|shared-content|templates?)$/i;
const definitionFolder = /^(?:glossary|terms|terminology|definitions|dictionary)$/i;
const date = /(?:^|\D)(?:19|20)\d\d[-/_.](?:0?[1-9]|1[0-2])(?:\D|$)/;

/** Whether a page reports something of its day: release notes, news. */
export function isDated({ path, facts }: Page): boolean {
  return date.test(path) || date.test(facts.title) || foldersAndName(path).some((name) => newsFolder.test(name));
}

/** Whether a page is a piece of other pages and no page of its own. */
export function isSnippet({ path }: Page): boolean {
  return path.split('/').some((name) => snippetFolder.test(name) && !/^_index\./i.test(name));
}

/** Whether a page stands among definitions of terms. */
export function isDefinition({ path }: Page): boolean {
  return foldersAndName(path).some((name) => definitionFolder.test(name));
}

/** Whether the author says that the page is published under another address, or not for readers. */
export function isSetAside({ facts: { frontmatter } }: Page): boolean {
  if (frontmatter.draft === true || frontmatter.unlisted === true) return true;
  return Object.entries(frontmatter).some(([key, value]) => /^(?:canonical|redirect)/i.test(key) && Boolean(value));
}

function foldersAndName(path: string): string[] {
  return path.replace(/\.\w+$/, '').split('/');
}
