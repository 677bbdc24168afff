import type { Message } from '../catalogue/types.ts';
import type { LabelRole } from '../types.ts';

/** An element of an interface in source code, whatever language it is written in. */
export interface Markup {
  name: string;
  attributes: Record<string, string>;
  /** Texts, with values as `{name}`, and elements. */
  children: (string | Markup)[];
}

/** Roles by what the name of an element or component is or ends with, as HTML and most component libraries name them. */
const roles: [name: RegExp, role: LabelRole][] = [
  [/(?:^|[a-z._-])(?:menu-?item|dropdown-?item|nav-?item)$/i, 'menu item'],
  [/(?:^|[a-z._-])(?:button|btn|summary)$/i, 'button'],
  [/^(?:a|nav-?link)$|(?:^|[a-z._-])link$/i, 'link'],
  [/(?:^|[a-z._-])tab(?:s?-?trigger)?$/i, 'tab'],
  [/^h[1-6]$|(?:^|[a-z._-])(?:heading|title|legend)$/i, 'heading'],
  [/(?:^|[a-z._-])(?:checkbox)$/i, 'checkbox'],
  [/(?:^|[a-z._-])(?:switch|toggle)$/i, 'switch'],
  [/(?:^|[a-z._-])(?:label|input|text-?field|textarea|form-?field)$/i, 'field'],
  [/(?:^|[a-z._-])select$/i, 'list'],
  [/(?:^|[a-z._-])option$/i, 'option'],
  [/(?:^|[a-z._-])(?:dialog|modal)$/i, 'dialog'],
];

/** Attributes whose text the reader sees or hears. */
const textAttributes = /^(?:aria-label|placeholder|title|label|heading|header|text|caption)$/;
/** Elements whose text nobody sees. */
const silent = /^(?:script|style|code|pre|svg|template)$/;

/** The labels in a tree of elements, each with the role of the nearest element that has one. */
export function messagesOf(tree: Markup[], file: string): Message[] {
  const messages: Message[] = [];
  for (const element of tree) collect(element, undefined, file, messages);
  return messages;
}

function collect(element: Markup, outer: LabelRole | undefined, file: string, messages: Message[]): void {
  if (silent.test(element.name)) return;
  const role = roleOf(element) ?? outer;
  const add = (text: string): void => {
    const seen = text.replace(/\s+/g, ' ').trim();
    if (/\p{L}/u.test(seen.replace(/\{[^{}]*\}/g, ''))) messages.push({ key: seen, texts: [seen], files: [file], ...(role ? { role } : {}) });
  };
  for (const [name, value] of Object.entries(element.attributes)) {
    if (textAttributes.test(name) || (name === 'value' && /^(?:submit|button)$/.test(element.attributes.type ?? ''))) add(value);
  }
  if (element.children.some((child) => typeof child === 'string' && child.trim() !== '')) add(textOf(element));
  else for (const child of element.children) if (typeof child !== 'string') collect(child, role, file, messages);
}

function roleOf({ name, attributes }: Markup): LabelRole | undefined {
  const told = attributes.role?.replace('menuitem', 'menu item').replace(/^(?:textbox|searchbox)$/, 'field');
  if (name === 'input' && /^(?:submit|button|checkbox)$/.test(attributes.type ?? '')) return attributes.type === 'checkbox' ? 'checkbox' : 'button';
  return roles.find(([pattern, role]) => role === told || pattern.test(name))?.[1];
}

/** The text of an element, with the elements in it as tags. */
function textOf({ children }: Markup): string {
  return children.map(textOfChild).join('');
}

function textOfChild(child: string | Markup): string {
  if (typeof child === 'string') return child;
  if (silent.test(child.name) || child.children.length === 0) return ' ';
  return child.name === '' ? textOf(child) : `<t>${textOf(child)}</t>`;
}
