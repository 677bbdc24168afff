import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '../content/types.ts';
import { readInterfaceMap } from '../product/interface-map.ts';
import { inferNames } from '../product/names.ts';
import type { Product } from '../product/types.ts';
import type { Config } from './config.ts';

/** What is known of the product: told by the configuration, else read off the pages. */
export function readProduct(pages: Page[], config: Config): Product {
  const told = config.product;
  const inferred = told?.names && told.domains ? null : inferNames(pages, config.site ?? {});
  const catalogues = config.interface?.catalogues.map(({ path: file, history = [] }) => ({ path: file, history }));
  return {
    names: told?.names ?? inferred!.names,
    domains: told?.domains ?? inferred!.domains,
    origin: told?.names ? 'configuration' : 'inferred',
    interface: catalogues ? readInterfaceMap(catalogues, (file) => readFileSync(path.resolve(config.folder, file), 'utf8')) : null,
  };
}
