import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closest } from 'fastest-levenshtein';
import type { MdastPluginEntry } from 'satteri';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { factText, type Facts } from '../product/facts.ts';
import type { SiteLocales } from './locales.ts';

/** Folder of texts that several pages show, below the folder of the content. */
const snippetFolder = '_snippets';

const shown = /\{\s*fact\.([a-z0-9-]+)\s*\}/g;
const expression = /^\s*fact\.([a-z0-9-]+)\s*$/;
const element = /^<(Fact|Include)\s+(?:id|file)=(?:"([^"]*)"|'([^']*)')\s*\/?>$/;

/** What a page shows of other files. */
export interface Sources {
  /** Text of a fact, in the language of the page. */
  fact(id: string): string;
  /** Markdown of a snippet, what it shows itself put in. */
  snippet(file: string): string;
}

/**
 * Shows facts (`{fact.ID}`, `<Fact id="ID" />`) and snippets (`<Include file="NAME" />`) on the pages below a folder, in
 * Markdown as in MDX.
 * @param folder absolute path of the content
 */
export function showFacts(folder: string, facts: Facts | null, locales: SiteLocales): MdastPluginEntry {
  return ({ fileURL }) => {
    const file = path.relative(folder, fileURL ? fileURLToPath(fileURL) : '');
    if (file.startsWith('..')) return null;
    const [first = ''] = file.split(path.sep);
    const sources = sourcesOf(folder, file, facts, locales.folders.includes(first) ? first : locales.fallback || 'en');
    const shownBy = (name: string, value: string) => (name === 'Fact' ? { type: 'text' as const, value: sources.fact(value) } : { raw: sources.snippet(value) });
    const component = ({ name, attributes }: { name?: string | null; attributes: { type: string; name?: string; value?: unknown }[] }) => {
      const given = attributes.find((attribute) => attribute.name === (name === 'Fact' ? 'id' : 'file'))?.value;
      return (name === 'Fact' || name === 'Include') && typeof given === 'string' ? shownBy(name, given) : undefined;
    };
    return {
      name: 'waymark-facts',
      text: (node) => (node.value.includes('{') && node.value.match(shown) ? { type: 'text', value: withFacts(node.value, sources) } : undefined),
      link: (node, context) => {
        if (node.url.match(shown)) context.setProperty(node, 'url', withFacts(node.url, sources));
      },
      html: (node) => {
        const [, name, doubly, singly] = element.exec(node.value.trim()) ?? [];
        return name ? shownBy(name, doubly ?? singly ?? '') : undefined;
      },
      mdxTextExpression: (node) => {
        const id = expression.exec(node.value)?.[1];
        return id === undefined ? undefined : { type: 'text', value: sources.fact(id) };
      },
      mdxFlowExpression: (node) => {
        const id = expression.exec(node.value)?.[1];
        return id === undefined ? undefined : { type: 'paragraph', children: [{ type: 'text', value: sources.fact(id) }] };
      },
      mdxJsxTextElement: component,
      mdxJsxFlowElement: component,
    };
  };
}

function withFacts(text: string, { fact }: Pick<Sources, 'fact'>): string {
  return text.replace(shown, (_, id: string) => fact(id));
}

/**
 * What one page may show of other files.
 * @param folder absolute path of the content
 * @param page its path in there, for messages
 */
export function sourcesOf(folder: string, page: string, facts: Facts | null, locale: string): Sources {
  const fact = (id: string): string => {
    const found = facts?.get(id);
    if (found) return factText(found, locale);
    const known = [...(facts?.keys() ?? [])];
    throw new UsageError(`${page}: product/facts.yaml has no fact “${id}”.${known.length > 0 ? ` Did you mean “${closest(id, known)}”?` : ''}`);
  };
  const snippet = (file: string, above: string[] = []): string => {
    if (above.includes(file)) throw new UsageError(`${page}: the snippet “${file}” includes itself: ${[...above, file].join(' → ')}.`);
    const text = readSnippet(folder, file, page);
    const whole = text.replace(/<Include\s+file=["']([^"']+)["']\s*\/>/g, (_, inner: string) => snippet(inner, [...above, file]));
    return withFacts(whole, { fact }).replace(/<Fact\s+id=["']([^"']+)["']\s*\/>/g, (_, id: string) => fact(id));
  };
  return { fact, snippet };
}

/** A snippet without its frontmatter. */
function readSnippet(folder: string, file: string, page: string): string {
  const inside = path.join(folder, snippetFolder);
  const absolute = path.resolve(inside, file);
  if (!absolute.startsWith(inside + path.sep)) throw new UsageError(`${page}: the snippet “${file}” lies outside of ${snippetFolder}.`);
  try {
    return readFileSync(absolute, 'utf8').replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '');
  } catch (error) {
    throw new UsageError(`${page}: the snippet “${file}” cannot be read: ${fileErrorText(error)}. Snippets stand in ${snippetFolder}, in the folder of the content.`);
  }
}
