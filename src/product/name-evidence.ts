import type { Page } from '../content/types.ts';
import { compiledLexicon } from '../text/lexicon/compile.ts';
import { vendorsIn } from '../text/vendors.ts';
import { hostNames, hostOf, labelOf, letters, registrable } from './hosts.ts';
import type { SiteFacts } from './site-files.ts';

/** What the configuration and the files of a site say of it. */
export interface SiteHints {
  /** Title of the site, as configured: `Postwing Help`. */
  title?: string | undefined;
  /** Address of the site, as configured. */
  url?: string | undefined;
  /** What the site generator's files say. */
  files?: SiteFacts[];
}

/** Everything in a tree that may vouch for a name. */
export interface NameEvidence {
  sample: Page[];
  /** Pages by the word before "support", "account" or the like. */
  beforeNouns: Map<string, number>;
  /** Pages by linked host. */
  hosts: Map<string, number>;
  /** The names that hosts carry which several pages link to. */
  linkedNames: Set<string>;
  /** The names that the host carries which far more pages link to than any other. */
  mostLinked: string[];
  /** The host of most mail addresses of a team. */
  mailHost: string | null;
  /** Words of the configured title, label of the configured host. */
  configured: string[];
  /** Words of the titles that the home page and the site's files have. */
  titles: string[];
  /** Labels of the hosts that the site's files name. */
  siteHosts: string[];
  /** Words of the package's name. */
  packageWords: string[];
}

/** Share of the pages on which a host or a noun behind the name says something. */
const tellingShare = 0.02;
/** A word of the language is written small as well; a name is on this share of its pages at most. */
const mostLowerShare = 0.2;

/** Addresses that companies answer under, whatever language they write. */
const contactMail = /(?<=(?<![\w.+-])(?:support|sales|help|hello|contact|billing|security))@((?:[a-z0-9-]+\.)+[a-z]{2,})/gi;
const exampleHost = /^example\.\w+$/;

/** Gathers the evidence of a tree; mentions in prose from a sample of its pages, links and addresses from all. */
export function evidenceOf(pages: Page[], sample: Page[], { title, url, files = [] }: SiteHints): NameEvidence {
  const hosts = countPages(pages, linkedHosts);
  const [first, second] = mostFirst(hosts);
  const home = pages.filter(({ route, locale }) => route === '/' && locale === '');
  const language = (home[0] ?? pages[0])?.facts.language ?? 'en';
  const words = (text: string | undefined) => nameWords(text ?? '', language);
  const labels = (addresses: (string | undefined)[]) => addresses.map(hostOf).filter((host) => host !== null).map((host) => labelOf(registrable(host)));
  return {
    sample,
    beforeNouns: countPages(sample, wordsBeforeNouns),
    hosts,
    linkedNames: new Set([...hosts].filter(([, linking]) => linking >= sample.length * tellingShare).flatMap(([host]) => hostNames(host))),
    mostLinked: first && first[1] >= pages.length * tellingShare && first[1] >= 2 * (second?.[1] ?? 0) ? hostNames(first[0]) : [],
    mailHost: mostFirst(countPages(pages, mailHosts))[0]?.[0] ?? null,
    configured: [...labels([url]), ...words(title)],
    titles: [...home.map(({ facts }) => facts.title), ...files.map((file) => file.title)].flatMap(words),
    siteHosts: labels(files.map((file) => file.url)),
    packageWords: files.flatMap(({ packageName = '' }) => words(packageName.replaceAll(/[@/_-]+/g, ' '))),
  };
}

/** How much speaks for a word: what the configuration says counts three, and so do any two kinds of evidence of weight. */
export function vouchersOf(word: string, count: number, evidence: NameEvidence): number {
  const { sample, mailHost } = evidence;
  const name = letters(word);
  const others =
    (evidence.configured.includes(name) ? 3 : 0) +
    (evidence.siteHosts.includes(name) ? 2 : 0) +
    (mailHost && (hostNames(mailHost).includes(name) || (name.length > 3 && labelOf(mailHost).includes(name))) ? 2 : 0) +
    // Most documentation links to GitHub: hosts of well-known products tell nothing.
    (evidence.mostLinked.includes(name) && vendorsIn(word).length === 0 ? 2 : 0) +
    (evidence.linkedNames.has(name) ? 1 : 0) +
    ((evidence.beforeNouns.get(word) ?? 0) >= Math.max(2, sample.length * tellingShare) ? 1 : 0);
  const told = (evidence.titles.includes(name) ? 2 : 0) + (evidence.packageWords.includes(name) ? 1 : 0);
  return others + (told > 0 && (others > 0 || isNoCommonWord(word, count, sample)) ? told : 0);
}

/** A title alone may say what kind of thing the product is: "Email delivery". */
function isNoCommonWord(word: string, count: number, sample: Page[]): boolean {
  const lower = ` ${word.toLowerCase()} `;
  return sample.filter(({ source }) => source.includes(lower)).length <= count * mostLowerShare;
}

/** Number of pages by each value that is read off them. */
export function countPages(pages: Page[], read: (page: Page) => Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const value of new Set(read(page))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Counts, the highest first. */
export function mostFirst(counts: Map<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function* linkedHosts({ facts }: Page): Iterable<string> {
  for (const { target } of facts.links) {
    const host = hostOf(target);
    if (host) yield registrable(host);
  }
}

function* mailHosts({ source }: Page): Iterable<string> {
  for (const [, host] of source.matchAll(contactMail)) {
    const own = registrable(host!.toLowerCase());
    if (!exampleHost.test(own)) yield own;
  }
}

function* wordsBeforeNouns({ source, facts }: Page): Iterable<string> {
  const nouns = compiledLexicon(facts.language)?.pages.productNouns;
  if (!nouns) return;
  for (const { start } of nouns.findAll(source)) {
    const word = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]*(?:\.[\p{L}\p{N}]+)?)(?:['’]s)?\s$/u.exec(source.slice(Math.max(0, start - 40), start))?.[1];
    if (word) yield word;
  }
}

/** Plain forms of the first two words of a title that may be a name: "Help", "Docs" and the like are none. */
function nameWords(title: string, language: string): string[] {
  const siteWords = compiledLexicon(language)?.pages.siteWords;
  return title
    .split(/[\s|–—:·,-]+/u)
    .filter((word) => /^\p{L}/u.test(word) && !siteWords?.is(word))
    .slice(0, 2)
    .map(letters);
}
