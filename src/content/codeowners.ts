import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathMatcher, type PathMatcher } from './glob.ts';

/** Who owns a file of the tree, by its path relative to the root; none where nobody is named. */
export type OwnersOf = (file: string) => readonly string[];

/** Where GitHub and GitLab look for it, in the repository. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** Looks owners up in the CODEOWNERS of the repository that a root lies in; null where it has none. */
export function readCodeowners(root: string): OwnersOf | null {
  const folder = path.resolve(root);
  const repository = repositoryOf(folder);
  const file = repository && places.map((place) => path.join(repository, place)).find((place) => existsSync(place));
  if (!file) return null;
  const up = path.relative(repository, folder).replaceAll(path.sep, '/');
  const ownersOf = parseCodeowners(readText(file));
  return (page) => ownersOf(up === '' ? page : `${up}/${page}`);
}

function repositoryOf(folder: string): string | null {
  for (let above = folder; ; above = path.dirname(above)) {
    if (existsSync(path.join(above, '.git'))) return above;
    if (above === path.dirname(above)) return null;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // A folder of that name, or not ours to read: it names nobody.
  }
}

interface Entry {
  matches: PathMatcher;
  owners: string[];
}

/**
 * The owners that a CODEOWNERS file gives to paths of its repository. Of the patterns that match, the last one counts;
 * in GitLab’s sections (`[Guides] @writers`) the last one of each section, and a section may name owners for all its lines.
 */
export function parseCodeowners(text: string): OwnersOf {
  const sections: Entry[][] = [[]];
  let shared: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const written = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (written === '') continue;
    const section = /^\^?\[[^\]]+\](?:\[\d+\])?\s*(.*)$/.exec(written);
    if (section) {
      shared = section[1]!.split(/\s+/).filter(Boolean);
      sections.push([]);
      continue;
    }
    const [pattern = '', ...owners] = written.split(/(?<!\\)\s+/);
    sections.at(-1)!.push({ matches: matcher(pattern), owners: owners.length > 0 ? owners : shared });
  }
  return (file) => sections.flatMap((entries) => entries.findLast(({ matches }) => matches(file))?.owners ?? []);
}

/** As in .gitignore, but `folder/*` means the files right in it alone. */
function matcher(pattern: string): PathMatcher {
  const clean = pattern.replaceAll('\\ ', ' ');
  const anchored = /\/./.test(clean);
  const glob = (anchored ? '' : '**/') + clean.replace(/^\//, '');
  const globs = glob.endsWith('/') ? [`${glob}**`] : glob.endsWith('/*') && anchored ? [glob] : [glob, `${glob}/**`];
  return pathMatcher(globs);
}
