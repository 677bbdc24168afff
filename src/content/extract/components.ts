import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { Range } from '../types.ts';
import { BlockBuilder, type Container } from './blocks.ts';
import { rangeOf, stepsComponent, type Reading } from './reading.ts';

export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** What the value of an attribute is to a reader of the page. */
type AttributeRole = 'link' | 'image' | 'id' | 'text' | 'none';

const texts = /^(?:title|label|heading|text|description|caption|summary|header|subtitle|tooltip|message|content|cta|name|alt|\w+(?:Title|Label|Text|Heading|Description))$/;
const links = /^(?:href|url|link)$/;
/** Components on which `to` is an address; on others it is any target (`<Teleport to="body">`). */
const linkComponents = /^a$|link|card|button|anchor|tile/i;
const images = /^(?:img|image|frame|picture|screenshot|zoomable\w*)$/i;

function attributeRole(element: string, name: string): AttributeRole {
  if (links.test(name) || (name === 'to' && linkComponents.test(element))) return element === 'link' || element === 'base' ? 'none' : 'link';
  if (name === 'src') return images.test(element) ? 'image' : 'none';
  if (name === 'id' || (name === 'name' && element === 'a')) return 'id';
  return texts.test(name) && !images.test(element) ? 'text' : 'none';
}

/** Reads an MDX component by its name and attributes: addresses, ids, and texts that the reader sees. */
export function readAttributes(reading: Reading, node: Component, container: Container): void {
  if (node.name === 'Contact') reading.facts.showsContact = true;
  let from = rangeOf(node as Parameters<typeof rangeOf>[0]).start;
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    // Sätteri gives attributes no place of their own; they are looked up in order.
    const at = reading.source.indexOf(`${attribute.name}=`, from);
    if (at < 0) continue;
    const start = at + attribute.name.length + 2;
    from = start;
    readAttribute(reading, node.name ?? '', attribute.name, attribute.value, { start, end: start + attribute.value.length }, container);
  }
}

function readAttribute(reading: Reading, component: string, name: string, value: string, range: Range, container: Container): void {
  if (component === 'Contact' && name === 'task') reading.facts.claims.push({ task: value, by: 'contact', range });
  if (component === 'Include' && name === 'file') reading.facts.includes.push(`/_snippets/${value}`);
  const role = attributeRole(component, name);
  if (role === 'id' && component === 'Fact') reading.facts.facts.push({ id: value, range });
  else if (role === 'id') reading.facts.anchors.push(value);
  if (role === 'link' || role === 'image') reading.addLink(role, value, '', range);
  if (role !== 'text' || value.trim() === '') return;
  const builder = new BlockBuilder(reading.source, { component, name });
  builder.append(value, range.start);
  reading.addBlock('attribute', builder, range, container);
  if (stepsComponent.test(component)) reading.addStep(value, range);
}

/** Reads the attributes of an HTML element: addresses and ids. */
export function readHtmlAttributes(reading: Reading, element: string, attributes: Record<string, string>, range: Range): void {
  for (const [name, value] of Object.entries(attributes)) {
    const role = attributeRole(element, name);
    if (role === 'id') reading.facts.anchors.push(value);
    if (role === 'link' || role === 'image') reading.addLink(role, value, attributes.alt ?? '', range);
  }
}
