import type { Reference } from '../content/extract/references.ts';
import type { Page } from '../content/types.ts';

/** Every menu path of two labels and more that a page tells, in reading order. */
export function menuPathsOn({ facts: { references } }: Page): Reference[][] {
  return joinedPaths(references, ({ path }) => path);
}

/**
 * Labels that follow one another in a menu path, of two and more.
 * @param pathOf what the labels of one path have in common; -1 for a label outside paths
 */
export function joinedPaths<Label>(labels: Label[], pathOf: (label: Label) => string | number): Label[][] {
  const paths: Label[][] = [];
  let last: string | number = -1;
  for (const label of labels) {
    const path = pathOf(label);
    if (path === -1) continue;
    if (path === last) paths.at(-1)!.push(label);
    else paths.push([label]);
    last = path;
  }
  return paths.filter(({ length }) => length > 1);
}
