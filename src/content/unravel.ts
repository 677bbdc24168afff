import type { Nodes, Parents, Root } from 'mdast';

/**
 * MDX takes a paragraph that holds nothing but components for those components themselves. Sätteri does so while
 * parsing; trees of remark-parse need it done (as `@mdx-js/mdx` does before it renders).
 */
export function unravel(tree: Root): Root {
  unravelChildren(tree);
  return tree;
}

function unravelChildren(parent: Parents): void {
  const children = parent.children as Nodes[];
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!;
    if (!('children' in child)) continue;
    if (child.type === 'paragraph' && isOnlyComponents(child.children)) {
      children.splice(index, 1, ...child.children.filter((inner) => inner.type !== 'text'));
      index--;
    } else {
      unravelChildren(child);
    }
  }
}

function isOnlyComponents(nodes: Nodes[]): boolean {
  const types = nodes.map((node) => (node.type === 'text' && node.value.trim() === '' ? 'space' : (node.type as string)));
  return types.some((type) => type.startsWith('mdx')) && types.every((type) => type === 'space' || type.startsWith('mdx'));
}
