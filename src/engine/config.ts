import { existsSync } from 'node:fs';
import path from 'node:path';
import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { parseDataFile, readDataFile, type DataFile } from '../content/data-file.ts';
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
  return { ...checked(readDataFile(file, schema, what)), folder: path.resolve(folder) };
}

/** Checks the text of a configuration (YAML, of which JSON is a part). `file` is named in errors only. */
export function parseConfig(text: string, file: string): ConfigData {
  return checked(parseDataFile(text, file, schema, what));
}

const what = 'the configuration';

function checked({ value, errorAt }: DataFile<ConfigData>): ConfigData {
  const known = rules.map(({ meta }) => meta.id);
  const unknown = Object.keys(value.rules ?? {}).find((id) => !known.includes(id));
  if (unknown !== undefined) throw errorAt(['rules', unknown], `there is no rule “${unknown}”. Did you mean “${closest(unknown, known)}”?`, 'key');
  return value;
}
