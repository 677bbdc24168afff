import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSiteFile, type SiteFacts } from '../product/site-files.ts';

/** A documentation site in a repository, as far as its files tell without being run. */
export interface FoundSite extends Pick<SiteFacts, 'title' | 'url'> {
  /** Name of the program that makes it: `Docusaurus`. */
  generator: string;
  /** Its configuration file, relative to where the search began; empty for none. */
  config: string;
  /** Folder of the pages, relative to where the search began. */
  content: string;
  /** What stands before every address; empty for nothing. */
  base: string;
  /** Whether the pages are rendered with remark. */
  remark: boolean;
}

interface Generator {
  name: string;
  /** Its configuration file, by the path below the site's folder. */
  file: RegExp;
  /** What the file must say. */
  says?: RegExp;
  /** Folders of pages, relative to the site's; the first that is there counts. */
  content: (text: string) => string[];
  remark?: boolean;
}

const script = '[cm]?[jt]s';
/** Asked in this order: of two that fit one file, the first is the more particular. */
const generators: Generator[] = [
  { name: 'Starlight', file: new RegExp(`^astro\\.config\\.${script}$`), says: /starlight/i, content: () => ['src/content/docs', 'content', 'docs'] },
  { name: 'Astro', file: new RegExp(`^astro\\.config\\.${script}$`), content: () => ['src/content/docs', 'src/content', 'src/pages', 'content'] },
  { name: 'Docusaurus', file: new RegExp(`^docusaurus\\.config\\.${script}$`), content: (text) => [...told(text, 'path'), 'docs'], remark: true },
  { name: 'VitePress', file: new RegExp(`^\\.vitepress/config(?:/index)?\\.${script}$`), content: (text) => [...told(text, 'srcDir'), '.'] },
  { name: 'MkDocs', file: /^mkdocs\.ya?ml$/, content: (text) => [/^docs_dir:\s*["']?([\w./-]+)/m.exec(text)?.[1] ?? 'docs'] },
  { name: 'Mintlify', file: /^(?:docs|mint)\.json$/, says: /mintlify|"navigation"/, content: () => ['.'] },
  { name: 'Hugo', file: /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json)$/, says: /baseURL/i, content: (text) => [/^contentDir\s*[=:]\s*["']?([\w./-]+)/im.exec(text)?.[1] ?? 'content'] },
];

/** Where repositories keep pages that no program of ours knows. */
const plainFolders = ['docs', 'doc', 'documentation', 'content', '.'];
/** Folders deep; sites stand near the top. */
const deepest = 3;
const largest = 500_000;

/** The documentation site of a folder: the one nearest to its top, else its folder of Markdown. */
export function findSite(folder: string): FoundSite {
  for (let level = [''], depth = 0; level.length > 0 && depth <= deepest; depth++) {
    for (const place of level) {
      const site = siteIn(folder, place);
      if (site) return site;
    }
    level = level.flatMap((place) => foldersIn(path.join(folder, place)).map((name) => path.posix.join(place, name)));
  }
  const content = plainFolders.find((name) => hasPages(path.join(folder, name))) ?? '.';
  return { generator: 'a folder of Markdown', config: '', content, base: '', remark: false };
}

/** The site that a folder holds or is part of, up to the top of its repository, and the folder that its paths are relative to. */
export function siteAround(root: string): (FoundSite & { folder: string }) | null {
  const inside = findSite(root);
  if (inside.config !== '') return { ...inside, folder: root };
  for (let folder = path.resolve(root); !existsSync(path.join(folder, '.git')) && folder !== path.dirname(folder); ) {
    folder = path.dirname(folder);
    const site = siteIn(folder, '');
    if (site) return { ...site, folder };
  }
  return null;
}

function siteIn(folder: string, place: string): FoundSite | null {
  const files = filesIn(path.join(folder, place));
  for (const { name, file, says, content, remark = false } of generators) {
    const found = files.find((each) => file.test(each));
    const text = found === undefined ? '' : textOf(path.join(folder, place, found));
    if (found === undefined || text === '' || (says && !says.test(text))) continue;
    const pages = content(text).map((each) => path.posix.join(place, each)).find((each) => hasPages(path.join(folder, each)));
    if (pages === undefined) continue;
    const { title, url } = readSiteFile(path.basename(found), text);
    const base = /\b(?:base|baseUrl)\s*:\s*["'](\/[^"']*?)\/?["']/.exec(text)?.[1] ?? '';
    return { generator: name, config: path.posix.join(place, found), content: pages, base: base === '/' ? '' : base, remark, ...(title && { title }), ...(url && { url }) };
  }
  return null;
}

/** `path: 'handbook'`, in JavaScript. */
function told(text: string, key: string): string[] {
  const value = new RegExp(`\\b${key}\\s*:\\s*["']([\\w./-]+)["']`).exec(text)?.[1];
  return value === undefined ? [] : [value];
}

/** Files of a folder, with those of the two folders that hold the configuration of a site. */
function filesIn(folder: string): string[] {
  const inside = ['.vitepress', '.vitepress/config', 'config/_default'].flatMap((name) => namesIn(path.join(folder, name)).map((file) => `${name}/${file}`));
  return [...namesIn(folder), ...inside];
}

/** Names in a folder; none where it is not there, or not ours to read: then it tells nothing. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function foldersIn(folder: string): string[] {
  return namesIn(folder).filter((name) => !name.startsWith('.') && name !== 'node_modules' && isFolder(path.join(folder, name)));
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function hasPages(folder: string, depth = 0): boolean {
  if (depth > deepest || !existsSync(folder)) return false;
  return namesIn(folder).some((name) => /\.(?:md|mdx|markdown)$/i.test(name)) || foldersIn(folder).some((name) => hasPages(path.join(folder, name), depth + 1));
}

/** Text of a file; empty where it is not there, or larger than what a person writes. */
export function textOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size <= largest ? readFileSync(file, 'utf8') : '';
}
