import type { ContactMention } from '../../content/extract/contacts.ts';
import type { Page } from '../../content/types.ts';
import { compiledLexicon, type CompiledLexicon } from '../../text/lexicon/compile.ts';
import { stem } from '../../text/stems.ts';
import type { TaskPart } from '../../text/task.ts';
import { wordsOf } from '../../text/words.ts';
import type { TaskComponent, TaskName } from './types.ts';

/** An object of more stems than this is a sentence, and would join with nothing. */
const mostStems = 8;

/** The task of a mention in normal form; null where the text tells none. */
export function nameTask(page: Page, mention: ContactMention): TaskName | null {
  const words = compiledLexicon(mention.language);
  const parts = mention.purpose?.parts.filter(({ verb }) => verb !== '') ?? [];
  if (!words || parts.length === 0) return null;
  const told = parts.map((part) => ({ part, component: componentOf(part, words) }));
  const whole = told.filter(({ component }) => component.objects.length > 0);
  if (whole.length > 0) return { text: textOf(whole.map(({ part }) => part)), components: whole.map(({ component }) => component) };
  const borrowed = borrowedObject(page, mention);
  const component = componentOf({ verb: parts[0]!.verb, object: borrowed }, words);
  return component.objects.length === 0 ? null : { text: `${textOf(parts)} (“${borrowed}”)`, components: [component] };
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

/** "enable it": what the heading and the title of the page speak of. */
function borrowedObject(page: Page, { heading, row }: ContactMention): string {
  const own = row !== '' ? row : heading.text;
  return own === page.facts.title ? own : `${own} ${page.facts.title}`.trim();
}

function textOf(parts: TaskPart[]): string {
  return parts.map(({ verb, object }) => `${verb} ${object}`.trim()).join(' and ');
}

/** A sentence in the form in which two that say the same are equal: words in lower case and nothing else. */
export function normalSentence({ sentence }: ContactMention): string {
  return wordsOf(sentence.toLowerCase()).join(' ');
}
