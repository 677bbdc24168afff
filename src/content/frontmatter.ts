import { type Document, parseDocument } from 'yaml';
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
 * Reads a page's YAML frontmatter.
 * @param yaml the text between the fences
 * @param offset where that text begins in the page's source
 */
export function readFrontmatter(yaml: string, offset: number): { frontmatter: Frontmatter; problems: Problem[] } {
  const document = parseYaml(yaml);
  const whole = { start: offset, end: offset + yaml.length };
  const [error] = document.errors;
  if (error) {
    const start = offset + Math.min(error.pos[0], yaml.length);
    return { frontmatter: {}, problems: [{ kind: 'frontmatter', message: error.message, range: { start, end: Math.max(start, offset + error.pos[1]) } }] };
  }
  const value: unknown = document.toJS() ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { frontmatter: {}, problems: [{ kind: 'frontmatter', message: 'frontmatter holds keys with values, this is something else', range: whole }] };
  }
  // An empty key (`description:`) says nothing; it is read as if it were not there.
  const kept = Object.fromEntries(Object.entries(value as Record<string, unknown>).filter(([, content]) => content !== null));
  const parsed = frontmatterSchema.safeParse(kept);
  // A template of pages to come (`title: {{ name }}`) has no values yet.
  if (!parsed.success && yaml.includes('{{')) return { frontmatter: {}, problems: [] };
  if (parsed.success) return { frontmatter: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue): Problem => {
    const key = String(issue.path[0]);
    delete kept[key];
    const at = new RegExp(`^${key}\\s*:`, 'm').exec(yaml);
    const start = offset + (at?.index ?? 0);
    return { kind: 'frontmatter', message: `${key}: ${issue.message}`, range: { start, end: start + (at ? key.length : yaml.length) } };
  });
  return { frontmatter: kept as Frontmatter, problems };
}

/**
 * Parses YAML as site generators do: most of them use js-yaml, which lets a quoted text go on in the next line without
 * an indent, where YAML 1.2 asks for one.
 */
function parseYaml(yaml: string): Document.Parsed {
  const options = { prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(yaml, options);
  if (document.errors.length === 0) return document;
  const indented = parseDocument(yaml.replace(quotedValue, (value) => value.replaceAll('\n', '\n  ')), options);
  return indented.errors.length === 0 ? indented : document;
}

const quotedValue = /^[\w.-]+:[ \t]*(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")/gm;
