import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/engine/config.ts';
import { exchangeAll, exchangeFor, exchangeWords, vocabularyOf } from './words.ts';

/** A real tree that the bench's tree is made from. */
interface SourceTree {
  name: string;
  folder: string;
  /** What links inside the tree begin with. */
  home: string;
}

interface SourcePage {
  tree: SourceTree;
  /** Relative to the tree's folder, with `/`. */
  path: string;
  text: string;
}

/** What the bench's tree is made of. */
export interface BenchTree {
  pages: number;
  /** Pages that are not copies. */
  originals: number;
  copies: number;
  bytes: number;
}

const project = path.resolve(import.meta.dirname, '../..');
const corpora = path.resolve(project, '../shared/corpora');

/**
 * Writes a tree of at least `count` pages: the real pages at hand, repeated with changed words, so that no copy is a
 * near copy of another, and with the interface catalogues of the trees.
 */
export function writeTree(root: string, count: number): BenchTree {
  const originals = sourceTrees().flatMap(readTree);
  const vocabulary = vocabularyOf(originals.map(({ text }) => text));
  const copies = Math.ceil(count / originals.length);
  let bytes = 0;
  for (let copy = 0; copy < copies; copy++) {
    const exchange = exchangeFor(copy, vocabulary);
    for (const page of originals) {
      const base = `set-${copy + 1}/${page.tree.name}`;
      const text = exchangeWords(page.text, exchange, (target) => moveLink(target, page.tree.home, (address) => exchangeAll(address, exchange), base));
      const file = path.join(root, base, exchangeAll(page.path, exchange));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      bytes += Buffer.byteLength(text);
    }
  }
  writeFileSync(path.join(root, 'waymark.config.yaml'), JSON.stringify({ content: '.', interface: { catalogues: cataloguesOf(root) } }));
  return { pages: copies * originals.length, originals: originals.length, copies, bytes };
}

function sourceTrees(): SourceTree[] {
  const known = [
    { name: 'sendgrid', folder: path.join(corpora, 'sendgrid-docs/content/docs'), home: '{{root_url}}' },
    { name: 'documenso', folder: path.join(corpora, 'documenso-docs/content'), home: '/docs' },
    { name: 'formbricks', folder: path.join(corpora, 'formbricks-docs/content'), home: '' },
  ].filter(({ folder }) => existsSync(folder));
  if (known.length > 0) return known;
  return [
    { name: 'waymark', folder: path.join(project, 'content'), home: '' },
    { name: 'postwing', folder: path.join(project, 'examples/postwing/content'), home: '' },
  ];
}

function readTree(tree: SourceTree): SourcePage[] {
  return readdirSync(tree.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => ({ tree, path: name.split(path.sep).join('/'), text: readFileSync(path.join(tree.folder, name), 'utf8') }));
}

/** A link inside the tree follows its page's new name; any other stays. */
function moveLink(target: string, home: string, rename: (address: string) => string, base: string): string {
  if (/^(?:[a-z]+:|\/\/|<)/i.test(target)) return target;
  if (target.startsWith(`${home}/`)) return `/${base}${rename(target.slice(home.length))}`;
  return rename(target);
}

/** Catalogues that the settings of the trees name, relative to the root. */
function cataloguesOf(root: string): { path: string; history: string[] }[] {
  const configs = existsSync(corpora)
    ? ['documenso-docs', 'formbricks-docs'].flatMap((name) => {
        const settings = path.join(project, `test/corpora/${name}.yaml`);
        return existsSync(settings) ? [readConfig(settings, path.join(corpora, name))] : [];
      })
    : [readConfig(path.join(project, 'examples/postwing/waymark.config.yaml'))];
  const relative = (folder: string, file: string) => path.relative(root, path.join(folder, file));
  return configs.flatMap(({ folder, interface: map }) =>
    (map?.catalogues ?? []).map(({ path: file, history = [] }) => ({ path: relative(folder, file), history: history.map((each) => relative(folder, each)) })),
  );
}
