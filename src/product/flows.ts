import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseDataFile, readDataFile, type DataFile } from '../content/data-file.ts';
import { didYouMean, shownText, textIn, type ShownText } from './self-serve.ts';

// A number would come before every word, whatever the order of the file.
const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'an id begins with a small letter, and has small letters, digits and single hyphens');

const question = z.strictObject({
  question: shownText.describe('What the reader is asked.'),
  help: shownText.optional().describe('How to find the answer out.'),
  answers: z
    .array(z.strictObject({ answer: shownText, to: z.string().describe('The question or outcome that follows.') }))
    .min(1, 'a question has answers'),
});

const outcome = z.strictObject({
  title: shownText.describe('What is the matter, or what to do.'),
  text: shownText.optional().describe('A sentence or two more.'),
  page: z.string().optional().describe('The page that tells how to mend it, relative to the folder of the pages; `#` and a heading’s anchor may follow.'),
  action: z.strictObject({ label: shownText, to: z.string().regex(/^(?:https?:\/\/|\/)/, 'is no address') }).optional().describe('A place in the product where it is mended.'),
  contact: z.union([z.literal(true), id]).optional().describe('`true`, or a task of the self-serve registry: a person takes over, and is told the answers.'),
});

const schema = z.strictObject({
  $schema: z.string().optional(),
  title: shownText.describe('What does not work, in the words of the reader.'),
  description: shownText.optional(),
  questions: z.record(id, question).refine((questions) => Object.keys(questions).length > 0, 'a flow begins with a question').describe('The first one is asked first.'),
  outcomes: z.record(id, outcome),
});

const scenariosSchema = z.strictObject({
  $schema: z.string().optional(),
  scenarios: z.array(
    z.strictObject({
      answers: z.array(z.string()).min(1).describe('The answers in order, in any language of the flow.'),
      outcome: z.string().describe('Where they must lead.'),
    }),
  ),
});

type FlowData = z.infer<typeof schema>;

/** A way through questions to what is the matter. */
export interface Flow {
  /** The name of its file. */
  id: string;
  title: ShownText;
  description: ShownText;
  /** In the order of the file; the first is asked first. */
  questions: FlowQuestion[];
  outcomes: FlowOutcome[];
  /** `path:line:column` of what an outcome says, for those who check it further. */
  placeOf(outcome: string, key: 'page' | 'contact'): string;
}

export interface FlowQuestion {
  id: string;
  question: ShownText;
  help: ShownText | null;
  answers: { answer: ShownText; to: string }[];
}

/** Where a flow ends; it has a page, an action or a contact. */
export interface FlowOutcome extends z.infer<typeof outcome> {
  id: string;
}

/** Folder of the flows, in the folder of the pages. */
const flowFolder = 'fix';

const what = 'the flow';
const scenarioEnding = '.scenarios.yaml';

/**
 * Reads the flows of a content folder, and plays the scenarios that stand beside them.
 * @param folder that holds the pages
 * @throws UsageError with the place of the mistake
 */
export function readFlows(folder: string): Flow[] {
  const inside = path.join(folder, flowFolder);
  const files = namesIn(inside).filter((name) => name.endsWith('.yaml'));
  const scenarios = new Set(files.filter((name) => name.endsWith(scenarioEnding)));
  return files.flatMap((name) => {
    if (scenarios.has(name)) return [];
    const flowId = name.slice(0, -'.yaml'.length);
    const flow = checked(flowId, readDataFile(path.join(inside, name), schema, what));
    const beside = flowId + scenarioEnding;
    if (scenarios.has(beside)) play(flow, readDataFile(path.join(inside, beside), scenariosSchema, 'the scenarios'));
    return [flow];
  });
}

/** A flow from a text at hand; `file` is named in errors only. */
export function parseFlow(text: string, file: string): Flow {
  return checked(path.basename(file, '.yaml'), parseDataFile(text, file, schema, what));
}

/** Plays scenarios from a text at hand. */
export function playScenarios(flow: Flow, text: string, file: string): void {
  play(flow, parseDataFile(text, file, scenariosSchema, 'the scenarios'));
}

/** JSON Schema of a flow, for editors. */
export function flowSchema(): object {
  return { title: 'Troubleshooter flow of Waymark', ...z.toJSONSchema(schema) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return []; // A tree without flows has no such folder.
  }
}

function checked(flowId: string, data: DataFile<FlowData>): Flow {
  const { title, description, questions, outcomes } = data.value;
  checkTargets(data);
  checkEnds(data);
  checkWays(data);
  return {
    id: flowId,
    title,
    description: description ?? '',
    questions: Object.entries(questions).map(([name, { help, ...each }]) => ({ id: name, help: help ?? null, ...each })),
    outcomes: Object.entries(outcomes).map(([name, each]) => ({ id: name, ...each })),
    placeOf: (name, key) => data.placeOf(['outcomes', name, key]),
  };
}

function checkTargets({ value: { questions, outcomes }, errorAt }: DataFile<FlowData>): void {
  const known = [...Object.keys(questions), ...Object.keys(outcomes)];
  const both = Object.keys(outcomes).find((name) => Object.hasOwn(questions, name));
  if (both !== undefined) throw errorAt(['outcomes', both], `“${both}” is a question already; an outcome needs a name of its own.`, 'key');
  for (const [name, { answers }] of Object.entries(questions)) {
    answers.forEach(({ answer, to }, index) => {
      if (!known.includes(to)) throw errorAt(['questions', name, 'answers', index, 'to'], `the answer “${textIn(answer, 'en')}” leads to “${to}”, which is no question and no outcome.${didYouMean(to, known)}`);
    });
  }
}

/** An outcome that offers nothing is a dead end. */
function checkEnds({ value: { outcomes }, errorAt }: DataFile<FlowData>): void {
  for (const [name, { page, action, contact }] of Object.entries(outcomes)) {
    if (page === undefined && action === undefined && contact === undefined) throw errorAt(['outcomes', name], `the outcome “${name}” is a dead end: give it a page, an action or a contact.`, 'key');
  }
}

/** Every way ends, and everything that is written is reached. */
function checkWays({ value: { questions, outcomes }, errorAt }: DataFile<FlowData>): void {
  const reached = new Set<string>();
  const visit = (name: string, trail: string[]): void => {
    if (reached.has(name)) return;
    for (const [index, { to }] of (questions[name]?.answers ?? []).entries()) {
      const way = [...trail, name];
      if (way.includes(to)) throw errorAt(['questions', name, 'answers', index, 'to'], `the questions go round: ${[...way.slice(way.indexOf(to)), to].map((each) => `“${each}”`).join(' → ')}.`);
      visit(to, way);
    }
    reached.add(name);
  };
  visit(Object.keys(questions)[0]!, []);
  for (const [kind, names] of [['questions', Object.keys(questions)], ['outcomes', Object.keys(outcomes)]] as const) {
    const lost = names.find((name) => !reached.has(name));
    if (lost !== undefined) throw errorAt([kind, lost], `no answer leads to “${lost}”.`, 'key');
  }
}

function play(flow: Flow, { value: { scenarios }, errorAt }: DataFile<z.infer<typeof scenariosSchema>>): void {
  for (const [index, { answers, outcome: expected }] of scenarios.entries()) {
    let at = flow.questions[0]!.id;
    for (const [step, answer] of answers.entries()) {
      const fail = (message: string) => errorAt(['scenarios', index, 'answers', step], message);
      const asked = flow.questions.find((each) => each.id === at);
      if (!asked) throw fail(`“${at}” is the outcome already, and asks nothing more.`);
      const given = asked.answers.find((each) => textsOf(each.answer).includes(answer));
      if (!given) throw fail(`the question “${at}” has no answer “${answer}”.${didYouMean(answer, asked.answers.flatMap((each) => textsOf(each.answer)))}`);
      at = given.to;
    }
    if (at !== expected) throw errorAt(['scenarios', index, 'outcome'], `these answers lead to “${at}”, not to “${expected}”.`);
  }
}

function textsOf(text: ShownText): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}
