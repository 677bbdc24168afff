import { z } from 'zod';
import { pathMatcher } from '../content/glob.ts';
import { externalLinks, type ExternalAnswer } from '../site/external.ts';
import { linksLead, placeOf } from './missing-targets.ts';
import type { Rule } from './types.ts';

const verdict = z.enum(['ok', 'warn', 'error']);

/** What the configuration may set for links to other sites. */
export const externalOptions = z.strictObject({
  ignore: z.array(z.string()).default([]).describe('Patterns of addresses that are not followed, without the scheme: “forum.example/**”.'),
  status: z.record(z.string().regex(/^[1-9](?:\d\d|xx)$/, 'a status is written as 403 or 4xx'), verdict).default({}).describe('What an answer means, by status or hundred of statuses.'),
  quarantine: z
    .strictObject({ failures: z.number().int().positive().default(2), days: z.number().nonnegative().default(1) })
    .prefault({})
    .describe('How many runs in a row a link must have failed, and over how many days, before it counts.'),
  maxAge: z.number().nonnegative().default(7).describe('Days for which a link that led somewhere is not followed again.'),
  timeout: z.number().positive().default(20).describe('Seconds that a server has to answer.'),
  perHost: z.number().int().positive().default(2).describe('Requests to one host at a time.'),
});

/** Links to pages of other sites that are gone; finds something only where links were followed. */
export const linkExternal: Rule = {
  meta: {
    id: 'link/external',
    summary: 'A link to another site that leads nowhere; asked for with --external.',
    severity: 'error',
    scope: 'site',
    fixable: false,
    options: externalOptions,
    classes: {
      gone: { certainty: 'certain', severity: 'error' },
      failing: { certainty: 'likely', severity: 'error' },
      policy: { certainty: 'certain', severity: 'warning' },
      quarantined: { certainty: 'hint', severity: 'info' },
      blocked: { certainty: 'hint', severity: 'info' },
    },
  },
  isIdle: ({ external }) => external === null,
  *check({ links, external }, context) {
    if (!external) return;
    const options = externalOptions.parse(context.options ?? {});
    const isIgnored = externalMatcher(options.ignore);
    for (const [address, places] of externalLinks(links)) {
      const answer = external.get(address);
      const judged = answer && !isIgnored(address) ? judge(answer, options, context.today) : null;
      if (!judged) continue;
      const first = places[0]!;
      yield {
        ...placeOf(first),
        subject: address,
        message: `${linksLead(places, first.link.kind, first.link.kind === 'link' ? 'lead' : 'show')} ${first.link.kind === 'link' ? 'to ' : ''}${address}, ${judged.message}.`,
        evidence: [{ class: judged.class, text: judged.evidence }],
        members: places.map(placeOf),
        suggestions: [judged.suggestion],
      };
    }
  },
};

/** Matches addresses against patterns that are written without a scheme. */
export function externalMatcher(patterns: readonly string[]): (address: string) => boolean {
  const matches = pathMatcher(patterns);
  return (address) => matches(address.replace(/^https?:\/\//, '').replace(/[?/]+$/, ''));
}

interface Judged {
  class: string;
  message: string;
  evidence: string;
  suggestion: string;
}

/** Servers that answer so let no program in; what a reader gets is not known. */
const letsNobodyIn = new Set([401, 403, 407, 429, 451, 999]);
const isGone = new Set([404, 410]);

function judge(answer: ExternalAnswer, { status: policy, quarantine }: z.infer<typeof externalOptions>, today: string): Judged | null {
  const { status, error, failures, since } = answer;
  const told = status === 0 ? `no answer came: ${error}` : `whose server answers ${status}`;
  const set = policy[String(status)] ?? policy[`${String(status)[0]}xx`];
  if (set === 'ok' || (set === undefined && isFine(status))) return null;
  if (set === 'warn') return { class: 'policy', message: told, evidence: `The configuration wants to be warned of ${status}.`, suggestion: 'Open it in a browser; write the address where it is today, or take the link out.' };
  if (set === undefined && letsNobodyIn.has(status)) return { class: 'blocked', message: told, evidence: 'Such an answer lets no program in, and tells nothing of what a reader sees.', suggestion: 'Open it in a browser once, and set what this status means under “link/external”.' };
  const evidence = `It failed in ${failures === 1 ? 'one run' : `${failures} runs in a row`}${since === '' ? '' : `, first on ${since}`}.`;
  const suggestion = 'Write the address where it is today, or take the link out.';
  if (failures < quarantine.failures || daysBetween(since, today) < quarantine.days) {
    return { class: 'quarantined', message: told, evidence, suggestion: `It counts when it has failed ${quarantine.failures} times over ${quarantine.days} days; until then it may be a passing fault.` };
  }
  return { class: isGone.has(status) ? 'gone' : 'failing', message: told, evidence, suggestion };
}

/** Whether an answer says by itself that the page is there. */
export function isFine(status: number): boolean {
  return status >= 200 && status < 400;
}

/** Whether an answer says that something failed, rather than that a program is not let in. */
export function isFailure(status: number): boolean {
  return !isFine(status) && !letsNobodyIn.has(status);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (24 * 3600 * 1000);
}
