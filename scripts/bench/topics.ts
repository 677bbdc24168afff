// Times the topics stage alone in a process of its own and prints it as JSON: `node topics.ts PAGES ROOT`.
import { wordsOf } from '../../src/content/extract/words.ts';
import type { Page } from '../../src/content/types.ts';
import { openSite } from '../../src/index.ts';
import type { LinkGraph, ResolvedLink } from '../../src/site/links.ts';
import { findTopics } from '../../src/site/topics/index.ts';
import { inboundOf } from '../../src/site/topics/keep.ts';
import { exchangeAll, exchangeFor, vocabularyOf, type Exchange } from './words.ts';

/** What the stage took. */
export interface TopicsRun {
  pages: number;
  clusters: number;
  /** Milliseconds. */
  ms: number;
  /** Seconds of processor time: what a busy machine distorts least. */
  processor: number;
  /** Peak resident memory of the process in bytes, the pages themselves included. */
  memory: number;
}

if (import.meta.main) {
  const [count, root] = process.argv.slice(2);
  console.log(JSON.stringify(await timeTopics(Number(count), root!)));
}

/** Repeats the pages of a tree with other words until there are `count`, and times the stage over them. */
async function timeTopics(count: number, root: string): Promise<TopicsRun> {
  const { site } = await openSite({ root });
  const vocabulary = vocabularyOf(site.pages.map(({ source }) => source));
  const copies = Array.from({ length: Math.ceil(count / site.pages.length) }, (_, copy) => copyOf(site.pages, site.links, copy, exchangeFor(copy, vocabulary)));
  const pages = copies.flatMap((copy) => copy.pages).slice(0, count);
  const links = { ...site.links, in: new Map(copies.flatMap((copy) => copy.inbound)) };
  const inbound = inboundOf(links);
  const before = process.cpuUsage();
  const begun = performance.now();
  const clusters = findTopics(pages, inbound, site.tasks).length;
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return { pages: pages.length, clusters, ms, processor: (user + system) / 1e6, memory: process.resourceUsage().maxRSS * 1024 };
}

/** All pages again in a folder of their own, each word of the copy's exchange in place of its own, with the links between them. */
function copyOf(originals: Page[], { in: inbound }: LinkGraph, copy: number, exchange: Exchange): { pages: Page[]; inbound: [Page, ResolvedLink[]][] } {
  if (copy === 0) return { pages: originals, inbound: originals.map((page) => [page, [...(inbound.get(page) ?? [])]]) };
  const hashes = new Map(Array.from(exchange, ([word, other]) => [wordsOf(word)[0]!.hash, wordsOf(other)[0]!.hash]));
  const copied = new Map(originals.map((page) => [page, copiedPage(page, copy, exchange, hashes)]));
  const linked = Array.from(copied, ([page, own]): [Page, ResolvedLink[]] => [own, (inbound.get(page) ?? []).map((link) => ({ ...link, from: copied.get(link.from)! }))]);
  return { pages: [...copied.values()], inbound: linked };
}

function copiedPage(page: Page, copy: number, exchange: Exchange, hashes: Map<number, number>): Page {
  const { facts } = page;
  return {
    ...page,
    path: `set-${copy}/${exchangeAll(page.path, exchange)}`,
    words: page.words.map((word) => hashes.get(word) ?? word),
    facts: { ...facts, title: exchangeAll(facts.title, exchange), headings: facts.headings.map((heading) => ({ ...heading, text: exchangeAll(heading.text, exchange) })) },
  };
}
