import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
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
});

export type Frontmatter = z.infer<typeof frontmatterSchema>;

/**
 * Reads a page's YAML frontmatter, with the parser that Astro and most other site generators use.
 * @param yaml the text between the fences
 * @param offset where that text begins in the page's source
 */
export function readFrontmatter(yaml: string, offset: number): { frontmatter: Frontmatter; problems: Problem[] } {
  let value: unknown;
  try {
    // Dates stay text: facts are plain JSON.
    value = load(yaml, { schema: CORE_SCHEMA }) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return isTemplate(yaml) ? nothing() : failed(yaml, offset, error);
  }
  const whole = { start: offset, end: offset + yaml.length };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { frontmatter: {}, problems: [{ kind: 'frontmatter', message: 'frontmatter holds keys with values, this is something else', range: whole }] };
  }
  // An empty key (`description:`) says nothing; it is read as if it were not there.
  const kept = Object.fromEntries(Object.entries(value).filter(([, content]) => content !== null));
  const parsed = frontmatterSchema.safeParse(kept);
  if (parsed.success) return { frontmatter: parsed.data, problems: [] };
  if (isTemplate(yaml)) return nothing();
  const problems = parsed.error.issues.map((issue): Problem => {
    const key = String(issue.path[0]);
    delete kept[key];
    const at = new RegExp(`^${key}\\s*:`, 'm').exec(yaml);
    const start = offset + (at?.index ?? 0);
    return { kind: 'frontmatter', message: `${key}: ${issue.message}`, range: { start, end: start + (at ? key.length : yaml.length) } };
  });
  return { frontmatter: kept as Frontmatter, problems };
}

/** A template of pages to come (`title: {{ name }}`) has no values yet. */
function isTemplate(yaml: string): boolean {
  return yaml.includes('{{');
}

function nothing(): ReturnType<typeof readFrontmatter> {
  return { frontmatter: {}, problems: [] };
}

function failed(yaml: string, offset: number, { reason, mark }: YAMLException): ReturnType<typeof readFrontmatter> {
  const start = offset + Math.min(mark?.position ?? 0, yaml.length);
  return { frontmatter: {}, problems: [{ kind: 'frontmatter', message: reason, range: { start, end: start } }] };
}
