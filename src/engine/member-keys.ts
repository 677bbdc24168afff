import path from 'node:path';
import type { Site } from '../site/types.ts';
import { deepen, formerPaths, isShallow } from './git.ts';

/** Names for the pages that take part in findings, as files that the repository keeps write them. */
export interface MemberKeys {
  /** The `id` of a page where that is the only one of its kind, else its path from the configuration's folder. */
  keyOf(file: string): string;
  /** Whether a key names a page of today. */
  isPresent(key: string): boolean;
  /** Keys that a page had before it was renamed, the latest first. */
  formerKeys(file: string): string[];
  /** Whether a rename could not be followed, because history was cut off. */
  isCut(): boolean;
}

/** Names members by the pages of a site. */
export function memberKeys(site: Site, root: string, folder: string): MemberKeys {
  const ids = new Map<string, number>();
  for (const { facts } of site.pages) {
    const id = facts.frontmatter.id;
    if (id !== undefined) ids.set(String(id), (ids.get(String(id)) ?? 0) + 1);
  }
  const keyOf = (file: string): string => {
    const id = site.byPath.get(file)?.facts.frontmatter.id;
    return id !== undefined && ids.get(String(id)) === 1 ? `id:${encode(String(id))}` : encode(fromFolder(file, root, folder));
  };
  let present: Set<string> | undefined;
  const formerly = new Map<string, string[]>();
  let cut = false;
  return {
    keyOf,
    isPresent: (key) => (present ??= new Set(Array.from(site.pages, ({ path: file }) => keyOf(file)))).has(key),
    formerKeys(file) {
      let names = formerly.get(file);
      if (!names) {
        cut ||= isShallow(folder);
        names = formerPaths(folder, fromFolder(file, root, folder)).map(encode);
        formerly.set(file, names);
      }
      return names;
    },
    isCut: () => cut,
  };
}

/** What kept renames from being followed to a file's lines; none where nothing did. */
export function cutHistory(keys: MemberKeys, file: string): string[] {
  return keys.isCut() ? [`Renamed pages could not be followed to their lines in ${file}. ${deepen}`] : [];
}

function fromFolder(file: string, root: string, folder: string): string {
  return path.relative(folder, path.resolve(root, file)).replaceAll(path.sep, '/');
}

/** A name without spaces and what else would end or begin something in a line. */
function encode(name: string): string {
  return name.toWellFormed().replace(/[\s%#:\p{C}]/gu, encodeURIComponent);
}
