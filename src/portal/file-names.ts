// Where files stand that pages load, relative to the site's base.

/** Folder of the search indexes. */
export const searchFolder = 'waymark/search/';

/** The first file of the index of a locale's folder (empty: the site's root), in the search folder. */
export function searchFile(locale: string): string {
  return locale === '' ? 'index.bin' : `index.${locale}.bin`;
}

/** The list of all pages: what a missing address and a search without results are compared with. */
export const pageListFile = 'waymark/pages.json';
