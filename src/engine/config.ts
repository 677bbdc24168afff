import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closest } from 'fastest-levenshtein';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../content/errors.ts';
import { rules } from '../rules/index.ts';

const severity = z.enum(['off', 'info', 'warning', 'error']);

const schema = z.strictObject({
  $schema: z.string().optional(),
  /** Folder where the site's addresses begin, relative to the configuration's folder. */
  content: z.string().optional(),
  site: z.strictObject({ base: z.string().optional(), title: z.string().optional(), url: z.string().optional() }).optional(),
  product: z.strictObject({ names: z.array(z.string()).optional(), domains: z.array(z.string()).optional() }).optional(),
  /** Globs of files to leave out, relative to the configuration's folder. */
  ignore: z.array(z.string()).optional(),
  parser: z.enum(['satteri', 'remark']).optional(),
  /** What `{{name}}` at the head of a link target stands for. */
  variables: z.record(z.string(), z.string()).optional(),
  interface: z
    .strictObject({
      catalogues: z.array(z.strictObject({ path: z.string(), history: z.array(z.string()).optional() })),
    })
    .optional(),
  rules: z.record(z.string(), severity).optional(),
});

/** What `waymark.config.yaml` may say. */
export type ConfigData = z.infer<typeof schema>;

/** A configuration and the folder that its paths are relative to. */
export interface Config extends ConfigData {
  /** Absolute path. */
  folder: string;
}

const fileNames = ['waymark.config.yaml', 'waymark.config.yml', 'waymark.config.json'];

/** The configuration that holds for a folder: its own, else that of the nearest folder above, up to a repository's root. */
export function findConfig(root: string): Config {
  for (let folder = path.resolve(root); ; folder = path.dirname(folder)) {
    const name = fileNames.find((candidate) => existsSync(path.join(folder, candidate)));
    if (name) return readConfig(path.join(folder, name));
    if (existsSync(path.join(folder, '.git')) || folder === path.dirname(folder)) return { folder: path.resolve(root) };
  }
}

/**
 * Reads a configuration file.
 * @param folder what its paths are relative to; its own folder when left out
 * @throws UsageError with the place of the mistake
 */
export function readConfig(file: string, folder = path.dirname(path.resolve(file))): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The configuration ${file} cannot be read. Name an existing file with --config.`);
  }
  return { ...parseConfig(text, file), folder: path.resolve(folder) };
}

/** Checks the text of a configuration (YAML, of which JSON is a part). `file` is named in errors only. */
export function parseConfig(text: string, file: string): ConfigData {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new UsageError(`${file}:${line}:${col}: ${error.message}`);
  }
  const value: unknown = document.toJS() ?? {};
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new UsageError(`${file}${placeOf(issue.path, document, lines)}: ${describe(issue)}`);
  }
  for (const id of Object.keys(parsed.data.rules ?? {})) {
    const known = rules.map(({ meta }) => meta.id);
    if (known.includes(id)) continue;
    throw new UsageError(`${file}${placeOf(['rules', id], document, lines)}: there is no rule “${id}”. Did you mean “${closest(id, known)}”?`);
  }
  return parsed.data;
}

function placeOf(keys: PropertyKey[], document: ReturnType<typeof parseDocument>, lines: LineCounter): string {
  const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
  if (!node?.range) return '';
  const { line, col } = lines.linePos(node.range[0]);
  return `:${line}:${col}`;
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    const known = knownKeys(issue.path);
    return `“${[...issue.path, key].join('.')}” is no key of the configuration.${known.length > 0 ? ` Did you mean “${closest(key, known)}”?` : ''}`;
  }
  return `${where === '' ? 'the configuration' : `“${where}”`}: ${issue.message}`;
}

function knownKeys(keys: PropertyKey[]): string[] {
  let type: unknown = schema;
  for (const key of keys) {
    const shape = shapeOf(type);
    type = shape ? shape[String(key)] : elementOf(type);
  }
  return Object.keys(shapeOf(type) ?? {});
}

function shapeOf(type: unknown): Record<string, unknown> | null {
  const inner = unwrap(type);
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, unknown>) : null;
}

function elementOf(type: unknown): unknown {
  const inner = unwrap(type);
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

function unwrap(type: unknown): unknown {
  return type instanceof z.ZodOptional ? type.unwrap() : type;
}
