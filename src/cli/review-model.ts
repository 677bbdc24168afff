import { openCache } from '../content/cache.ts';
import { UsageError } from '../content/errors.ts';
import type { Config } from '../engine/config.ts';
import { matcherFrom } from '../engine/severity.ts';
import { count, oneLine } from '../reporters/text.ts';
import { candidatesOf } from '../review/candidates.ts';
import { createPrivacy } from '../review/model/private.ts';
import { questionOf } from '../review/model/question.ts';
import { reviewWithModel, type Asking, type Judgement } from '../review/model/review.ts';
import type { Proposal } from '../review/proposals.ts';
import type { Site } from '../site/types.ts';
import { cacheFolder } from './cache.ts';
import { withPackages } from './peers.ts';
import type { ReviewFlags } from './review.ts';

interface Asked {
  model: string;
  site: Site;
  config: Config;
  root: string;
  flags: ReviewFlags;
}

/** Milliseconds that one request may take: a model on a machine of one's own needs its time. */
const timeout = 180_000;

/** `waymark review --model NAME`: asks a model about candidates, or shows what it would be asked. */
export async function askModel(proposals: readonly Proposal[], { model, site, config, root, flags }: Asked): Promise<void> {
  const url = flags.url ?? config.review?.url;
  if (url === undefined) throw new UsageError('--model needs the address of a server: --url http://localhost:11434/v1 for Ollama, or “review: url:” in the configuration.');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError(`--url: “${url}” is no address; it begins with http:// or https://.`);
  if (!/^[^\p{Cc}]{1,100}$/u.test(model)) throw new UsageError('--model: a name has 100 characters at most, and no control characters.');
  const isKept = createPrivacy(site, matcherFrom(config.review?.private ?? [], root, config));
  const all = candidatesOf(proposals, site).map((candidate, index): Asking => ({ proposal: proposals[index]!, question: questionOf(candidate) }));
  const askings = all.filter(({ proposal, question }) => !isKept(proposal, question));
  const withheld = all.length === askings.length ? '' : `${count(all.length - askings.length, 'candidate')} not sent, because of “review: private:”.\n`;
  if (flags.dryRun) return void process.stdout.write(shownQuestions(askings, `${model} at ${url}`) + withheld);

  const { modelAt } = await withPackages('review --model', ['openai', 'undici'], () => import('../review/model/client.ts'));
  const ask = await modelAt({ model, url, isConfigured: flags.url === undefined, key: flags.url === undefined ? undefined : process.env['WAYMARK_MODEL_KEY'], timeout });
  const folder = cacheFolder(flags);
  const judgements: Judgement[] = [];
  let used = 0;
  const ended = await reviewWithModel(askings, {
    site,
    config,
    model,
    url,
    ask,
    cache: folder === undefined ? null : openCache(folder),
    today: new Date().toISOString().slice(0, 10),
    mostTokens: flags.maxTokens,
    mostTime: flags.maxMinutes * 60_000,
    onJudged(judgement, tokens) {
      used = tokens;
      judgements.push(judgement);
      process.stdout.write(`${judgementLine(judgement, judgements.length, askings.length, tokens)}\n`);
    },
  });
  process.stdout.write(withheld + summaryOf(judgements, askings.length, used, ended));
}

function shownQuestions(askings: readonly Asking[], to: string): string {
  const questions = askings.map(({ proposal: { finding }, question: { system, user } }, index) => `----- ${index + 1} of ${askings.length}: ${finding.rule}, ${finding.path}:${finding.line}\n\n${system}\n\n${user}\n\n`);
  const characters = askings.reduce((sum, { question: { system, user } }) => sum + system.length + user.length, 0);
  const shown = process.stdout.isTTY ? questions.map((question) => question.split('\n').map(oneLine).join('\n')) : questions;
  return `${shown.join('')}${count(askings.length, 'question')} with ${characters.toLocaleString('en')} characters for ${to}. Nothing was sent.\n`;
}

/** “3/200 fine help/limit plans.md:7: A limit of the protocol. (8,120 tokens so far)” */
function judgementLine({ proposal: { finding }, verdict, reason, isKnown }: Judgement, number: number, all: number, tokens: number): string {
  const known = isKnown ? 'asked before' : `${tokens.toLocaleString('en')} tokens so far`;
  return oneLine(`${number}/${all} ${verdict ?? 'undecided'} ${finding.rule} ${finding.path}:${finding.line}: ${reason} (${known})`);
}

function summaryOf(judgements: readonly Judgement[], all: number, tokens: number, ended: string | null): string {
  const faults = judgements.filter(({ verdict }) => verdict === 'fault').length;
  const fine = judgements.filter(({ verdict }) => verdict === 'fine').length;
  const left = ended === null ? '' : ` ${ended}; ${all - judgements.length} were not asked about, and the same command goes on with them.`;
  return `${count(faults, 'fault')}, ${fine} fine, ${judgements.length - faults - fine} undecided, with ${tokens.toLocaleString('en')} tokens.${left}\n`;
}
