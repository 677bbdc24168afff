import type { CompiledLexicon } from './lexicon/compile.ts';
import { wordsOf } from './words.ts';

/** What a purpose is about: doing something to the product, talking to a person, or something else. */
export type TaskKind = 'administrative' | 'talk' | 'other';

/** A verb in its canonical form (empty where the text tells none) and its object in the words of the text. */
export interface TaskPart {
  verb: string;
  object: string;
}

/** A purpose taken apart: coordinated verbs each with an object. */
export interface TaskReading {
  kind: TaskKind;
  parts: TaskPart[];
}

/** A noun phrase longer than this is no object but a sentence. */
const longestObject = 12;

/** Characters of the ending of a verb that stands last: 確認 + する. */
const longestEnding = 3;

/** Reads the text of a purpose, its marker ("to", "if you want to") left out. */
export function readTask(text: string, words: CompiledLexicon): TaskReading {
  const purpose = withoutLeads(text, words);
  if (words.task.talk.leads(purpose) > 0 || (words.grammar.order === 'object-verb' && words.task.talk.ends(purpose, longestEnding))) return { kind: 'talk', parts: [] };
  if (words.grammar.order !== 'verb-object') {
    const found = verbAnywhere(purpose, words);
    if (found) return { kind: 'administrative', parts: [{ verb: found.verb, object: cutObject(`${found.before} ${found.after}`, words) }] };
    return { kind: 'other', parts: [{ verb: '', object: cutObject(purpose, words) }] };
  }
  const parts = activeParts(purpose, words);
  // "migration assistance": the verb is a noun, and what is asked for is help.
  if (parts.length > 0 && parts.every(({ object }) => words.task.talk.is(object))) return { kind: 'talk', parts: [] };
  if (parts.length > 0) return { kind: 'administrative', parts };
  const passive = passivePart(text, purpose, words) ?? requestedPart(text, words);
  if (passive) return { kind: 'administrative', parts: [passive] };
  const object = cutObject(purpose, words);
  return { kind: 'other', parts: [{ verb: '', object: words.task.pronouns.is(object) ? '' : object }] };
}

function withoutLeads(text: string, words: CompiledLexicon): string {
  let rest = text.trim();
  for (let round = 0; round < 4; round++) {
    const lead = words.task.leads.leads(rest);
    if (lead === 0 || words.administrative.leads(rest) > 0) break;
    const after = rest.slice(lead).trim();
    if (after === '') break;
    rest = after;
  }
  return rest;
}

/** "validate your settings and enable tracking": a verb at the head, and one after each join. */
function activeParts(purpose: string, words: CompiledLexicon): TaskPart[] {
  const head = verbAtHead(purpose, words);
  if (!head) return [];
  const parts: TaskPart[] = [];
  let { verb, rest } = head;
  for (;;) {
    const next = nextVerb(rest, words);
    parts.push({ verb, object: cutObject(next ? rest.slice(0, next.start) : rest, words) });
    if (!next || parts.length === 4) break;
    ({ verb, rest } = next);
  }
  return sharedObjects(parts);
}

/** "upgrade or downgrade your plan": the first verb has no object of its own and takes the next one's. */
function sharedObjects(parts: TaskPart[]): TaskPart[] {
  for (let index = parts.length - 2; index >= 0; index--) {
    if (parts[index]!.object === '') parts[index]!.object = parts[index + 1]!.object;
  }
  return parts;
}

function verbAtHead(text: string, words: CompiledLexicon): { verb: string; rest: string } | null {
  const length = words.administrative.leads(text);
  return length === 0 ? null : { verb: canonicalVerb(text.slice(0, length), words), rest: text.slice(length) };
}

function canonicalVerb(form: string, { verbs }: CompiledLexicon): string {
  return verbs.find(({ forms }) => forms.is(form))?.verb ?? '';
}

function nextVerb(text: string, words: CompiledLexicon): { start: number; verb: string; rest: string } | null {
  for (const join of words.task.joins.findAll(text)) {
    const head = verbAtHead(text.slice(join.end), words);
    if (head) return { start: join.start, ...head };
  }
  return null;
}

/** "SSL click tracking be enabled", "have your limit raised": the object stands before the verb. */
function passivePart(text: string, purpose: string, words: CompiledLexicon): TaskPart | null {
  const found = verbAnywhere(purpose, words);
  if (!found || found.before.trim() === '' || wordsOf(found.before).length > longestObject) return null;
  const { causatives, auxiliaries, ends } = words.task;
  // "Account deletion is done by support": the verb is a noun, and what follows tells nothing of its object.
  const nominal = auxiliaries.leads(found.after) > 0;
  const passive = nominal || causatives.leads(text.trim()) > 0 || auxiliaries.ends(found.before) || ends.leads(found.after) > 0 || /^[\s.,!)]*$/u.test(found.after);
  if (!passive) return null;
  const after = nominal ? '' : found.after.trim();
  return { verb: found.verb, object: cutObject(`${withoutAuxiliaries(found.before, words)} ${after}`, words) };
}

/** "This limit can only be" → "This limit". */
function withoutAuxiliaries(text: string, { task, contact }: CompiledLexicon): string {
  let rest = text.trim();
  for (;;) {
    const last = [task.auxiliaries, contact.teamActs, contact.musts].map((list) => list.findAll(rest).at(-1)).find((match) => match && match.end === rest.length);
    if (!last) return rest;
    rest = rest.slice(0, last.start).trim();
  }
}

/** "request a signed agreement": no verb but the asking tells what is done. */
function requestedPart(text: string, words: CompiledLexicon): TaskPart | null {
  const length = words.task.requests.leads(text);
  return length === 0 ? null : { verb: words.lexicon.task.requests[0]!, object: cutObject(text.slice(length), words) };
}

function verbAnywhere(text: string, words: CompiledLexicon): { verb: string; before: string; after: string } | null {
  const found = words.administrative.find(text);
  if (!found) return null;
  return { verb: canonicalVerb(text.slice(found.start, found.end), words), before: text.slice(0, found.start), after: text.slice(found.end) };
}

/** The object without what no longer belongs to it: "for you", "on your account", a new clause. */
function cutObject(text: string, words: CompiledLexicon): string {
  const stop = /[;:!?()[\]。；！？（）]|\.(?=\s|$)/u.exec(text);
  let object = stop ? text.slice(0, stop.index) : text;
  const end = words.task.ends.find(object);
  if (end) object = object.slice(0, end.start);
  return object.replace(/^[\s,]+|[\s,]+$/gu, '');
}
