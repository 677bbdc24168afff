import { parseDocument } from 'htmlparser2';
import type { Markup } from './markup.ts';

type Nodes = ReturnType<typeof parseDocument>['children'];

/** The elements of a page or template of HTML; what a template language fills in (`{{ name }}`) is a placeholder. */
export function readHtml(source: string): Markup[] {
  return markupOf(parseDocument(source).children).filter((child) => typeof child !== 'string');
}

function markupOf(nodes: Nodes): (string | Markup)[] {
  return nodes.flatMap((node): (string | Markup)[] => {
    if (node.type === 'text') return [node.data.replace(/\{[{%][^{}]*[%}]\}/g, '{value}')];
    if (!('attribs' in node)) return [];
    return [{ name: node.name, attributes: node.attribs, children: markupOf(node.children) }];
  });
}
