import type { z } from 'zod';
import type { serviceSchema } from '../../engine/service-schema.ts';
import type { Database, MessageTable } from '../store/tables.ts';

type InboxConfig = NonNullable<z.infer<typeof serviceSchema>['inbox']>;
type RankRule = NonNullable<InboxConfig['rank']>[number];

/** A message that nobody has answered yet. */
export interface OpenMessage extends MessageTable {
  /** Whether the reader left an address, and it is still there. */
  canReply: boolean;
  /** Why the handoff has not arrived where it was sent; null where it has, or nothing was sent. */
  undelivered: string | null;
}

/** A message with its place in the queue. */
export interface InboxEntry extends OpenMessage {
  points: number;
  /** What the points are for, in words. */
  why: string[];
  /** Hours since it came. */
  hours: number;
  /** Hours within which an answer is promised. */
  promised: number;
  late: boolean;
}

/** Detractors and those for whom it was very hard first, then those who are blocked. Which plans pay, only the owner knows. */
const defaultRank: RankRule[] = [
  { points: 40, recommendUpTo: 6 },
  { points: 40, effortFrom: 6 },
  { points: 30, kind: 'handoff' },
  { points: 30, solved: false },
];
const DEFAULT_PROMISE_HOURS = 48;
const DEFAULT_AGE_POINTS = 50;
/** Times the promise, after which a message gains no more: else what nobody ever answers would stand before everything. */
const MOST_AGE = 2;

/** Everything that waits for an answer: questions, and feedback with a comment or an address. */
export async function readInbox(db: Database): Promise<OpenMessage[]> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('answer', 'answer.message', 'message.id')
    .leftJoin('address', 'address.message', 'message.id')
    .selectAll('message')
    .select(['address.message as addressed'])
    .where('answer.message', 'is', null)
    .where(({ or, eb }) => or([eb('kind', '=', 'handoff'), eb('comment', 'is not', null), eb('address.message', 'is not', null)]))
    .execute();
  const held = await db.selectFrom('outbox').select(['message', 'error']).where('sent', 'is', null).where('error', 'is not', null).execute();
  const errors = new Map(held.map(({ message, error }) => [message, error]));
  return rows.map(({ addressed, ...message }) => ({ ...message, canReply: addressed !== null, undelivered: errors.get(message.id) ?? null }));
}

/** The queue, who is to be answered first at its head. */
export function rankInbox(messages: readonly OpenMessage[], { rank = defaultRank, agePoints = DEFAULT_AGE_POINTS, promised: promises = [] }: InboxConfig, now: Date): InboxEntry[] {
  const entries = messages.map((message) => {
    const hours = (now.getTime() - Date.parse(message.at)) / 3_600_000;
    const promised = promises.find(({ plans, severities }) => isAmong(message.plan, plans) && isAmong(message.severity, severities))?.hours ?? DEFAULT_PROMISE_HOURS;
    const fitting = rank.filter((rule) => fits(message, rule));
    const age = Math.round(agePoints * Math.min(hours / promised, MOST_AGE));
    return {
      ...message,
      points: fitting.reduce((sum, { points }) => sum + points, age),
      why: [...fitting.map((rule) => `${reasonFor(message, rule)} (${rule.points})`), `${Math.floor(hours)} of ${promised} hours (${age})`],
      hours,
      promised,
      late: hours > promised,
    };
  });
  return entries.sort((a, b) => b.points - a.points || (a.at < b.at ? -1 : 1));
}

function fits({ kind, solved, effort, recommend, satisfaction, plan, severity }: MessageTable, rule: RankRule): boolean {
  return (
    (rule.kind === undefined || rule.kind === kind) &&
    (rule.solved === undefined || Number(rule.solved) === solved) &&
    (rule.effortFrom === undefined || (effort !== null && effort >= rule.effortFrom)) &&
    (rule.recommendUpTo === undefined || (recommend !== null && recommend <= rule.recommendUpTo)) &&
    (rule.satisfactionUpTo === undefined || (satisfaction !== null && satisfaction <= rule.satisfactionUpTo)) &&
    isAmong(plan, rule.plans) &&
    isAmong(severity, rule.severities)
  );
}

function isAmong(value: string | null, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || (value !== null && wanted.some((each) => each.toLowerCase() === value.toLowerCase()));
}

function reasonFor({ effort, recommend, satisfaction, plan, severity }: MessageTable, rule: RankRule): string {
  const parts = [
    rule.kind === 'handoff' ? 'a question' : rule.kind === 'feedback' ? 'feedback' : '',
    rule.solved === undefined ? '' : rule.solved ? 'solved' : 'not solved',
    rule.effortFrom === undefined ? '' : `effort ${effort} of 7`,
    rule.recommendUpTo === undefined ? '' : `recommends it ${recommend} of 10`,
    rule.satisfactionUpTo === undefined ? '' : `satisfaction ${satisfaction} of 5`,
    rule.plans === undefined ? '' : `plan ${plan}`,
    rule.severities === undefined ? '' : `severity ${severity}`,
  ];
  return parts.filter(Boolean).join(', ');
}
