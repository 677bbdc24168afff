import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { parseDataFile, readDataFile, type DataFile } from '../content/data-file.ts';

const kinds = ['limit', 'price', 'version', 'url', 'name'] as const;
const text = z.string().trim().min(1, 'this is empty');
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a date is written as 2026-03-31');

const fact = z.strictObject({
  kind: z.enum(kinds).describe('What the value is.'),
  value: z.union([z.number(), text]).describe('A number for limits and prices, a text for the rest. `{fact.ID}` in a text stands for another fact.'),
  unit: text.optional().describe('What a limit counts (`IP addresses`), in the words of the pages; the currency of a price (`USD`).'),
  per: text.optional().describe('What the limit or price holds for (`month`, `account`).'),
  about: text.optional().describe('Words that a sentence about this value has; without them, a number on a page is not taken for it.'),
  scope: text.optional().describe('Plan, region or version that the value holds for, in the words of the pages.'),
  formerly: z.array(z.union([z.number(), text])).optional().describe('Values that it had before.'),
  raise: z
    .strictObject({ to: text.describe('Address of a page or of a place in the product.'), label: text.describe('What the link says (`Upgrade your plan`).') })
    .optional()
    .describe('Where the reader gets more than the limit, or another price.'),
  warn: z.number().positive().optional().describe('Number at which the product warns that the limit is near.'),
  changed: day.optional().describe('Day on which the value changed last; pages that use it are to be reviewed after it.'),
});

const schema = z.strictObject({
  $schema: z.string().optional(),
  facts: z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id has small letters, digits and single hyphens'), fact),
});

type FactsData = z.infer<typeof schema>;

/** A value of the product that one file owns and pages use. */
export interface Fact {
  id: string;
  kind: (typeof kinds)[number];
  /** A number for limits and prices, a text with no references left for the rest. */
  value: number | string;
  /** What a limit counts, or the currency of a price (ISO 4217); empty where it has none. */
  unit: string;
  /** What the limit or price holds for (`month`); empty where that is not told. */
  per: string;
  /** Words that a sentence about the value has; empty where the unit is enough. */
  about: string;
  /** Plan, region or version that it holds for; empty for all. */
  scope: string;
  /** Values that it had before. */
  formerly: (number | string)[];
  /** Where the reader gets more; null where that is not told. */
  raise: { to: string; label: string } | null;
  /** Number, in the unit of the limit, at which the product warns; null where it does not. */
  warn: number | null;
  /** Day on which the value changed last (`2026-03-31`); empty where that is not told. */
  changed: string;
}

/** Facts by id, in the order of their file. */
export type Facts = ReadonlyMap<string, Fact>;

/** Where facts stand, relative to the folder of the configuration. */
export const factsFile = 'product/facts.yaml';

const what = 'the file of facts';

/**
 * Reads the facts of a product.
 * @throws UsageError with the place of the mistake
 */
export function readFacts(file: string): Facts {
  return checked(readDataFile(file, schema, what));
}

/** The same for a text at hand; `file` is named in errors only. */
export function parseFacts(source: string, file: string): Facts {
  return checked(parseDataFile(source, file, schema, what));
}

/** JSON Schema of the file, for editors. */
export function factsSchema(): object {
  return { title: 'Facts of a product', ...z.toJSONSchema(schema) };
}

/** A fact's value as a page shows it. Numbers and amounts are written as the locale does. */
export function factText({ kind, value, unit }: Pick<Fact, 'kind' | 'value' | 'unit'>, locale = 'en'): string {
  if (typeof value === 'string') return value;
  const style: Intl.NumberFormatOptions = kind === 'price' ? { style: 'currency', currency: unit, minimumFractionDigits: Number.isInteger(value) ? 0 : 2 } : {};
  return new Intl.NumberFormat(locale, style).format(value);
}

function checked({ value: { facts }, errorAt }: DataFile<FactsData>): Facts {
  for (const [id, told] of Object.entries(facts)) {
    const complain = (key: keyof typeof told, message: string): never => {
      throw errorAt(['facts', id, key], `“facts.${id}”: ${message}`);
    };
    const counted = told.kind === 'limit' || told.kind === 'price';
    if (counted && typeof told.value !== 'number') complain('value', `the value of a ${told.kind} is a number.`);
    if (!counted && typeof told.value === 'number') complain('value', `the value of a ${told.kind} is a text; put it in quotation marks.`);
    if (told.kind === 'limit' && told.unit === undefined) complain('unit', 'a limit needs a “unit”: what it counts, such as “API keys”.');
    if (told.kind === 'price' && !/^[A-Z]{3}$/.test(told.unit ?? '')) complain('unit', 'a price needs a currency as its “unit”, such as “USD”.');
    if (told.warn !== undefined && !(told.kind === 'limit' && told.warn < Number(told.value))) complain('warn', '“warn” is a number below the limit.');
  }

  /** Text of a fact's value, with those of the facts it refers to; `path` are the facts that led here. */
  function resolve(id: string, path: string[]): number | string {
    const { value } = facts[id]!;
    if (typeof value === 'number') return value;
    return value.replace(reference, (_, name: string) => {
      const fail = (message: string) => errorAt(['facts', id, 'value'], `“facts.${id}”: ${message}`);
      if (!Object.hasOwn(facts, name)) throw fail(`there is no fact “${name}”. Did you mean “${closest(name, Object.keys(facts))}”?`);
      if (path.includes(name)) throw fail(`the value goes round in a circle: ${[...path.slice(path.indexOf(name)), name].join(' → ')}.`);
      const referred = facts[name]!;
      return factText({ kind: referred.kind, value: resolve(name, [...path, name]), unit: referred.unit ?? '' });
    });
  }

  return new Map(
    Object.entries(facts).map(([id, told]): [string, Fact] => [
      id,
      {
        id,
        kind: told.kind,
        value: resolve(id, [id]),
        unit: told.unit ?? '',
        per: told.per ?? '',
        about: told.about ?? '',
        scope: told.scope ?? '',
        formerly: told.formerly ?? [],
        raise: told.raise ?? null,
        warn: told.warn ?? null,
        changed: told.changed ?? '',
      },
    ]),
  );
}

const reference = /\{\s*fact\.([a-z0-9-]+)\s*\}/g;
