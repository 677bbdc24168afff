import { parse } from '@babel/parser';
import type { Expression, JSXAttribute, JSXElement, JSXFragment, JSXSpreadAttribute, Node } from '@babel/types';
import type { Markup } from './markup.ts';

/**
 * The elements in a file of JSX or TSX, outermost only.
 * @throws SyntaxError with `loc` where the file is neither
 */
export function readJsx(source: string): Markup[] {
  const tree = parse(source, { sourceType: 'module', plugins: ['jsx', 'typescript', 'decorators'], errorRecovery: true });
  const found: Markup[] = [];
  visit(tree.program, found);
  return found;
}

function visit(node: Node, found: Markup[]): void {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    found.push(elementOf(node, found));
    return;
  }
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) visit(child, found);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;
}

function elementOf(node: JSXElement | JSXFragment, found: Markup[]): Markup {
  const element: Markup = { name: node.type === 'JSXElement' ? nameOf(node) : '', attributes: {}, children: [] };
  if (node.type === 'JSXElement') for (const attribute of node.openingElement.attributes) readAttribute(attribute, element, found);
  for (const child of node.children) {
    if (child.type === 'JSXText') element.children.push(child.value);
    else if (child.type === 'JSXElement' || child.type === 'JSXFragment') element.children.push(elementOf(child, found));
    else if (child.type === 'JSXExpressionContainer' && child.expression.type !== 'JSXEmptyExpression') readValue(child.expression, element);
  }
  return element;
}

function nameOf({ openingElement: { name } }: JSXElement): string {
  return name.type === 'JSXIdentifier' ? name.name : name.type === 'JSXMemberExpression' ? name.property.name : name.name.name;
}

function readAttribute(attribute: JSXAttribute | JSXSpreadAttribute, element: Markup, found: Markup[]): void {
  if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return;
  const { value } = attribute;
  if (value?.type === 'StringLiteral') element.attributes[attribute.name.name] = value.value;
  if (value?.type !== 'JSXExpressionContainer') return;
  const [text] = textsOf(value.expression as Expression);
  if (text === undefined) visit(value.expression, found);
  else element.attributes[attribute.name.name] = text;
}

/** A value between elements: its text, each of its texts as an element of its own, or a value that is only known when it runs. */
function readValue(expression: Expression, element: Markup): void {
  const texts = textsOf(expression);
  if (texts.length === 1) element.children.push(texts[0]!);
  else if (texts.length > 1) element.children.push(...texts.map((text): Markup => ({ name: '', attributes: {}, children: [text] })));
  else {
    const inside: Markup[] = [];
    visit(expression, inside);
    if (inside.length > 0) element.children.push(...inside);
    // A value alone is no text; beside one it is a placeholder.
    else element.children.push({ name: '', attributes: {}, children: [`{${expression.type === 'Identifier' ? expression.name : 'value'}}`] });
  }
}

function textsOf(expression: Expression): string[] {
  if (expression.type === 'StringLiteral') return [expression.value];
  if (expression.type === 'TemplateLiteral') return [expression.quasis.map(({ value }) => value.cooked ?? '').join('{value}')];
  if (expression.type === 'ConditionalExpression') return [...textsOf(expression.consequent), ...textsOf(expression.alternate)];
  if (expression.type === 'LogicalExpression') return [...textsOf(expression.left as Expression), ...textsOf(expression.right)];
  return [];
}
