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
