import { joinedPaths } from '../menu-paths.ts';
import type { JudgedLabel } from './types.ts';

/** The labels that one page joins into a menu path, in order. */
export type MenuPath = JudgedLabel[];

/** Every menu path of two steps and more that the pages tell, in reading order. */
export function menuPathsOf(labels: JudgedLabel[]): MenuPath[] {
  return joinedPaths(labels, ({ page, reference: { path } }) => (path < 0 ? -1 : `${path} ${page.path}`));
}
