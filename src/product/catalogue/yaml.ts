import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { UsageError } from '../../content/errors.ts';
import { collectMessages, isTree } from './json.ts';
import { isLocale } from './locale.ts';
import type { Catalogue, Message } from './types.ts';

/**
 * Reads a YAML catalogue as Rails writes it, with the locale as the one key at the top; or one of bare keys and texts.
 * @throws {UsageError} with path, line and column where the file is not YAML, or has a key twice
 */
export function readYaml(path: string, source: string): Catalogue {
  const tree = parse(path, source);
  if (!isTree(tree)) throw new UsageError(`${path}:1: a catalogue has keys and texts, and this file has none.`);
  const [top, ...others] = Object.keys(tree);
  const below = top === undefined ? undefined : tree[top];
  const isRails = others.length === 0 && top !== undefined && isLocale(top) && isTree(below);
  const messages: Message[] = [];
  collectMessages(isRails ? below : tree, '', messages);
  return { path, language: isRails ? top : '', messages };
}

function parse(path: string, source: string): unknown {
  try {
    // Every value is a text: `yes`, `1.0` and dates are what the interface shows.
    return load(source, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line = 0, column = 0 } = (error.mark as { line: number; column: number } | undefined) ?? {};
    throw new UsageError(`${path}:${line + 1}:${column + 1}: the catalogue cannot be read as YAML (${error.reason}).`);
  }
}
