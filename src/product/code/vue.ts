import { ElementTypes, NodeTypes, parse, type ElementNode, type TemplateChildNode } from '@vue/compiler-dom';
import type { Markup } from './markup.ts';

/**
 * The elements in the template of a Vue component.
 * @throws CompilerError with `loc` where the file is none
 */
export function readVue(source: string): Markup[] {
  const { children } = parse(source, { parseMode: 'sfc' });
  return children.filter((child) => child.type === NodeTypes.ELEMENT && child.tag === 'template').flatMap((child) => (child as ElementNode).children.flatMap(markupOf)).filter((child) => typeof child !== 'string');
}

function markupOf(node: TemplateChildNode): (string | Markup)[] {
  if (node.type === NodeTypes.TEXT) return [node.content];
  // A translated text is in its catalogue; any other value is a placeholder beside a text.
  if (node.type === NodeTypes.INTERPOLATION) return [{ name: '', attributes: {}, children: ['{value}'] }];
  if (node.type !== NodeTypes.ELEMENT) return [];
  const attributes = Object.fromEntries(node.props.flatMap((prop) => (prop.type === NodeTypes.ATTRIBUTE && prop.value ? [[prop.name, prop.value.content]] : [])));
  return [{ name: node.tagType === ElementTypes.TEMPLATE ? '' : node.tag, attributes, children: node.children.flatMap(markupOf) }];
}
