import { createRequire } from 'node:module';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { indexFiles } from '../../src/search/files.ts';
import { searchPages } from '../../src/search/pages.ts';
import { indexPages } from '../../src/search/site-index.ts';
import type { Page } from '../../src/content/types.ts';

/** A search engine of the bench, with what it needs lying in a folder that a browser is served from. */
export interface Engine {
  name: string;
  /** Module for the browser: `export default async () => async (query) => addresses, the best first`. */
  client: string;
}

const project = path.resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** A page with all that any of the engines reads. */
interface Text {
  address: string;
  title: string;
  headings: string;
  description: string;
  body: string;
}

/** Writes the indexes and programs of all engines for the same pages; addresses are paths. */
export async function writeEngines(folder: string, pages: Page[]): Promise<Engine[]> {
  const texts = (await searchPages(pages, ({ path: file }) => file)).map(
    ({ address, title, description, sections }): Text => ({
      address,
      title,
      description,
      headings: sections.map(({ text }) => text).join('\n'),
      body: sections.map(({ prose }) => prose).join('\n'),
    }),
  );
  return [await waymark(folder, pages), await pagefind(folder, texts), miniSearch(folder, texts), fuse(folder, texts)];
}

/** The portal's own worker, as `astro build` left it. */
async function waymark(folder: string, pages: Page[]): Promise<Engine> {
  const built = path.join(project, 'build/_astro');
  const worker = existsSync(built) ? readdirSync(built).find((name) => /^search-worker.*\.js$/.test(name)) : undefined;
  if (!worker) throw new Error('The portal is not built. Run “npx astro build” first.');
  mkdirSync(path.join(folder, 'waymark'));
  for (const name of readdirSync(built)) if (name.endsWith('.js')) copyFileSync(path.join(built, name), path.join(folder, 'waymark', name));
  const index = await indexPages(pages, ({ path: file }) => file);
  for (const [name, bytes] of await indexFiles(index, 'index.bin')) writeFileSync(path.join(folder, 'waymark', name), bytes);
  return {
    name: 'waymark',
    client: `export default async () => {
      const worker = new Worker('/waymark/${worker}', { type: 'module' });
      const index = new URL('/waymark/index.bin', location.href).href;
      let number = 0;
      return (query) => new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => (data.failed ? reject(new Error('failed')) : resolve(data.answer.results.map(({ address }) => address)));
        worker.postMessage({ number: ++number, index, query, limit: 10 });
      });
    };`,
  };
}

async function pagefind(folder: string, texts: Text[]): Promise<Engine> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (const { address, title, headings, description, body } of texts) {
    await index!.addCustomRecord({ url: `/${address}`, content: [title, description, headings, body].join('\n'), language: 'en', meta: { title } });
  }
  await index!.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await close();
  return {
    name: 'pagefind',
    client: `export default async () => {
      const pagefind = await import('/pagefind/pagefind.js');
      await pagefind.init();
      return async (query) => {
        const { results } = await pagefind.search(query);
        return Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).url.slice(1)));
      };
    };`,
  };
}

const fields = ['title', 'headings', 'description', 'body'];

function miniSearch(folder: string, texts: Text[]): Engine {
  copyFileSync(path.join(path.dirname(require.resolve('minisearch')), '../es/index.js'), path.join(folder, 'minisearch.js'));
  const engine = new MiniSearch<Text>({ idField: 'address', fields });
  engine.addAll(texts);
  writeFileSync(path.join(folder, 'minisearch.json'), JSON.stringify(engine));
  return {
    name: 'minisearch',
    client: `import MiniSearch from '/minisearch.js';
    export default async () => {
      const engine = MiniSearch.loadJSON(await (await fetch('/minisearch.json')).text(), { idField: 'address', fields: ${JSON.stringify(fields)} });
      return async (query) => engine.search(query, { prefix: true, fuzzy: 0.2, boost: { title: 4, headings: 2, description: 2 } }).slice(0, 10).map(({ id }) => id);
    };`,
  };
}

function fuse(folder: string, texts: Text[]): Engine {
  copyFileSync(path.join(project, 'node_modules/fuse.js/dist/fuse.mjs'), path.join(folder, 'fuse.js'));
  writeFileSync(path.join(folder, 'fuse.json'), JSON.stringify(texts));
  return {
    name: 'fuse',
    client: `import Fuse from '/fuse.js';
    export default async () => {
      const engine = new Fuse(await (await fetch('/fuse.json')).json(), { keys: ${JSON.stringify(fields)}, ignoreLocation: true });
      return async (query) => engine.search(query, { limit: 10 }).map(({ item }) => item.address);
    };`,
  };
}
