import { UsageError } from '../../content/errors.ts';
import type { Catalogue, Message } from '../catalogue/types.ts';
import { messagesOf, type Markup } from './markup.ts';

type ReadMarkup = (source: string) => Markup[];

/** Parsers are loaded when a file needs them: a linter that reads catalogues has none. */
const readers: Record<string, () => Promise<ReadMarkup>> = {
  jsx: async () => (await optional('@babel/parser', import('./jsx.ts'))).readJsx,
  tsx: async () => (await optional('@babel/parser', import('./jsx.ts'))).readJsx,
  vue: async () => (await optional('@vue/compiler-dom', import('./vue.ts'))).readVue,
  html: async () => (await import('./html.ts')).readHtml,
};

/** Whether a file may hold labels in its source code: of an interface, not of its tests and stories. */
export function hasCodeEnding(file: string): boolean {
  return endingOf(file) in readers && !/\.(?:test|spec|stories|story)\.\w+$/.test(file);
}

/**
 * Reads the labels that stand in source code.
 * @param name of the source as a whole
 * @param files of it: their paths, and what gives their texts
 * @throws {UsageError} where a parser is missing, or a file is not what its ending says
 */
export async function readCode(name: string, files: { path: string; text: string }[]): Promise<Catalogue> {
  const messages = new Map<string, Message>();
  for (const { path, text } of files) {
    const read = await readers[endingOf(path)]!();
    for (const message of messagesOf(parsed(read, path, text), path)) {
      const known = messages.get(message.key);
      if (!known) messages.set(message.key, message);
      else if (!known.files.includes(path)) known.files.push(path);
    }
  }
  return { path: name, language: '', messages: [...messages.values()] };
}

interface ErrorPlace {
  line: number;
  column: number;
}

function endingOf(file: string): string {
  return /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
}

function parsed(read: ReadMarkup, path: string, text: string): Markup[] {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { loc } = error as { loc?: ErrorPlace | { start: ErrorPlace } };
    const { line, column } = loc && 'start' in loc ? loc.start : (loc ?? { line: 1, column: 0 });
    throw new UsageError(`${path}:${line}:${column + 1}: the file cannot be read (${error.message.replace(/ \(\d+:\d+\)$/, '')}).`);
  }
}

async function optional<Module>(name: string, module: Promise<Module>): Promise<Module> {
  try {
    return await module;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(`Labels in such files are read with ${name}, which is not installed. Run "npm install --save-dev ${name}".`);
  }
}
