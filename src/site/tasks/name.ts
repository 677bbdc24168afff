import type { ContactMention } from '../../content/extract/contacts.ts';
import type { Page } from '../../content/types.ts';
import { compiledLexicon, type CompiledLexicon } from '../../text/lexicon/compile.ts';
import { shortened } from '../../text/shortened.ts';
import { stem } from '../../text/stems.ts';
import { readTask, type TaskPart } from '../../text/task.ts';
import { wordsOf } from '../../text/words.ts';
import type { TaskComponent, TaskName } from './types.ts';

/** An object of more stems than this is a sentence, and would join with nothing. */
const mostStems = 8;

/** More words before the verb of a sentence are a clause of their own. */
const mostSubjectWords = 6;

const numbered = /^(?:\p{L}+\s)?\d+\s?[.:)–—-]/u;

/**
 * The task of a mention in normal form; null where the text tells none.
 * @param common headings of the tree that name nothing without the title of their page
 */
export function nameTask(page: Page, mention: ContactMention, common: ReadonlySet<string>): TaskName | null {
  const words = compiledLexicon(mention.language);
  const parts = mention.purpose?.parts.filter(({ verb }) => verb !== '') ?? [];
  if (!words || parts.length === 0) return null;
  const told = parts.map((part) => ({ part, component: componentOf(part, words) }));
  const whole = told.filter(({ component }) => component.objects.length > 0);
  if (whole.length > 0) return { text: textOf(whole.map(({ part }) => part), mention.purpose!.text, words), components: whole.map(({ component }) => component) };
  for (const object of borrowedObjects(page, mention, common, words)) {
    // A heading such as "451" names no thing.
    if (!/\p{L}/u.test(object.text)) continue;
    const component = componentOf({ verb: parts[0]!.verb, object: object.text }, words);
    if (component.objects.length > 0) return { text: `${parts[0]!.verb} ${object.quoted ? `“${object.text}”` : object.text}`, components: [component] };
  }
  return null;
}

/** `enable: click open ssl track`. */
export function componentKey({ verb, objects }: TaskComponent): string {
  return `${verb}: ${objects.join(' ')}`;
}

/** A verb and its object in normal form: stems, sorted, without words that say nothing about the object. */
export function componentOf({ verb, object }: TaskPart, words: CompiledLexicon): TaskComponent {
  const { language } = words.lexicon;
  if (words.task.pronouns.is(object)) return { verb, objects: [] };
  const telling = wordsOf(object)
    .map((word) => word.toLowerCase().replace(/['’]s$/u, ''))
    .filter((word) => !words.stopWords.has(word));
  const heavy = telling.filter((word) => !words.task.light.is(word));
  // "Close your account": a word that adds little beside others is the object where it stands alone.
  const stems = (heavy.length > 0 ? heavy : telling).map((word) => stem(words.synonyms.get(word) ?? word, language));
  const objects = [...new Set(stems)].sort();
  return { verb, objects: objects.length > mostStems ? [] : objects };
}

/** "enable it": what the sentence before is about, else what row, heading or title speak of. */
function borrowedObjects({ facts: { title } }: Page, { previous, heading, row }: ContactMention, common: ReadonlySet<string>, words: CompiledLexicon): { text: string; quoted: boolean }[] {
  const titles = row !== '' ? [row] : [heading.text, title];
  const things = titles.map((text) => {
    const thing = thingIn(text, words);
    return text !== title && common.has(thing.text) ? { ...thing, text: `${title}: ${text}` } : thing;
  });
  return [{ text: subjectOf(previous.text, words), quoted: false }, ...things];
}

/**
 * The thing that a heading speaks of: of one that tells a task its object ("Resetting your username" → "your username"),
 * else all of it. One that only tells a kind of text ("FAQs") names none, nor does a question, a step ("Step 4: Test it")
 * or an activity ("Finding your team ID").
 */
function thingIn(title: string, words: CompiledLexicon): { text: string; quoted: boolean } {
  const { questions, purposeBefore, yours } = words.contact;
  const plain = title.replace(/[?？:：.。!！\s]+$/u, '').trim();
  const asked = questions.leads(plain) || purposeBefore.leads(plain);
  const told = readTask(plain.slice(asked), words).parts.find(({ verb, object }) => verb !== '' && object !== '');
  if (told) return { text: told.object, quoted: false };
  const isActivity = (yours.find(plain)?.start ?? 0) > 0 || numbered.test(plain) || asked > 0 || /[?？]\s*$/u.test(title);
  return { text: isActivity || words.pages.siteWords.is(plain) ? '' : title, quoted: true };
}

/** The few words before the first verb of a plain statement: "Click tracking is off by default." → "Click tracking". */
function subjectOf(sentence: string, { task, contact }: CompiledLexicon): string {
  const verb = [task.auxiliaries, contact.teamActs].map((list) => list.find(sentence)).filter((match) => match !== null).sort((a, b) => a.start - b.start)[0];
  const subject = verb ? sentence.slice(0, verb.start).trim() : '';
  return wordsOf(subject).length <= mostSubjectWords && !/[,;:，；：]/u.test(subject) && !task.pronouns.is(subject) ? subject : '';
}

/** A task in words: verb first where that reads as people write it, else in quotes as the text tells it. */
function textOf(parts: TaskPart[], told: string, words: CompiledLexicon): string {
  const isPlain = parts.every((part) => isPhrase(part, told, words));
  return isPlain ? parts.map(({ verb, object }) => `${verb} ${object}`.trim()).join(' and ') : `“${shortened(told.replace(/[\s.,!。！]+$/u, ''))}”`;
}

/** Whether the verb of a normal form is a word of the text's language, and its object stands in the text as one noun phrase. */
function isPhrase({ verb, object }: TaskPart, told: string, { verbs, task, stopWords }: CompiledLexicon): boolean {
  if (!verbs.some((each) => each.verb === verb && each.forms.is(verb))) return false;
  if (task.auxiliaries.find(object) || /\s{2}/.test(object)) return false;
  const at = told.indexOf(object);
  // In front of the verb it is an object only in the passive: "click tracking can be enabled".
  if (at === 0) return task.auxiliaries.find(told.slice(object.length)) !== null;
  // "cancel If the order has …" begins a clause of its own.
  const [first = ''] = object.split(' ', 1);
  return at > 0 && (first === first.toLowerCase() || !stopWords.has(first.toLowerCase()));
}

/** A sentence in the form in which two that say the same are equal: words in lower case and nothing else. */
export function normalSentence({ sentence }: ContactMention): string {
  return wordsOf(sentence.toLowerCase()).join(' ');
}
