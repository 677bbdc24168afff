import { type Cache, openCache } from '../../content/cache.ts';
import { externalMatcher, externalOptions, isFailure, isFine, linkExternal } from '../../rules/link-external.ts';
import { externalLinks, type ExternalAnswer, type ExternalAnswers } from '../../site/external.ts';
import type { Site } from '../../site/types.ts';
import type { Config } from '../config.ts';
import { optionsOf } from '../severity.ts';
import { type Answer, askHost } from './ask.ts';
import { setUpConnections } from './connections.ts';
import { daysSince, type Known, readRecord, writeRecord } from './record.ts';

/** Names that belong to nobody (RFC 2606, 6761, 6762): documentation writes them as examples. */
const reserved = /(?:^|\.)(?:example|test|invalid|localhost|local|internal|example\.(?:com|org|net))$/;
/** Hosts that are asked at a time. */
const hostsAtOnce = 8;

export interface FollowOptions {
  /** Folder of what runs keep for later ones; without one, no link is known from earlier. */
  cache: string | undefined;
  /** Names and numbers of hosts that may be private. */
  allowPrivate: readonly string[];
  /** The day, as `2027-01-31`. */
  today: string;
}

/** What links to other sites gave, and what is to be said of it. */
export interface Followed {
  answers: ExternalAnswers;
  notices: string[];
}

/** Follows the links of a tree to other sites, over the network. */
export async function followExternal(site: Site, config: Config, { cache: folder, allowPrivate, today }: FollowOptions): Promise<Followed> {
  const { ignore, maxAge, timeout, perHost } = externalOptions.parse(optionsOf(linkExternal.meta, config));
  const isIgnored = externalMatcher(ignore);
  const addresses = [...externalLinks(site.links).keys()].filter((address) => !isIgnored(address) && !reserved.test(new URL(address).hostname));
  const cache: Cache | null = folder === undefined ? null : openCache(folder);
  const record = cache ? readRecord(cache) : new Map<string, Known>();
  const isKnown = (address: string): boolean => {
    const known = record.get(address);
    return known !== undefined && known.status !== null && daysSince(known.seen, today) < maxAge;
  };
  const wanted = addresses.filter((address) => !isKnown(address));

  const allowed = new Set(allowPrivate);
  const pauses = setUpConnections(allowed);
  const asked = await askAll(wanted, (host, own) => askHost(host, own, { timeout: timeout * 1000, atOnce: perHost, allowed, pauses }));
  const refused = [...asked.values()].filter(({ refused: isRefused }) => isRefused).length;
  for (const [address, answer] of asked) {
    const next = nextOf(answer, record.get(address), today);
    if (next) record.set(address, next);
    else record.delete(address);
  }
  if (cache) writeRecord(cache, record, today);
  const answers = new Map(addresses.flatMap((address) => {
    const answer = answerOf(asked.get(address), record.get(address));
    return answer ? [[address, answer] as const] : [];
  }));
  return { answers, notices: noticesOf(addresses.length, addresses.length - wanted.length, refused, cache !== null) };
}

/** Asks some hosts at a time, each for all of its addresses. */
async function askAll(addresses: readonly string[], ask: (host: string, addresses: string[]) => Promise<Map<string, Answer>>): Promise<Map<string, Answer>> {
  const hosts = Map.groupBy(addresses, (address) => new URL(address).host).entries();
  const answers = new Map<string, Answer>();
  const work = async (): Promise<void> => {
    for (const [host, own] of hosts) for (const [address, answer] of await ask(host, own)) answers.set(address, answer);
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
  return answers;
}

/** What is left for later runs: the day of what led somewhere, the count of what failed; nothing of what could not be told. */
function nextOf({ status, refused }: Answer, before: Known | undefined, today: string): Known | null {
  if (refused) return null;
  if (isFine(status)) return { seen: today, status, failures: 0, since: '' };
  if (!isFailure(status)) return null;
  const failures = (before?.failures ?? 0) + 1;
  return { seen: today, status: null, failures, since: failures === 1 ? today : before!.since };
}

function answerOf(asked: Answer | undefined, known: Known | undefined): ExternalAnswer | null {
  if (asked?.refused) return null;
  const { failures, since } = known ?? { failures: 0, since: '' };
  if (asked) return { status: asked.status, error: asked.error, failures, since };
  return known && known.status !== null ? { status: known.status, error: '', failures, since } : null;
}

function noticesOf(all: number, known: number, refused: number, keeps: boolean): string[] {
  return [
    `Links to other sites: ${all - known - refused} followed${known > 0 ? `, ${known} known from an earlier run` : ''}.`,
    ...(refused > 0 ? [`${refused === 1 ? 'One leads to a private address and was' : `${refused} lead to private addresses and were`} not followed; --allow-private HOST lets them be.`] : []),
    ...(keeps ? [] : ['Nothing is kept for later runs, so how long a link has been failing is not known; --cache-location names a folder to keep it in.']),
  ];
}
