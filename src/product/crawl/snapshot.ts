import { parse } from 'yaml';

/** A node of the accessibility tree of a page. */
export interface AriaNode {
  /** ARIA role: `button`, `menuitem`. */
  role: string;
  /** Accessible name; empty where it has none. */
  name: string;
  /** Address as the page writes it, of a link; else empty. */
  url: string;
  children: AriaNode[];
}

/** `button "Save" [disabled]`: role, quoted name and states. */
const nodeText = /^([\w-]+)(?:\s+("(?:[^"\\]|\\.)*"))?/;

/** Reads an accessibility tree as Playwright writes it (https://playwright.dev/docs/aria-snapshots). */
export function readSnapshot(snapshot: string): AriaNode[] {
  const items: unknown = parse(snapshot, { strict: false, uniqueKeys: false });
  return Array.isArray(items) ? items.flatMap(readItem) : [];
}

function readItem(item: unknown): AriaNode[] {
  if (typeof item === 'string') return readNode(item, null);
  if (typeof item !== 'object' || item === null) return [];
  return Object.entries(item).flatMap(([text, content]) => readNode(text, content));
}

function readNode(text: string, content: unknown): AriaNode[] {
  const [, role, quoted] = nodeText.exec(text) ?? [];
  if (role === undefined || role === 'text') return [];
  const node: AriaNode = { role, name: quoted === undefined ? '' : (JSON.parse(quoted) as string), url: '', children: [] };
  if (Array.isArray(content)) {
    for (const child of content as unknown[]) {
      if (typeof child === 'object' && child !== null && '/url' in child) node.url = String(child['/url']);
      else node.children.push(...readItem(child));
    }
  }
  return [node];
}
