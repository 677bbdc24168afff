import { compiledLexicon } from '../../text/lexicon/compile.ts';
import { readTask } from '../../text/task.ts';
import { componentOf } from './name.ts';
import type { TaskComponent } from './types.ts';

/**
 * The task that a short text tells by itself (a title, a heading, the subject of a ticket), in normal form; what asks
 * for it ("How do I", "To") is left out. A component without a verb names a thing only; none where the text tells nothing.
 */
export function readWording(text: string, language: string): TaskComponent[] {
  const words = compiledLexicon(language);
  if (!words) return [];
  const plain = text.replace(/[?？:：.。!！\s]+$/u, '').trim();
  const asked = words.contact.questions.leads(plain) || words.contact.purposeBefore.leads(plain);
  const parts = readTask(plain.slice(asked), words).parts.map((part) => componentOf(part, words));
  return parts.filter(({ objects }) => objects.length > 0);
}

/**
 * The same for a text that a reader wrote in a hurry: where it does not begin with the task ("Please enable HTTPS"), it is
 * read from its first verb of doing on.
 */
export function readRequest(text: string, language: string): TaskComponent[] {
  const whole = readWording(text, language);
  if (whole.some(({ verb }) => verb !== '')) return whole;
  const verb = compiledLexicon(language)?.administrative.find(text);
  const later = verb && verb.start > 0 ? readWording(text.slice(verb.start), language) : [];
  return later.length > 0 ? later : whole;
}
