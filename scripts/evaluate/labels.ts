import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../src/content/errors.ts';

const common = { unsure: z.boolean().default(false), why: z.string().optional() };
const place = { path: z.string(), line: z.number().int().positive() };
const twoPages = { a: z.string(), b: z.string() };

const supportVerdict = z.enum([
  'dead-end',
  'last-resort',
  'assisted',
  'third-party',
  'contact-page',
  'negated',
  'wish',
  'mention',
  // Any of them but `dead-end`, not told apart.
  'ok',
]);

const label = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('support'), ...place, verdict: supportVerdict, task: z.string().optional(), ...common }),
  z.object({ kind: z.literal('support-phrase'), lang: z.string(), text: z.string(), verdict: supportVerdict, ...common }),
  z.object({ kind: z.literal('limit'), ...place, verdict: z.enum(['no-path', 'ok']), ...common }),
  z.object({ kind: z.literal('pair'), ...twoPages, verdict: z.enum(['duplicate', 'copied', 'separate']), ...common }),
  z.object({ kind: z.literal('conflict'), ...twoPages, subject: z.string(), values: z.array(z.string()).optional(), ...common }),
  z.object({
    kind: z.literal('ui'),
    ...place,
    label: z.string(),
    verdict: z.enum(['stale', 'valid', 'third-party', 'not-a-label', 'case', 'spelling']),
    expect: z.string().optional(),
    ...common,
  }),
  z.object({ kind: z.literal('query'), query: z.string(), typo: z.string().optional(), pages: z.array(z.string()), ...common }),
]);

/** One line of a label file: a place, a pair of pages, a phrase or a query with what a careful reader said of it. */
export type Label = z.infer<typeof label>;

/** A label of one kind. */
export type LabelOf<Kind extends Label['kind']> = Extract<Label, { kind: Kind }>;

/** A label and where it was told: the label file's name and the line in it, from 1. */
export type ToldLabel<Kind extends Label['kind'] = Label['kind']> = LabelOf<Kind> & { told: { path: string; line: number } };

/** The labels of one kind. */
export function labelsOf<Kind extends Label['kind']>(kind: Kind, labels: ToldLabel[]): ToldLabel<Kind>[] {
  return labels.filter((each): each is ToldLabel<Kind> => each.kind === kind);
}

/**
 * Reads a label file: one JSON object a line. A line with a `query` and no `kind` is a search query.
 * @throws UsageError with the line that is no label
 */
export function readLabels(file: string): ToldLabel[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The label file ${file} cannot be read. Name an existing one.`);
  }
  return parseLabels(text, file);
}

/** Checks the text of a label file; `file` is named in errors only. */
export function parseLabels(text: string, file: string): ToldLabel[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = label.safeParse(withKind(fromJson(line, `${file}:${index + 1}`)));
    if (parsed.success) return [{ ...parsed.data, told: { path: path.basename(file), line: index + 1 } }];
    const issue = parsed.error.issues[0]!;
    throw new UsageError(`${file}:${index + 1}: “${issue.path.join('.')}”: ${issue.message}`);
  });
}

function fromJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`${place}: this line is not JSON.`);
  }
}

function withKind(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'query' in value && !('kind' in value) ? { kind: 'query', ...value } : value;
}
