import type { Page } from '../content/types.ts';
import { compiledLexicon } from '../text/lexicon/compile.ts';

/** What a tree or its site's configuration says of itself. */
export interface SiteHints {
  /** Title of the site: `Postwing Help`. */
  title?: string | undefined;
  /** Address of the site. */
  url?: string | undefined;
}

/** Names and hosts that mean the product. */
export interface ProductNames {
  names: string[];
  domains: string[];
}

/** Pages that are read for names, spread evenly over the tree: more do not change the answer on the corpora. */
const sampleSize = 100;
/** A product's own name stands on at least this share of its pages. */
const leastShare = 0.15;
/** A name in front of the name ("Twilio SendGrid") stands there on at least this share of the pages with the name. */
const leastPrefixShare = 0.05;

const capitalised = /(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}\p{N}]*(?:\.[\p{L}\p{N}]+)?(?![\p{L}\p{N}])/gu;

/**
 * Infers the product's names and domains from its own documentation: the capitalised word that stands on the most pages
 * and is vouched for by the site's title or address, by a host that the pages link to, or by standing in front of
 * "support", "account" or the like. Empty rather than a guess where nothing vouches.
 */
export function inferNames(pages: Page[], hints: SiteHints): ProductNames {
  const step = Math.max(1, Math.ceil(pages.length / sampleSize));
  const sample = pages.filter((_, index) => index % step === 0);
  const words = countPages(sample, capitalisedWords);
  const hosts = countPages(pages, linkedHosts);
  const beforeNouns = countPages(sample, wordsBeforeNouns);
  const told = toldNames(hints);
  const ranked = [...words]
    .map(([word, count]) => ({ word, count, vouchers: vouchersOf(word, told, hosts, beforeNouns, sample.length) }))
    .filter(({ count, vouchers }) => vouchers > 0 && (vouchers >= 3 || count >= sample.length * leastShare))
    .sort((a, b) => b.count * b.vouchers - a.count * a.vouchers);
  const name = ranked[0]?.word;
  if (name === undefined) return { names: [], domains: hostOf(hints.url) ? [registrable(hostOf(hints.url)!)] : [] };
  const names = [name, ...prefixedNames(name, sample)];
  return { names, domains: domainsOf(names, hosts, hints) };
}

/** How many kinds of evidence speak for a word: the site itself counts three. */
function vouchersOf(word: string, told: string[], hosts: Map<string, number>, beforeNouns: Map<string, number>, pages: number): number {
  const plain = letters(word);
  if (told.includes(plain)) return 3;
  const linked = [...hosts].some(([host, count]) => isNamed(host, [plain]) && count >= pages * 0.02);
  return (linked ? 1 : 0) + ((beforeNouns.get(word) ?? 0) >= Math.max(2, pages * 0.02) ? 1 : 0);
}

function countPages(pages: Page[], read: (page: Page) => Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const value of new Set(read(page))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function capitalisedWords({ source }: Page): Iterable<string> {
  return source.match(capitalised) ?? [];
}

function* linkedHosts({ facts }: Page): Iterable<string> {
  for (const { target } of facts.links) {
    const host = hostOf(target);
    if (host) yield registrable(host);
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

/** Plain forms of the site's name: the words of its title, the label of its host. */
function toldNames({ title = '', url }: SiteHints): string[] {
  const host = hostOf(url);
  const fromTitle = title.split(/[\s|–—:·-]+/u).filter((word) => /^\p{L}/u.test(word)).slice(0, 2).map(letters);
  return host ? [labelOf(registrable(host)), ...fromTitle] : fromTitle;
}

/** "Twilio SendGrid" and "Twilio", where the text often says so. */
function prefixedNames(name: string, sample: Page[]): string[] {
  const before = new RegExp(`(?<=\\p{Ll} )(\\p{Lu}\\p{Ll}[\\p{L}\\p{N}]*) ${name.replace('.', '\\.')}(?![\\p{L}\\p{N}])`, 'gu');
  const counts = countPages(sample, ({ source }) => Array.from(source.matchAll(before), (match) => match[1]!));
  const pagesWithName = sample.filter(({ source }) => source.includes(name)).length;
  return [...counts]
    .filter(([prefix, count]) => count >= Math.max(2, pagesWithName * leastPrefixShare) && letters(prefix) !== letters(name))
    .filter(([prefix]) => sample.every(({ source }) => !source.includes(` ${prefix.toLowerCase()} `)))
    .flatMap(([prefix]) => [`${prefix} ${name}`, prefix]);
}

/** The site's own host, and linked hosts whose label is one of the names. */
function domainsOf(names: string[], hosts: Map<string, number>, { url }: SiteHints): string[] {
  const labels = names.map(letters);
  const own = hostOf(url);
  const linked = [...hosts].filter(([host]) => isNamed(host, labels)).sort((a, b) => b[1] - a[1]).map(([host]) => host);
  return [...new Set([...(own ? [registrable(own)] : []), ...linked])];
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function hostOf(address: string | undefined): string | null {
  return /^(?:https?:)?\/\/([^/?#:@\s]+)/i.exec(address ?? '')?.[1]?.toLowerCase() ?? null;
}

/** `support.sendgrid.com` → `sendgrid.com`; two short labels at the end are one ending (`co.uk`). */
function registrable(host: string): string {
  const labels = host.split('.');
  const ending = labels.length > 2 && labels.at(-2)!.length <= 3 && labels.at(-1)!.length === 2 ? 2 : 1;
  return labels.slice(-1 - ending).join('.');
}

/** Whether a host carries a name: as its label (`postwing.example`), or as a whole (`fly.io`). */
function isNamed(host: string, names: string[]): boolean {
  return names.includes(labelOf(host)) || names.includes(letters(host));
}

function labelOf(registrableHost: string): string {
  return letters(registrableHost.split('.')[0]!);
}
