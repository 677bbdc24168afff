import { nameOf, type Cache } from '../../content/cache.ts';
import { UsageError } from '../../content/errors.ts';
import type { Config } from '../../engine/config.ts';
import { addDecisions, type Verdict } from '../../engine/decisions.ts';
import type { Site } from '../../site/types.ts';
import { decide, type Proposal } from '../proposals.ts';
import { readAnswer } from './answer.ts';
import type { Ask, Reply } from './client.ts';
import type { Question } from './question.ts';

/** A candidate and what is asked about it. */
export interface Asking {
  proposal: Proposal;
  question: Question;
}

/** What a model made of a candidate. */
export interface Judgement {
  proposal: Proposal;
  /** Null where it is undecided; the reason then says why. */
  verdict: Verdict | null;
  reason: string;
  /** Whether an earlier run had asked already. */
  isKnown: boolean;
}

export interface ModelReview {
  site: Site;
  config: Config;
  model: string;
  /** Address of the model: the same name may be another model elsewhere. */
  url: string;
  ask: Ask;
  /** Where answers are kept; without one they are kept as decisions only. */
  cache: Cache | null;
  /** The day, as `2027-01-31`. */
  today: string;
  mostTokens: number;
  /** Milliseconds for all candidates together. */
  mostTime: number;
  /** Told after each candidate, with the tokens so far. */
  onJudged: (judgement: Judgement, tokens: number) => void;
}

/** Candidates in a row without an answer, or all where there are fewer, after which nobody is asked any more. */
const mostFailures = 3;

/**
 * Asks a model about one candidate after another. Each answer is kept, and each decision written, before the next is asked,
 * so that a run that is killed goes on where it was.
 * @returns why it ended before the last one; null where it did not
 * @throws UsageError where the server answers nothing, or not to us
 */
export async function reviewWithModel(askings: readonly Asking[], review: ModelReview): Promise<string | null> {
  const { site, config, model, today, mostTokens, mostTime, onJudged } = review;
  const signal = AbortSignal.timeout(mostTime);
  let tokens = 0;
  let failures = 0;
  for (const { proposal, question } of askings) {
    if (signal.aborted) return 'The time is over';
    if (tokens >= mostTokens) return `The ${mostTokens.toLocaleString('en')} tokens are used up`;
    const asked = await replyTo(question, review, signal);
    if (!asked.isKnown && asked.reply) tokens += asked.reply.tokens;
    failures = asked.reply ? 0 : failures + 1;
    const judgement = { proposal, isKnown: asked.isKnown, ...judged(asked) };
    if (judgement.verdict) addDecisions(config, decide(proposal, site, { verdict: judgement.verdict, reason: judgement.reason, by: `model ${model}`, date: today }), today);
    onJudged(judgement, tokens);
    if (failures === Math.min(mostFailures, askings.length)) throw new UsageError(`${review.url} gave no answer${failures === 1 ? ':' : ` ${failures} times in a row; the last time`} ${asked.failure}. What was decided is kept.`);
  }
  return null;
}

type Asked = { isKnown: boolean; reply: Reply; failure: null } | { isKnown: false; reply: null; failure: string };

/** The reply to a question: one that is known, or else what the model says now, which is kept at once. */
async function replyTo(question: Question, { model, url, ask, cache }: ModelReview, signal: AbortSignal): Promise<Asked> {
  const file = `${nameOf({ model, url, question })}.reply`;
  const known = cache?.read(file);
  if (known) return { isKnown: true, reply: JSON.parse(new TextDecoder().decode(known)) as Reply, failure: null };
  try {
    const reply = await ask(question, signal);
    cache?.write(file, [Buffer.from(JSON.stringify(reply))]);
    return { isKnown: false, reply, failure: null };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    return { isKnown: false, reply: null, failure: error.message };
  }
}

function judged({ reply, failure }: Asked): { verdict: Verdict | null; reason: string } {
  if (!reply) return { verdict: null, reason: failure };
  const answer = readAnswer(reply.text);
  if (typeof answer === 'string') return { verdict: null, reason: reply.isCutOff ? 'its answer is too long' : answer };
  return { verdict: answer.verdict === 'unsure' ? null : answer.verdict, reason: answer.reason };
}
