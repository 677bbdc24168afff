import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileErrorText, UsageError } from './errors.ts';
import type { PathMatcher } from './glob.ts';
import { type IgnoreRules, isIgnored, rulesAbove, rulesInside } from './gitignore.ts';
import { tellsRedirects } from './redirects.ts';

/** Something that looked like a page or a folder of pages and was not read. */
export interface Skipped {
  /** Relative to the root, with `/`. */
  path: string;
  /** Why, as the end of a sentence that begins with the path ("leads out of the tree, to …"). */
  reason: string;
}

/** The pages of a tree. */
export interface Discovery {
  /** Paths of the pages, relative to the root, with `/`, in the order of their code units. */
  pages: string[];
  /** What was left out without anyone having asked for it; ignored files are not among them. */
  skipped: Skipped[];
  /** Files that may tell the site's redirects. */
  configs: string[];
  /** Number of pages left out because git or the configuration ignores them. */
  ignored: number;
}

export interface DiscoverOptions {
  /** Answers whether the configuration leaves a file out, by its path relative to the root; a folder ends in `/`. */
  ignores?: PathMatcher;
}

/** Folders of made-up pages that programs are tested with. */
const testFolder = /^(?:.*\/)?(?:__\w+__|fixtures?|testdata|cypress)(?=\/)/i;
const pageName = /\.(?:md|mdx|markdown)$/i;

/** Whether a file is a page by its name. */
export function isPagePath(file: string): boolean {
  return pageName.test(file);
}

/**
 * Finds the pages under a folder: Markdown and MDX files, without dot folders, `node_modules` and whatever git or the
 * configuration ignores. A symbolic link is followed where it leads to pages of the tree that have no path of their own;
 * one that leads out of the tree, to nothing, or round in a circle is skipped and said.
 *
 * @throws UsageError when the root is no folder, or a folder in the tree cannot be read.
 */
export function discover(root: string, { ignores = () => false }: DiscoverOptions = {}): Discovery {
  assertFolder(root);
  const realRoot = realpathSync(root);

  const discovery: Discovery = { pages: [], skipped: [], configs: [], ignored: 0 };
  const links: { file: string; rules: IgnoreRules }[] = [];
  const realFolders = new Set<string>();
  const realPages = new Set<string>();
  /** Number of pages by folder of test data. */
  const testPages = new Map<string, number>();

  /** `folder` is relative to the root, `real` its absolute path without symbolic links. */
  function walk(folder: string, real: string, above: IgnoreRules): void {
    realFolders.add(real);
    const entries = readFolder(real, folder);
    const rules = entries.some(({ name }) => name === '.gitignore') ? rulesInside(real, above) : above;
    for (const entry of entries) {
      const { name } = entry;
      const isFolder = entry.isDirectory();
      const isLink = entry.isSymbolicLink();
      const file = folder === '' ? name : `${folder}/${name}`;
      if (!isFolder && tellsRedirects(name)) discovery.configs.push(file);
      if (isFolder ? name.startsWith('.') || name === 'node_modules' : !isLink && !isPagePath(name)) continue;
      const absolute = path.join(real, name);
      if (ignores(file) || (isFolder && ignores(`${file}/`)) || isIgnored(rules, absolute, isFolder)) {
        if (!isFolder && isPagePath(name)) discovery.ignored++;
      } else if (isFolder) {
        walk(file, absolute, rules);
      } else if (isLink) {
        links.push({ file, rules });
      } else {
        addPage(file, absolute);
      }
    }
  }

  function addPage(file: string, real: string): void {
    realPages.add(real);
    const folder = testFolder.exec(file)?.[0];
    if (folder === undefined) discovery.pages.push(file);
    else testPages.set(folder, (testPages.get(folder) ?? 0) + 1);
  }

  /** Symbolic links come last, so that a page is known by its own path wherever it has one. */
  function follow(file: string, rules: IgnoreRules): void {
    const skip = (reason: string): void => void discovery.skipped.push({ path: file, reason });
    let real: string;
    let isFolder: boolean;
    try {
      real = realpathSync(path.join(root, file));
      isFolder = statSync(real).isDirectory();
    } catch (error) {
      if (isPagePath(file)) skip(`is a symbolic link that cannot be followed: ${fileErrorText(error)}`);
      return;
    }
    if (!isFolder && !isPagePath(file)) return;
    if (path.basename(file).startsWith('.') && isFolder) return;
    if (real !== realRoot && !real.startsWith(realRoot + path.sep)) {
      skip('is a symbolic link that leads out of the tree; lint the folder it leads to by itself');
    } else if (isFolder && (real === realRoot || realFolders.has(real))) {
      skip(`is a symbolic link to ${relativeTo(realRoot, real)}, which is read already`);
    } else if (isFolder) {
      walk(file, real, rules);
    } else if (!realPages.has(real)) {
      addPage(file, real);
    }
  }

  walk('', realRoot, rulesAbove(root));
  // Folders behind links may hold links themselves; each real folder is entered once, so this ends.
  for (let next = links.shift(); next; next = links.shift()) follow(next.file, next.rules);

  for (const [folder, count] of testPages) {
    const pages = count === 1 ? 'a page' : `${count} pages`;
    discovery.skipped.push({ path: folder, reason: `holds ${pages} of test data, by its name; lint it by itself if it is documentation` });
  }
  discovery.pages.sort();
  return discovery;
}

function assertFolder(root: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(root).isDirectory();
  } catch (error) {
    throw new UsageError(`Cannot read ${root}: ${fileErrorText(error)}.`);
  }
  if (!isFolder) throw new UsageError(`${root} is not a folder. Name the folder that holds the documentation.`);
}

function readFolder(real: string, folder: string): Dirent[] {
  try {
    return readdirSync(real, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(
      `Cannot read the folder ${folder || real}: ${fileErrorText(error)}. Make it readable, or add it to \`ignore\` in waymark.config.yaml.`,
    );
  }
}

function relativeTo(root: string, real: string): string {
  return real === root ? 'the root' : real.slice(root.length + 1).replaceAll(path.sep, '/');
}
