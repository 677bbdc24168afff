import { statSync } from 'node:fs';
import path from 'node:path';
import type { Navigation } from '../site/navigation.ts';
import type { Config } from './config.ts';
import { namesIn, siteAround, textOf } from './generators.ts';

/** What files of a site say of its navigation; null where they do not tell it. */
type Told = Pick<Navigation, 'entries' | 'folders'> | null;

/** How each generator is told its navigation. One that has not been told lists every page by itself. */
const readers: Record<string, (folder: string, config: string) => Told> = {
  Starlight: (folder, config) => sidebarIn(withImports(path.join(folder, config))),
  VitePress: (folder, config) => sidebarIn(withImports(path.join(folder, config))),
  Docusaurus(folder, config) {
    const beside = path.posix.dirname(config);
    const sidebars = namesIn(path.join(folder, beside)).filter((name) => /^sidebars.*\.(?:[cm]?[jt]s|json)$/.test(name));
    return sidebars.length === 0 ? null : written([config, ...sidebars.map((name) => path.posix.join(beside, name))].map((name) => withImports(path.join(folder, name))).join('\n'));
  },
  MkDocs(folder, config) {
    const text = textOf(path.join(folder, config));
    const nav = /^nav:[ \t]*\n((?:[ \t#-].*\n|\s*\n)+)/m.exec(`${text}\n`)?.[1];
    // These plugins make a navigation of their own, in part or whole.
    if (nav === undefined || /\b(?:awesome-(?:nav|pages)|literate-nav|gen-files|monorepo|mkdocs-nav-weight)\b/.test(text)) return null;
    return { entries: Array.from(nav.matchAll(/(?:^|[\s"'-])([\w./ -]+?\.md)\b/g), ([, file]) => file!.trim()), folders: [] };
  },
  Mintlify(folder, config) {
    const text = textOf(path.join(folder, config));
    return written(text.slice(Math.max(0, text.indexOf('"navigation"'))));
  },
};

/**
 * The navigation that holds for a tree: the configuration's, else the one that files of its site tell. They are read as
 * text, and nothing of them is run.
 * @returns null where it is not told, or is made by a program
 */
export function readNavigation(root: string, { nav, content, folder }: Config): Navigation | null {
  if (nav) {
    const inside = content === undefined ? '' : fromRoot(root, path.join(folder, content));
    return { file: '`nav` of the configuration', content: inside, entries: nav.filter((entry) => !entry.endsWith('/')), folders: nav.filter((entry) => entry.endsWith('/')) };
  }
  const site = siteAround(root);
  const told = site && readers[site.generator]?.(site.folder, site.config);
  return told && told.entries.length + told.folders.length > 0 ? { ...told, file: fromRoot(root, path.join(site.folder, site.config)), content: fromRoot(root, path.join(site.folder, site.content)) } : null;
}

function sidebarIn(text: string): Told {
  return /\bsidebar['"]?\s*[:=]/.test(text) ? written(text) : null;
}

const literal = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g;
const listedFolder = /\b(?:directory|dirName)["']?\s*:\s*["'`]([^"'`\n]*)["'`]/g;
/** A navigation that is made from the files it finds holds no list that could be read. */
const computed = /\b(?:readdir(?:Sync)?|glob(?:by|Sync)?|(?:generate|auto|create|get)\w*Sidebars?)\s*\(/i;

/** Every text that stands in quotes: addresses are among them, and a label that is none harms nothing. */
function written(text: string): Told {
  if (computed.test(text)) return null;
  return { entries: Array.from(text.matchAll(literal), ([, , value]) => value!), folders: Array.from(text.matchAll(listedFolder), ([, folder]) => folder!) };
}

const relativeImport = /\b(?:from|import|require)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+)["']/g;
const endings = ['', '.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.json', '/index.ts', '/index.js', '/index.mts'];

/** Text of a file with that of the files beside it that it imports. */
function withImports(file: string, seen = new Set<string>()): string {
  if (seen.has(file) || seen.size > mostImports) return '';
  seen.add(file);
  const text = textOf(file);
  const imported = Array.from(text.matchAll(relativeImport), ([, name]) => endings.map((ending) => path.resolve(path.dirname(file), name!.replace(/\.js$/, '') + ending)).find((each) => isFile(each)));
  return [text, ...imported.map((each) => (each ? withImports(each, seen) : ''))].join('\n');
}

const mostImports = 200;
function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function fromRoot(root: string, file: string): string {
  return path.relative(root, file).replaceAll(path.sep, '/');
}
