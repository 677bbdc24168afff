import { isPagePath } from '../content/discover.ts';
import type { Page } from '../content/types.ts';
import type { AddressBook } from './addresses.ts';
import type { Includes } from './anchors.ts';
import { type Mount, mountedPath } from './mounts.ts';
import { joinPath, normalizePath, parentOf } from './paths.ts';

/** Pages that pages include, as far as their paths lead to pages of the tree. */
export function includesOf(pages: readonly Page[], book: AddressBook, mounts: readonly Mount[]): Includes {
  const including = pages.filter(({ facts }) => facts.text.includes.length > 0);
  return new Map(
    including.map((page) => {
      // Components are no pages: of those only the way they are used tells whether they bring ids.
      const texts = page.facts.text.includes.filter((file) => isPagePath(file));
      const found = texts.map((file) => includedPage(page, file.replace(/^(?:@site|@|~)\//, '/'), book, mounts)).filter((each) => each !== undefined);
      return [page, { pages: found, complete: found.length === texts.length }];
    }),
  );
}

function includedPage(from: Page, file: string, book: AddressBook, mounts: readonly Mount[]): Page | undefined {
  if (!file.startsWith('/')) return book.at(joinPath(parentOf(from.path), file));
  const address = normalizePath(file);
  return book.at(address) ?? mounts.map((mount) => mountedPath(mount, address)).map((path) => (path === null ? undefined : book.at(path))).find(Boolean);
}
