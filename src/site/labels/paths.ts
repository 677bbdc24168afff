import type { JudgedLabel } from './types.ts';

/** The labels that one page joins into a menu path, in order. */
export type MenuPath = JudgedLabel[];

/** Every menu path of two steps and more that the pages tell, in reading order. */
export function menuPathsOf(labels: JudgedLabel[]): MenuPath[] {
  const paths: MenuPath[] = [];
  for (const label of labels) {
    if (label.reference.path < 0) continue;
    const last = paths.at(-1)?.[0];
    if (last?.page === label.page && last.reference.path === label.reference.path) paths.at(-1)!.push(label);
    else paths.push([label]);
  }
  return paths.filter((path) => path.length > 1);
}
