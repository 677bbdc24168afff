import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import type { Link } from '../content/extract/links.ts';
import { pathMatcher } from '../content/glob.ts';
import type { Page } from '../content/types.ts';
import { addressKey } from '../site/addresses.ts';
import { type Missing, type ResolvedLink, siteAddress, tallyKey } from '../site/links.ts';
import type { Site } from '../site/types.ts';
import type { Edit, EvidenceClass, Place } from './types.ts';

/** Classes of evidence that a link or image leads nowhere; `link/broken` and `link/image` share them. */
export const missingClasses = {
  missing: { certainty: 'certain', severity: 'error' },
  address: { certainty: 'likely', severity: 'error' },
  letters: { certainty: 'likely', severity: 'error' },
  'unknown-address': { certainty: 'hint', severity: 'info' },
  'unknown-form': { certainty: 'hint', severity: 'info' },
  outside: { certainty: 'hint', severity: 'info' },
  ignored: { certainty: 'hint', severity: 'info' },
  configured: { certainty: 'hint', severity: 'info' },
} as const satisfies Record<string, EvidenceClass>;

export type MissingClass = keyof typeof missingClasses;

const unsureClasses = { outside: 'outside', part: 'unknown-form', ignored: 'ignored', configured: 'configured' } as const;

/** A link that leads nowhere. */
export type BrokenLink = ResolvedLink & { target: Missing };

/** What the configuration may set for rules on missing targets. */
export const missingOptions = z.object({ allow: z.array(z.string()).default([]).describe('Patterns of paths and addresses that something outside of the tree serves.') });

/**
 * Links of one kind that lead nowhere, joined by what is missing.
 * @param options what the configuration says of `missingOptions`
 */
export function missingTargets(site: Site, kind: Link['kind'], options: unknown): Map<string, BrokenLink[]> {
  const isAllowed = pathMatcher(missingOptions.parse(options).allow);
  const byAddress = new Map<string, BrokenLink[]>();
  for (const resolved of site.links.out.values()) {
    for (const each of resolved) {
      if (each.link.kind !== kind || !isBroken(each)) continue;
      const subject = each.target.address;
      if (isAllowed(subject.replace(/^\//, ''))) continue;
      const others = byAddress.get(subject);
      if (others) others.push(each);
      else byAddress.set(subject, [each]);
    }
  }
  return byAddress;
}

function isBroken(resolved: ResolvedLink): resolved is BrokenLink {
  return resolved.target.kind === 'missing' && resolved.target.form !== 'empty';
}

/** What the place and form of a missing target are worth as evidence. */
export function missingClassOf({ links }: Site, { link, target }: BrokenLink): MissingClass {
  if (target.unsure) return unsureClasses[target.unsure];
  if (target.sameLetters) return 'letters';
  if (target.form === 'empty') return 'missing';
  const { found, missing } = links.tallies.get(tallyKey(link, target.form, target.address)) ?? { found: 0, missing: 0 };
  if (target.form !== 'absolute') return missing > 4 && missing > found ? 'unknown-form' : 'missing';
  if (!target.folderKnown || target.top) return 'unknown-address';
  if (links.told) return 'missing';
  // Nine of ten: below that, the addresses are also served by something that is not in the tree.
  return found >= 9 * missing ? 'address' : 'unknown-address';
}

export function placeOf({ from, link }: ResolvedLink): Place {
  return { page: from, range: link.range };
}

/** “3 links on 2 pages lead”, “This link leads”. */
export function linksLead(broken: readonly ResolvedLink[], noun: string, verb: string): string {
  if (broken.length === 1) return `This ${noun} ${verb}s`;
  const pages = new Set(broken.map(({ from }) => from)).size;
  return `${broken.length} ${noun}s on ${pages === 1 ? 'this page' : `${pages} pages`} ${verb}`;
}

/** The page that a broken link most likely means. */
export interface Candidate {
  page: Page;
  /** Whether it is clear enough to be written without asking. */
  clear: boolean;
}

/**
 * Looks for the page that a missing target means: the same name elsewhere, else, where `slips` are worth the search, a name
 * that is a slip away.
 */
export function findCandidate(site: Site, { from, target }: BrokenLink, slips: boolean): Candidate | null {
  if (target.sameLetters) return { page: target.sameLetters, clear: true };
  const key = addressKey(target.address);
  const name = lastSegment(key);
  if (name === '') return null;
  const names = pagesByName(site, from.locale);
  const same = names.get(name) ?? [];
  if (same.length > 0) return { page: nearest(key, same), clear: same.length === 1 };
  if (!slips) return null;
  const slip = Math.max(1, Math.floor(name.length / 4));
  const close: Page[] = [];
  for (const [other, pages] of names) {
    if (Math.abs(other.length - name.length) > slip || distance(other, name) > slip) continue;
    // Numbers tell variants apart (v2, v3): another number is no slip.
    if (digitsOf(other) === digitsOf(name)) close.push(...pages);
  }
  return close.length > 0 ? { page: nearest(key, close), clear: false } : null;
}

const namesOfSites = new WeakMap<Site, Map<string, Map<string, Page[]>>>();

/** Pages of a locale by the last part of their path. */
function pagesByName(site: Site, locale: string): Map<string, Page[]> {
  let locales = namesOfSites.get(site);
  if (!locales) namesOfSites.set(site, (locales = new Map()));
  let names = locales.get(locale);
  if (!names) {
    names = Map.groupBy(site.pages.filter((page) => page.locale === locale), ({ path }) => lastSegment(addressKey(path)));
    locales.set(locale, names);
  }
  return names;
}

function nearest(key: string, pages: readonly Page[]): Page {
  const [first, ...rest] = pages.map((page) => ({ page, distance: distance(addressKey(page.path), key) }));
  return rest.reduce((best, each) => (each.distance < best.distance ? each : best), first!).page;
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}

function lastSegment(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** How a link is to be written to lead to another page, in the manner in which it is written now. */
export function rewrite(site: Site, { from, link, target }: BrokenLink, page: Page): string {
  const anchor = page.facts.anchors.includes(target.anchor) ? `#${target.anchor}` : '';
  if (target.form === 'absolute') return withVariable(site, link.target, siteAddress(site.links, page)) + anchor;
  const path = relativePath(from.path, page.path);
  return (/\.(?:mdx?|markdown)(?:[?#]|$)/i.test(link.target) ? path : path.replace(/\.\w+$/, '')) + anchor;
}

/** Writes an address with the variable at the head of the old one, where that stands for its beginning. */
function withVariable({ links }: Site, old: string, address: string): string {
  const variable = /^\{\{-?\s*([\w.-]+)\s*-?\}\}/.exec(old);
  const value = variable ? links.variables[variable[1]!]?.replace(/\/+$/, '') : undefined;
  return variable && value !== undefined && address.startsWith(`${value}/`) ? variable[0] + address.slice(value.length) : address;
}

/** Path of a page as a link on another page writes it. */
export function relativePath(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < source.length && common < target.length - 1 && source[common] === target[common]) common++;
  const path = [...source.slice(common).map(() => '..'), ...target.slice(common)].join('/');
  return path.startsWith('..') ? path : `./${path}`;
}

/** Replaces the target of a link in the source; undefined where it is not written at the link itself. */
export function retarget({ from, link }: ResolvedLink, text: string): Edit | undefined {
  const written = from.source.slice(link.range.start, link.range.end);
  for (const before of ['](<', '](', '="', "='"]) {
    const at = written.lastIndexOf(before + link.target);
    if (at < 0) continue;
    const start = link.range.start + at + before.length;
    return { page: from, range: { start, end: start + link.target.length }, text };
  }
  return written === link.target ? { page: from, range: link.range, text } : undefined;
}
