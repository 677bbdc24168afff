import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { parseDataFile, readDataFile, type DataFile } from '../content/data-file.ts';
import type { Range, SourceFile } from '../content/types.ts';

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** `pl`, `pt-BR`: a tag that means a language. */
const languageTag = z.string().refine(isLanguage, 'is no language tag; write one such as “pl”, “de” or “pt-BR”');

/** A text that readers see: one for all languages, or one for each. */
export const shownText = z.union([z.string().trim().min(1), z.record(languageTag, z.string().trim().min(1))], 'is no text, and no text for each language');
/** A word that other parts of the file, and pages, refer to. */
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id has small letters, digits and single hyphens');

const channel = z.strictObject({
  name: shownText.describe('What readers call it (`Support`).'),
  address: z.string().trim().min(1).describe('Mail address, telephone number or web address.'),
  hours: shownText.describe('When somebody answers, with the time zone.'),
  languages: z.array(languageTag).min(1).describe('Languages in which somebody answers.'),
  response: z
    .array(
      z.strictObject({
        plan: shownText.optional().describe('Plan that it holds for; all when left out.'),
        severity: shownText.optional().describe('What is wrong (`Outage`); anything when left out.'),
        within: shownText.describe('How soon the first answer comes (`4 hours`).'),
      }),
    )
    .min(1)
    .describe('How soon the first answer comes: one entry for all, or one for each plan and severity.'),
});

const assisted = z.strictObject({
  reason: shownText.describe('Why a person has to do it.'),
  owner: z.string().trim().min(1).describe('Who looks after the way that is missing.'),
  channel: z.string().describe('Channel that does it.'),
  response: shownText.describe('How soon it is done.'),
  expires: z.iso.date('a date is written as 2027-03-31').describe('Last day of the exception: after it, it has to be decided again.'),
});

const task = z.strictObject({
  phrasings: z.record(languageTag, z.array(z.string().trim().min(1)).min(1)).describe('What readers call it, verb first, by language. Pages, headings and tickets that say the same in other forms are found by these.'),
  page: z.string().optional().describe('The page that tells how to do it, relative to the folder of the configuration.'),
  route: z.string().optional().describe('Where in the product it is done: an address, or a path below `app`.'),
  assisted: assisted.optional().describe('Set where only a person can do it.'),
  needs: z.array(z.string()).optional().describe('Tasks that have to be done before.'),
});

const schema = z.strictObject({
  $schema: z.string().optional(),
  app: z.url('is no address').optional().describe('Address of the product, before every route.'),
  channels: z.record(id, channel).optional().describe('Ways to reach a person.'),
  tasks: z.record(id, task).optional().describe('What readers want to get done, and what serves it.'),
});

type SelfServeData = z.infer<typeof schema>;

export type ShownText = z.infer<typeof shownText>;

/** A way to reach the people of the product. */
export interface Channel extends z.infer<typeof channel> {
  id: string;
}

/** A task that only a person can do, by decision and for a time. */
export type Assisted = z.infer<typeof assisted>;

/** A task that the product team knows of, and how readers get it done. */
export interface RegisteredTask {
  id: string;
  phrasings: Record<string, string[]>;
  /** The page that serves it, relative to the root of the content tree; null where none is named. */
  page: string | null;
  /** Full address in the product, or a path where the registry names no `app`; null where none is named. */
  route: string | null;
  assisted: Assisted | null;
  needs: string[];
  /** The task's id in the file. */
  range: Range;
}

/** The self-serve registry: which tasks readers have, and what serves them. */
export interface SelfServe {
  /** The file, its path relative to the root of the content tree. */
  file: SourceFile;
  tasks: RegisteredTask[];
  channels: Channel[];
}

/** Where the registry stands, relative to the folder of the configuration. */
export const selfServeFile = 'product/self-serve.yaml';

const what = 'the self-serve registry';

/**
 * Reads a registry.
 * @param fromRoot makes a path relative to the configuration's folder one relative to the root of the content tree
 * @throws UsageError with the place of the mistake
 */
export function readSelfServe(file: string, fromRoot: (path: string) => string): SelfServe {
  return checked(readDataFile(file, schema, what), fromRoot);
}

/** The same for a text at hand; `file` is named in errors only. */
export function parseSelfServe(text: string, file: string): SelfServe {
  return checked(parseDataFile(text, file, schema, what), (path) => path);
}

/** JSON Schema of the file, for editors. */
export function selfServeSchema(): object {
  return { title: 'Self-serve registry of Waymark', ...z.toJSONSchema(schema) };
}

function checked(data: DataFile<SelfServeData>, fromRoot: (path: string) => string): SelfServe {
  const { app, channels = {}, tasks = {} } = data.value;
  checkReferences(data);
  checkOrder(data);
  return {
    file: { path: fromRoot(selfServeFile), source: data.source },
    channels: Object.entries(channels).map(([name, each]) => ({ id: name, ...each })),
    tasks: Object.entries(tasks).map(([name, each]) => ({
      id: name,
      phrasings: each.phrasings,
      page: each.page === undefined ? null : fromRoot(each.page),
      route: each.route === undefined ? null : fullRoute(each.route, app),
      assisted: each.assisted ?? null,
      needs: each.needs ?? [],
      range: data.rangeOf(['tasks', name], 'key')!,
    })),
  };
}

/** The text in a language, else in English, else in the first language it has. */
export function textIn(text: ShownText, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text[language.split('-')[0]!] ?? text['en'] ?? Object.values(text)[0]!;
}

function fullRoute(route: string, app: string | undefined): string {
  return app === undefined ? route : new URL(route.replace(/^\//, ''), app.replace(/\/?$/, '/')).href;
}

function checkReferences({ value: { channels = {}, tasks = {} }, errorAt }: DataFile<SelfServeData>): void {
  for (const [name, { assisted: exception, needs = [] }] of Object.entries(tasks)) {
    if (exception && !Object.hasOwn(channels, exception.channel)) {
      throw errorAt(['tasks', name, 'assisted', 'channel'], `there is no channel “${exception.channel}”.${didYouMean(exception.channel, Object.keys(channels))}`);
    }
    const index = needs.findIndex((other) => !Object.hasOwn(tasks, other));
    if (index >= 0) throw errorAt(['tasks', name, 'needs', index], `there is no task “${needs[index]!}”.${didYouMean(needs[index]!, Object.keys(tasks))}`);
  }
}

/** Tasks that need each other can never be begun. */
function checkOrder({ value: { tasks = {} }, errorAt }: DataFile<SelfServeData>): void {
  const done = new Set<string>();
  const visit = (name: string, trail: string[]): void => {
    if (done.has(name)) return;
    if (trail.includes(name)) {
      const ring = [...trail.slice(trail.indexOf(name)), name];
      throw errorAt(['tasks', name, 'needs'], `tasks need each other in a ring: ${ring.map((each) => `“${each}”`).join(' needs ')}. Take one of these out.`);
    }
    for (const other of tasks[name]?.needs ?? []) visit(other, [...trail, name]);
    done.add(name);
  };
  for (const name of Object.keys(tasks)) visit(name, []);
}

/** A sentence for the end of a message about an unknown name; empty where there is nothing to propose. */
export function didYouMean(name: string, known: string[]): string {
  return known.length > 0 ? ` Did you mean “${closest(name, known)}”?` : '';
}

function isLanguage(tag: string): boolean {
  try {
    return languageNames.of(tag) !== undefined;
  } catch {
    return false; // Not even the shape of a tag.
  }
}
