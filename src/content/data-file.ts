import { readFileSync } from 'node:fs';
import { closest } from 'fastest-levenshtein';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { fileErrorText, UsageError } from './errors.ts';
import type { Range } from './types.ts';

/** A file of data that the user owns (configuration, registry, facts), checked against its schema. */
export interface DataFile<T> {
  value: T;
  /** The text it was read from. */
  source: string;
  /** Where a key's value (or its name) stands in the source; undefined where the file has no such key. */
  rangeOf(keys: PropertyKey[], of?: 'key' | 'value'): Range | undefined;
  /** Where the value (or the name) of a key is written: `file:line:column`; the file alone where nothing of it is. */
  placeOf(keys: PropertyKey[], of?: 'key' | 'value'): string;
  /** An error about the value (or the name) of a key, with its line and column; for what no schema can check. */
  errorAt(keys: PropertyKey[], message: string, of?: 'key' | 'value'): UsageError;
}

/**
 * Reads a file of data: YAML, of which JSON is a part.
 * @param what what the file is, for messages: `the configuration`
 * @throws UsageError with the place of the mistake and, for an unknown key, the closest one
 */
export function readDataFile<T>(file: string, schema: z.ZodType<T>, what: string): DataFile<T> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: ${what} cannot be read: ${fileErrorText(error)}.`);
  }
  return parseDataFile(text, file, schema, what);
}

/** The same for a text at hand; `file` is named in errors only. */
export function parseDataFile<T>(text: string, file: string, schema: z.ZodType<T>, what: string): DataFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) throw new UsageError(`${at(error.pos[0])}: ${error.code === 'DUPLICATE_KEY' ? `“${keyAt(text, error.pos)}” stands here for the second time.` : error.message}`);
  const rangeOf: DataFile<T>['rangeOf'] = (keys, of = 'value') => rangeOfNode(of === 'key' ? keyNode(keys, document) : document.getIn(keys, true));
  const placeOf: DataFile<T>['placeOf'] = (keys, of = 'value') => {
    const range = (of === 'key' ? undefined : rangeOf(keys)) ?? rangeOfNearestKey(keys, document);
    return range ? at(range.start) : file;
  };
  const errorAt: DataFile<T>['errorAt'] = (keys, message, of) => new UsageError(`${placeOf(keys, of)}: ${message}`);
  const parsed = schema.safeParse(toValue(document, file) ?? {});
  if (parsed.success) return { value: parsed.data, source: text, rangeOf, placeOf, errorAt };
  const issue = innermost(parsed.error.issues[0]!);
  const message = describe(issue, schema, what);
  if (issue.code === 'unrecognized_keys') throw errorAt([...issue.path, issue.keys[0]!], message, 'key');
  throw errorAt(issue.path, message, issue.code === 'invalid_key' ? 'key' : 'value');
}

/** Of a value that may be one of several things, what is wrong with the one that it looks like. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inside = issue.errors.map(([first]) => first).find((first) => first && (first.path.length > 0 || first.code === 'unrecognized_keys'));
  return inside ? innermost({ ...inside, path: [...issue.path, ...inside.path] }) : issue;
}

function keyAt(text: string, [start]: [number, number]): string {
  return /^[^:\n]*/.exec(text.slice(start))![0].trim();
}

/** What the document says. Aliases may make a few lines stand for more than any memory holds; the parser refuses those. */
function toValue(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Where a key stands or, for one that is not there, the nearest above it. */
function rangeOfNearestKey(keys: PropertyKey[], document: Document): Range | undefined {
  return keys.length === 0 ? undefined : (rangeOfNode(keyNode(keys, document)) ?? rangeOfNearestKey(keys.slice(0, -1), document));
}

function keyNode(keys: PropertyKey[], document: Document): unknown {
  const parent = document.getIn(keys.slice(0, -1), true);
  return isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1))?.key : undefined;
}

function rangeOfNode(node: unknown): Range | undefined {
  return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, what: string): string {
  const subject = issue.path.length === 0 ? what : `“${issue.path.join('.')}”`;
  if (issue.code === 'invalid_key') return `${subject}: ${issue.issues[0]?.message ?? issue.message}`;
  if (issue.code === 'invalid_union') return `${subject}: expected ${issue.errors.flatMap(expectedOf).join(' or ')}`;
  if (issue.code !== 'unrecognized_keys') return `${subject}: ${issue.message}`;
  const key = issue.keys[0]!;
  const known = knownKeys(schema, issue.path);
  return `“${[...issue.path, key].join('.')}” is no key of ${what}.${known.length > 0 ? ` Did you mean “${closest(key, known)}”?` : ''}`;
}

function expectedOf([first]: z.core.$ZodIssue[]): string[] {
  if (first?.code === 'invalid_union') return first.errors.flatMap(expectedOf);
  if (first?.code === 'invalid_value') return [first.values.map((value) => `“${String(value)}”`).join(', ')];
  return first?.code === 'invalid_type' ? [first.expected === 'object' ? 'keys with values' : first.expected] : [];
}

function knownKeys(schema: z.ZodType, keys: PropertyKey[]): string[] {
  let type: unknown = schema;
  for (const key of keys) type = childOf(unwrap(type), key);
  const inner = unwrap(type);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function childOf(type: unknown, key: PropertyKey): unknown {
  if (type instanceof z.ZodObject) return (type.shape as Record<string, unknown>)[String(key)];
  if (type instanceof z.ZodArray) return type.element;
  return type instanceof z.ZodRecord ? type.valueType : undefined;
}

function unwrap(type: unknown): unknown {
  if (type instanceof z.ZodOptional) return unwrap(type.unwrap());
  // Of several choices, one has keys.
  return type instanceof z.ZodUnion ? type.options.map(unwrap).find((option) => option instanceof z.ZodObject) : type;
}
