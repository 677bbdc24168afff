import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closest } from 'fastest-levenshtein';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
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

/** JSON Schema of the configuration, for editors. */
export function configSchema(): object {
  const { properties, ...rest } = z.toJSONSchema(schema) as { properties: Record<string, object> };
  const severities = { enum: severity.options };
  return {
    title: 'Configuration of Waymark',
    ...rest,
    properties: {
      ...properties,
      rules: { type: 'object', properties: Object.fromEntries(rules.map(({ meta }) => [meta.id, { ...severities, description: meta.summary }])), additionalProperties: false },
    },
  };
}

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
    const place =
      issue.code === 'unrecognized_keys'
        ? placeOf([...issue.path, issue.keys[0]!], document, lines, true)
        : placeOf(issue.path, document, lines);
    throw new UsageError(`${file}${place}: ${describe(issue)}`);
  }
  for (const id of Object.keys(parsed.data.rules ?? {})) {
    const known = rules.map(({ meta }) => meta.id);
    if (known.includes(id)) continue;
    throw new UsageError(`${file}${placeOf(['rules', id], document, lines, true)}: there is no rule “${id}”. Did you mean “${closest(id, known)}”?`);
  }
  return parsed.data;
}

/** Where a value stands, as `:line:column`; for a key that should not be there, where the key stands. */
function placeOf(path: PropertyKey[], document: ReturnType<typeof parseDocument>, lines: LineCounter, ofKey = false): string {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const node = ofKey ? pair?.key : document.getIn(path, true);
  if (!isNode(node) || !node.range) return '';
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
