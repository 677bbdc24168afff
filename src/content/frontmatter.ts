import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { parse as parseToml, TomlError } from 'smol-toml';
import { z } from 'zod';
import type { Problem } from './types.ts';

/** The keys that Waymark reads; every other key belongs to the site and is kept as it is. */
const frontmatterSchema = z.looseObject({
  title: z.union([z.string(), z.number()], 'a title is text').optional(),
  description: z.string('a description is text').optional(),
  id: z.union([z.string(), z.number()], 'an id is a word or a number').optional(),
  slug: z.string('a slug is text').optional(),
  formerly: z.union([z.string(), z.array(z.string())], 'formerly is an address or a list of addresses').optional(),
  topic: z.string('a topic is text').optional(),
  waymark: z
    .object({
      disable: z.array(z.object({ rule: z.string(), reason: z.string().optional(), until: z.string().optional() }), 'disable is a list of rules with reasons').optional(),
    }, 'waymark holds keys with values')
    .optional(),
  resolves: z.union([z.string(), z.array(z.string())], 'resolves is a task of the self-serve registry or a list of tasks').optional(),
});

export type Frontmatter = z.infer<typeof frontmatterSchema>;

/** Frontmatter as it stands on a page: the text between its fences, and where it begins in the page's source. */
interface FrontmatterSource {
  format: 'yaml' | 'toml';
  source: string;
  offset: number;
}

interface ReadFrontmatter {
  frontmatter: Frontmatter;
  problems: Problem[];
}

/** Reads a page's frontmatter: YAML with the parser that Astro and most site generators use, or Hugo's TOML. */
export function readFrontmatter({ format, source, offset }: FrontmatterSource): ReadFrontmatter {
  const failed = (message: string, start: number, end = start): ReadFrontmatter => ({
    frontmatter: {},
    problems: isTemplate(source) ? [] : [{ kind: 'frontmatter', message, range: { start: offset + start, end: offset + end } }],
  });
  let value: unknown;
  try {
    // Dates become text: facts are plain JSON.
    value = format === 'yaml' ? (load(source, { schema: CORE_SCHEMA }) ?? {}) : JSON.parse(JSON.stringify(parseToml(source)));
  } catch (error) {
    if (error instanceof YAMLException) return failed(error.reason, Math.min(error.mark?.position ?? 0, source.length));
    if (error instanceof TomlError) return failed(error.message.split('\n')[0]!, offsetAt(source, error.line, error.column));
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return failed('frontmatter holds keys with values, this is something else', 0, source.length);
  }
  if (!isBounded(value)) return failed(`frontmatter stands for more than ${mostValues} values`, 0, source.length);
  // An empty key (`description:`) says nothing; it is read as if it were not there.
  const kept = Object.fromEntries(Object.entries(value).filter(([, content]) => content !== null));
  const parsed = frontmatterSchema.safeParse(kept);
  if (parsed.success) return { frontmatter: parsed.data, problems: [] };
  if (isTemplate(source)) return { frontmatter: {}, problems: [] };
  const problems = parsed.error.issues.map((issue): Problem => {
    const key = String(issue.path[0]);
    delete kept[key];
    const at = Math.max(0, source.search(new RegExp(`^${key}\\s*[:=]`, 'm')));
    return { kind: 'frontmatter', message: `${key}: ${issue.message}`, range: { start: offset + at, end: offset + at + key.length } };
  });
  return { frontmatter: kept as Frontmatter, problems };
}

/** Values that the frontmatter of one page may stand for: aliases of YAML can make a few lines mean billions, or have no end. */
const mostValues = 20_000;

function isBounded(value: object): boolean {
  const open: unknown[] = [value];
  for (let seen = 0; open.length > 0; seen++) {
    if (seen > mostValues) return false;
    const next = open.pop();
    if (typeof next === 'object' && next !== null) for (const each of Object.values(next)) open.push(each);
  }
  return true;
}

/** A template of pages to come (`title: {{ name }}`) has no values yet. */
function isTemplate(source: string): boolean {
  return source.includes('{{');
}

function offsetAt(source: string, line: number, column: number): number {
  const lines = source.split('\n').slice(0, line - 1);
  return Math.min(lines.reduce((length, text) => length + text.length + 1, 0) + column - 1, source.length);
}
