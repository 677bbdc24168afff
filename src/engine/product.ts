import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '../content/types.ts';
import { factsFile, readFacts } from '../product/facts.ts';
import { readInterfaceMap } from '../product/interface-map.ts';
import { inferNames } from '../product/names.ts';
import { readSelfServe, selfServeFile } from '../product/self-serve.ts';
import { isSiteFile, readSiteFile, type SiteFacts } from '../product/site-files.ts';
import type { InterfaceMap, Product } from '../product/types.ts';
import type { Config } from './config.ts';

/** What is known of the product: told by the configuration, else read off the pages and the files of the site. */
export function readProduct(root: string, pages: Page[], config: Config, interfaceMap = readInterface(config)): Product {
  const told = config.product;
  const inferred = told?.names && told.domains ? null : inferNames(pages, { ...config.site, files: siteFacts(root) });
  const facts = path.join(config.folder, factsFile);
  const selfServe = path.join(config.folder, selfServeFile);
  const fromRoot = (file: string) => path.relative(root, path.join(config.folder, file)).replaceAll(path.sep, '/');
  return {
    names: told?.names ?? inferred!.names,
    domains: told?.domains ?? inferred!.domains,
    origin: told?.names ? 'configuration' : 'inferred',
    interface: interfaceMap,
    facts: existsSync(facts) ? readFacts(facts) : null,
    selfServe: existsSync(selfServe) ? readSelfServe(selfServe, fromRoot) : null,
  };
}

/** Where the interface map stands, relative to the configuration's folder, when that does not say. */
export const defaultMapPath = 'product/ui-map.json';

/** Path of the interface map that holds, relative to the configuration's folder; null where there is none. */
export function mapPathOf({ folder, interface: told }: Config): string | null {
  return told?.map ?? (existsSync(path.join(folder, defaultMapPath)) ? defaultMapPath : null);
}

/** Whether anything tells what labels the interface has. */
export function knowsInterface(config: Config): boolean {
  return mapPathOf(config) !== null || (config.interface?.catalogues ?? []).length > 0;
}

/** The files that tell what labels the interface has. */
export function interfaceFiles(config: Config): string[] {
  const map = mapPathOf(config);
  const catalogues = (config.interface?.catalogues ?? []).flatMap(({ path: file, history = [] }) => [file, ...history]);
  return [...(map === null ? [] : [map]), ...catalogues].map((file) => path.resolve(config.folder, file));
}

/** The labels of the interface; null where nothing tells them. */
export function readInterface(config: Config): InterfaceMap | null {
  if (!knowsInterface(config)) return null;
  const catalogues = config.interface?.catalogues ?? [];
  const sources = catalogues.map(({ path: file, history = [], serves = [] }) => ({ path: file, history, serves }));
  return readInterfaceMap(mapPathOf(config), sources, (file) => readFileSync(path.resolve(config.folder, file)));
}

/** What the site's files say, in the root and in the folder above it, unless the root is a repository's top. */
function siteFacts(root: string): SiteFacts[] {
  const folder = path.resolve(root);
  const folders = existsSync(path.join(folder, '.git')) ? [folder] : [folder, path.dirname(folder)];
  return folders.flatMap((each) => readFolder(each).filter(isSiteFile).map((name) => readSiteFile(name, readText(path.join(each, name)))));
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // The folder above may not be ours to read.
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // A folder of that name, or not ours to read: it tells nothing.
  }
}
