import { UsageError } from '../../content/errors.ts';
import type { Catalogue, Message } from './types.ts';

/**
 * Reads a JSON catalogue: flat or nested keys as i18next, vue-i18n and most others write them, FormatJS
 * (`{ "defaultMessage": … }`) and Chrome (`{ "message": … }`).
 * @throws {UsageError} with path, line and column where the file is not JSON
 */
export function readJson(path: string, source: string): Catalogue {
  const messages: Message[] = [];
  const tree = parseJson(path, source);
  if (!isTree(tree)) throw new UsageError(`${path}:1: a catalogue is an object of keys and texts, and this file is not.`);
  collectMessages(tree, '', messages);
  return { path, language: '', messages };
}

export type Tree = Record<string, unknown>;

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds the texts of a tree of keys, each under its keys joined by dots. */
export function collectMessages(tree: Tree, prefix: string, messages: Message[]): void {
  for (const name in tree) {
    const value = tree[name];
    const key = prefix + name;
    if (typeof value === 'string') {
      if (value !== '') messages.push({ key, texts: [value], files: [] });
    } else if (Array.isArray(value)) {
      collectMessages({ ...value }, `${key}.`, messages);
    } else if (isTree(value)) {
      const text = describedText(value);
      if (text === null) collectMessages(value, `${key}.`, messages);
      else messages.push({ key, texts: [text], files: [] });
    }
  }
}

/** The text of a message that stands beside its description; null for a branch of keys. */
function describedText(value: Tree): string | null {
  if (typeof value.defaultMessage === 'string') return value.defaultMessage;
  if (typeof value.message === 'string' && ('description' in value || 'placeholders' in value)) return value.message;
  return null;
}

function parseJson(path: string, source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(text)?.[1] ?? source.length);
    const before = source.slice(0, offset).split('\n');
    throw new UsageError(
      `${path}:${before.length}:${before.at(-1)!.length + 1}: the catalogue is not JSON (${text.replace(/ (?:in JSON )?at position.*$/, '')}).`,
    );
  }
}
