import { z } from 'zod';
import { plainReason } from '../reason.ts';

/** What a model is to answer. */
export const answerSchema = z.object({
  verdict: z.enum(['fault', 'fine', 'unsure']),
  reason: z.string(),
});

/** What a model answered, as data. */
export type Answer = z.infer<typeof answerSchema>;

/** Reads an answer; a string says why it is none. */
export function readAnswer(text: string): Answer | string {
  const spoken = text.replace(/<think>[^]*?<\/think>/g, '');
  let value: unknown;
  try {
    value = JSON.parse(spoken.slice(spoken.indexOf('{'), spoken.lastIndexOf('}') + 1));
  } catch {
    return 'its answer is no JSON';
  }
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) return 'its answer has no verdict of “fault”, “fine” or “unsure” with a reason';
  return { verdict: parsed.data.verdict, reason: plainReason(parsed.data.reason) };
}
