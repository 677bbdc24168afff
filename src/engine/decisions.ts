import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { changeFiles } from '../content/change-files.ts';
import { fileErrorText, UsageError } from '../content/errors.ts';
import { rules } from '../rules/index.ts';
import type { Config } from './config.ts';

/** Characters that a reason has at most: a line, not a discussion. */
export const longestReason = 300;
/** Characters that a line has at most; a longer one is no decision. */
const longestLine = 65_536;

const decision = z
  .strictObject({
    rule: z.string().describe('Id of the rule.'),
    subject: z.string().min(1).describe('What the finding is about, as the report has it.'),
    member: z.string().min(1).describe('The page, by its `id` (`id:…`) or its path from the folder of the configuration; two pages with a space between, where the finding is of pairs.'),
    verdict: z.enum(['fault', 'fine']),
    reason: z.string().max(longestReason).regex(/^[^\p{Cc}]*$/u, 'one line, without control characters').describe('Why, in one line.'),
    by: z.string().regex(/^(?:person|agent|model) [^\p{Cc}]{1,100}$/u, '“person NAME”, “agent NAME” or “model NAME”').describe('Who decided: `person NAME`, `agent NAME` or `model NAME`. It is a claim, not a proof.'),
    date: z.iso.date(),
    judged: z.string().describe('What was judged, so that the finding comes back when it changes.'),
  })
  .describe('One line of waymark.decisions.');

/** What somebody decided of one place (or pair of pages) of a finding. */
export type Decision = z.infer<typeof decision>;

export type Verdict = Decision['verdict'];

/** A decision and its line, from 1. */
export interface PlacedDecision extends Decision {
  line: number;
}

/** JSON Schema of one line of `waymark.decisions`. */
export function decisionSchema(): object {
  return { title: 'A decision of Waymark', ...z.toJSONSchema(decision) };
}

/** Where the decisions of a configuration lie. */
export function decisionsFile({ folder }: Pick<Config, 'folder'>): string {
  return path.join(folder, 'waymark.decisions');
}

/** How the file of decisions is printed. */
export function decisionsName(config: Pick<Config, 'folder'>): string {
  return path.relative('', decisionsFile(config));
}

/**
 * Reads the decisions of a configuration; none where it has no such file.
 * @param today a later date is a mistake
 * @throws UsageError with the place of a line that is none
 */
export function readDecisions(config: Pick<Config, 'folder'>, today: string): PlacedDecision[] {
  const text = decisionsText(config);
  return text === null ? [] : parseDecisions(text, decisionsName(config), today);
}

/** The text of the file of decisions; null where there is none. */
export function decisionsText(config: Pick<Config, 'folder'>): string | null {
  const file = decisionsFile(config);
  if (!existsSync(file)) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${decisionsName(config)}: the decisions cannot be read: ${fileErrorText(error)}.`);
  }
}

/** Reads the text of a file of decisions; `name` is what it is printed as. */
export function parseDecisions(text: string, name: string, today: string): PlacedDecision[] {
  const known = new Set(rules.map(({ meta }) => meta.id));
  return linesOf(text).flatMap(({ line, content }) => {
    const fail = (message: string): never => {
      throw new UsageError(`${name}:${line}: ${message}`);
    };
    if (content.length > longestLine) fail(`this line has ${content.length.toLocaleString('en')} characters, and a decision has ${longestLine.toLocaleString('en')} at most.`);
    if (isMarker(content)) fail('here are the marks of a conflict that git left. “waymark decisions merge” keeps the decisions of both sides.');
    const parsed = decision.safeParse(jsonOf(content));
    if (!parsed.success) return fail(describe(parsed.error.issues[0]!));
    const { rule, date } = parsed.data;
    if (!known.has(rule)) fail(`there is no rule “${rule}”. Did you mean “${closest(rule, [...known])}”?`);
    if (date > today) fail(`${date} is in the future.`);
    return [{ ...parsed.data, line }];
  });
}

/** The text of a file of decisions: sorted and each line once, so that two branches rarely touch one line. */
export function formatDecisions(decisions: readonly Decision[]): string {
  return [...new Set(decisions.map(formatLine))].sort().join('');
}

/** Adds decisions to the file, in place of those that the same judge made of the same places before. */
export function addDecisions(config: Pick<Config, 'folder'>, added: readonly Decision[], today: string): void {
  const renewed = new Set(added.map(({ by, ...of }) => `${keyOfDecision(of)}\n${by}`));
  const kept = readDecisions(config, today).filter((each) => !renewed.has(`${keyOfDecision(each)}\n${each.by}`));
  writeDecisions(config, [...kept, ...added]);
}

/** Writes the file of decisions, sorted, beside the old one and then in its place. */
export function writeDecisions({ folder }: Pick<Config, 'folder'>, decisions: readonly Decision[]): void {
  changeFiles(folder, new Map([['waymark.decisions', formatDecisions(decisions)]]));
}

/** A file without the marks of conflicts that git left, with the lines of both sides. */
export function mergeSides(text: string): string {
  let isBase = false;
  return linesOf(text)
    .filter(({ content }) => {
      if (content.startsWith('|||||||')) isBase = true;
      else if (isMarker(content)) isBase = false;
      return !isBase && !isMarker(content);
    })
    .map(({ content }) => `${content}\n`)
    .join('');
}

/** What is decided: the rule, the subject and the place. */
function keyOfDecision({ rule, subject, member }: Pick<Decision, 'rule' | 'subject' | 'member'>): string {
  return `${rule}\n${subject}\n${member}`;
}

/** Whether a person decided; what an agent or a model says counts for less. */
export function isByPerson({ by }: Pick<Decision, 'by'>): boolean {
  return by.startsWith('person ');
}

/** Orders decisions on one thing, the one that counts first: the later one, on one day `fault`, and a person before others. */
export function compareWeight(one: Decision, other: Decision): number {
  if (one.date !== other.date) return one.date > other.date ? -1 : 1;
  if (one.verdict !== other.verdict) return one.verdict === 'fault' ? -1 : 1;
  return Number(isByPerson(other)) - Number(isByPerson(one));
}

/** “fault by person Ann on 2027-01-31: the same steps in other words” */
export function tellDecision({ verdict, by, date, reason }: Decision): string {
  return `${verdict} by ${by} on ${date}${reason === '' ? '' : `: ${reason}`}`;
}

function linesOf(text: string): { line: number; content: string }[] {
  return text
    .split('\n')
    .map((content, index) => ({ line: index + 1, content: content.trim() }))
    .filter(({ content }) => content !== '');
}

function isMarker(content: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(content);
}

function formatLine({ rule, subject, member, verdict, reason, by, date, judged }: Decision): string {
  return `${JSON.stringify({ rule, subject, member, verdict, reason, by, date, judged })}\n`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const example = 'A line is {"rule":…,"subject":…,"member":…,"verdict":"fault" or "fine","reason":…,"by":"person NAME","date":"2027-01-31","judged":…}; “waymark review” writes it.';
  if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') return `this is no decision. ${example}`;
  if (issue.code === 'unrecognized_keys') return `a decision has no key “${issue.keys[0]}”.`;
  return `“${issue.path.join('.')}”: ${issue.message}`;
}
