import type { SourceFile } from '../content/types.ts';
import type { Site } from './types.ts';

/** The page, one that is gone, or the file of the product, that a finding stands in. */
export function sourceFile({ byPath, gone, product }: Site, path: string): SourceFile {
  const registry = product.selfServe?.file;
  const file = byPath.get(path) ?? gone?.find(({ before }) => before.path === path)?.before ?? (registry?.path === path ? registry : undefined);
  if (!file) throw new Error(`A finding names ${path}, which is no page and no file of the product.`);
  return file;
}
