import type { Page } from '../content/types.ts';
import { escapeRegExp } from '../text/escape.ts';
import { defaultLanguage } from '../text/language.ts';
import { compiledLexicon } from '../text/lexicon/compile.ts';
import { hostNames, hostOf, labelOf, letters, registrable } from './hosts.ts';
import { countPages, evidenceOf, mostFirst, vouchersOf, type NameEvidence, type SiteHints } from './name-evidence.ts';

/** Names and hosts that mean the product. */
export interface ProductNames {
  names: string[];
  domains: string[];
}

/** Pages that are read for names, spread evenly over the tree: more do not change the answer on the corpora. */
const sampleSize = 100;
/** A product's own name stands on at least this share of its pages, unless much vouches for it. */
const leastShare = 0.15;
/** So many vouchers are enough for a word that stands on few pages. */
const manyVouchers = 3;
/** A name in front of the name ("Twilio SendGrid") stands there on at least this share of the pages with the name. */
const leastPrefixShare = 0.05;
/** More words of the name behind it stand there on at least this share: names of parts of the product and of integrations do not. */
const leastContinuedShare = 0.3;

const capitalised = /(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}\p{N}]*(?:\.[\p{L}\p{N}]+)?(?![\p{L}\p{N}])/gu;

/**
 * Infers the product's names and domains from its own documentation: the capitalised word that stands on the most pages
 * and is vouched for by what the site says of itself, by hosts that its pages link to or have mail addresses of, or by
 * standing in front of "support", "account" or the like. Empty rather than a guess where nothing vouches.
 */
export function inferNames(pages: Page[], hints: SiteHints): ProductNames {
  const step = Math.max(1, Math.ceil(pages.length / sampleSize));
  const sample = pages.filter((_, index) => index % step === 0);
  const evidence = evidenceOf(pages, sample, hints);
  const ranked = [...countPages(sample, capitalisedWords)]
    .map(([word, count]) => ({ word, count, vouchers: vouchersOf(word, count, evidence) }))
    .filter(({ count, vouchers }) => vouchers > 0 && (vouchers >= manyVouchers || count >= sample.length * leastShare))
    // Squared: what much vouches for comes before what merely stands on many pages, such as one product of several.
    .sort((a, b) => b.count * b.vouchers ** 2 - a.count * a.vouchers ** 2);
  const name = ranked[0]?.word;
  if (name === undefined) return { names: [], domains: hostOf(hints.url) ? [registrable(hostOf(hints.url)!)] : [] };
  const names = [name, ...prefixedNames(name, sample), ...continuedNames(name, sample)];
  return { names, domains: domainsOf(names, evidence, hints) };
}

function capitalisedWords({ source }: Page): Iterable<string> {
  return source.match(capitalised) ?? [];
}

/** "Twilio SendGrid" and "Twilio", where the text often says so. */
function prefixedNames(name: string, sample: Page[]): string[] {
  const before = new RegExp(`(?<=\\p{Ll} )(\\p{Lu}\\p{Ll}[\\p{L}\\p{N}]*) ${escapeRegExp(name)}(?![\\p{L}\\p{N}])`, 'gu');
  const counts = countPages(sample, ({ source }) => Array.from(source.matchAll(before), (match) => match[1]!));
  const pagesWithName = sample.filter(({ source }) => source.includes(name)).length;
  return [...counts]
    .filter(([prefix, count]) => count >= Math.max(2, pagesWithName * leastPrefixShare) && letters(prefix) !== letters(name))
    .filter(([prefix]) => sample.every(({ source }) => !source.includes(` ${prefix.toLowerCase()} `)))
    .flatMap(([prefix]) => [`${prefix} ${name}`, prefix]);
}

/** "Acme Learning Manager" and "Learning Manager", where a good share of the pages with the name say so. */
function continuedNames(name: string, sample: Page[]): string[] {
  const behind = new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name)} (\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)+)(?![\\p{L}\\p{N}])`, 'gu');
  const counts = countPages(sample, ({ source }) => Array.from(source.matchAll(behind), (match) => match[1]!));
  const pagesWithName = sample.filter(({ source }) => source.includes(name)).length;
  const { teams } = compiledLexicon(defaultLanguage)!.contact;
  return [...counts].filter(([rest, count]) => count >= pagesWithName * leastContinuedShare && !teams.isIn(rest)).flatMap(([rest]) => [`${name} ${rest}`, rest]);
}

/** The configured host, and those that pages link to, have mail addresses of, or the site's files name, where they carry one of the names. */
function domainsOf(names: string[], { hosts, mailHost }: NameEvidence, { url, files = [] }: SiteHints): string[] {
  const own = hostOf(url);
  const others = [...mostFirst(hosts).map(([host]) => host), ...files.flatMap((file) => hostOf(file.url) ?? []).map(registrable)];
  const plain = names.map(letters);
  const named = others.filter((host) => hostNames(host).some((name) => plain.includes(name)));
  const mail = mailHost && plain.some((name) => labelOf(mailHost).includes(name)) ? [mailHost] : [];
  return [...new Set([...(own ? [registrable(own)] : []), ...named, ...mail])];
}
